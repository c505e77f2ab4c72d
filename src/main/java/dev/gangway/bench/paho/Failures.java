package dev.gangway.bench.paho;

import dev.gangway.bench.paho.StockJavaResult.Failed;
import dev.gangway.bench.paho.StockJavaResult.Step;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** What the exceptions of JSSE and of sockets mean, by their types. */
final class Failures {
    private static final int DEEPEST = 16;

    private Failures() {}

    static Failed of(Throwable failure) {
        List<Throwable> causes = Stream.iterate(failure, one -> one != null, Throwable::getCause)
                .limit(DEEPEST)
                .toList();
        if (has(causes, CertPathValidatorException.class) || has(causes, CertPathBuilderException.class)) {
            return failed(Step.SERVER_UNTRUSTED, causes);
        }
        // JSSE throws the plain type where the name differs, and one of its own below it where the chain is refused
        if (causes.stream().anyMatch(one -> one.getClass() == CertificateException.class)) {
            return failed(Step.SERVER_NAME_DIFFERS, causes);
        }
        if (has(causes, CertificateException.class)) {
            return failed(Step.SERVER_UNTRUSTED, causes);
        }
        if (has(causes, SSLException.class)) {
            return failed(Step.TLS_FAILED, causes);
        }
        boolean unreachable = has(causes, UnknownHostException.class)
                || has(causes, ConnectException.class)
                || has(causes, NoRouteToHostException.class)
                || has(causes, SocketTimeoutException.class);
        return failed(unreachable ? Step.UNREACHABLE : Step.CLOSED, causes);
    }

    private static Failed failed(Step step, List<Throwable> causes) {
        return new Failed(step, causes.getLast().getClass().getSimpleName());
    }

    private static boolean has(List<Throwable> causes, Class<? extends Throwable> type) {
        return causes.stream().anyMatch(type::isInstance);
    }
}
