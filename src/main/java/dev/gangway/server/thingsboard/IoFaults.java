package dev.gangway.server.thingsboard;

import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.http.ServerTrust.ChainRefused;
import dev.gangway.pki.Fingerprints;
import dev.gangway.pki.Subjects;
import dev.gangway.pki.path.HostNames;
import dev.gangway.server.ServerCode;
import dev.gangway.server.thingsboard.PlainProbe.Speech;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Turns an exception of the network into a diagnosis, by its type; the one place that does. */
final class IoFaults {
    /** Where brokers listen, and no REST interface (IANA: mqtt, secure-mqtt). */
    private static final Set<Integer> MQTT_PORTS = Set.of(1883, 8883);

    private final boolean secure;
    private final String host;
    private final int port;
    private final Duration deadline;

    IoFaults(String scheme, String host, int port, Duration deadline) {
        this.deadline = deadline;
        secure = scheme.equals("https");
        this.host = host;
        this.port = port;
    }

    Diagnosis diagnose(IOException broken) {
        Diagnosis why = byType(broken);
        boolean mqtt = MQTT_PORTS.contains(port)
                && (why.is(ServerCode.CONNECTION_LOST)
                        || why.is(ServerCode.TIMEOUT)
                        || why.is(ServerCode.WANTS_TLS)
                        || why.is(ServerCode.ANSWER_NOT_UNDERSTOOD)
                        || why.is(ServerCode.TLS_FAILED));
        return mqtt ? on(ServerCode.MQTT_PORT).remedy("use-rest-address").build() : why;
    }

    private Diagnosis byType(IOException broken) {
        return switch (broken) {
            case UnknownHostException unknown ->
                on(ServerCode.HOST_UNKNOWN).remedy("check-host").build();
            case NoRouteToHostException noRoute -> unreachable();
            case PortUnreachableException noPort -> unreachable();
            case ConnectException refused ->
                on(ServerCode.REFUSED).remedy("check-port").build();
            case SSLPeerUnverifiedException otherName -> hostMismatch();
            case SSLException tls -> tls(tls);
            case ProtocolException garbage -> afterGarbage();
            case InterruptedIOException late -> late();
            default -> lost();
        };
    }

    private Diagnosis unreachable() {
        return on(ServerCode.UNREACHABLE).remedy("check-network").build();
    }

    /** Some plain servers wait for the end of a line that TLS never sends. */
    private Diagnosis late() {
        return secure && PlainProbe.of(host, port) == Speech.HTTP
                ? notTls()
                : on(ServerCode.TIMEOUT)
                        .with("seconds", deadline.toSeconds())
                        .remedy(Action.RETRY, "try-again")
                        .remedy("check-network")
                        .build();
    }

    private Diagnosis notTls() {
        return on(ServerCode.NOT_TLS).remedy("use-http").build();
    }

    /** The stream ended early: some servers that want TLS just hang up on plain HTTP. */
    private Diagnosis lost() {
        return !secure && PlainProbe.of(host, port) == Speech.TLS
                ? wantsTls()
                : on(ServerCode.CONNECTION_LOST)
                        .remedy(Action.RETRY, "try-again")
                        .build();
    }

    private Diagnosis afterGarbage() {
        return !secure && PlainProbe.of(host, port) == Speech.TLS
                ? wantsTls()
                : on(ServerCode.ANSWER_NOT_UNDERSTOOD)
                        .with("call", "HTTP")
                        .remedy("check-address")
                        .build();
    }

    private Diagnosis wantsTls() {
        return on(ServerCode.WANTS_TLS).remedy("use-https").build();
    }

    private Diagnosis hostMismatch() {
        return on(ServerCode.TLS_HOST_MISMATCH)
                .remedy("check-host")
                .remedy("look-with-bench")
                .build();
    }

    private Diagnosis tls(SSLException failed) {
        Optional<ChainRefused> refused = refusedChain(failed);
        if (refused.isPresent()) {
            return chain(refused.get());
        }
        return PlainProbe.of(host, port) == Speech.HTTP
                ? notTls()
                : on(ServerCode.TLS_FAILED).remedy("look-with-bench").build();
    }

    private Diagnosis chain(ChainRefused refused) {
        X509Certificate leaf = refused.chain().getFirst();
        X509Certificate last = refused.chain().getLast();
        String sha256 = Fingerprints.sha256(last);
        if (refused.isForOtherHost()) {
            return on(ServerCode.TLS_HOST_MISMATCH)
                    .fact("tls-names", "names", HostNames.show(leaf))
                    .remedy("check-host")
                    .remedy("look-with-bench")
                    .build();
        }
        if (refused.isRevoked()) {
            return on(ServerCode.TLS_REVOKED)
                    .fact("tls-subject", "subject", Subjects.text(leaf))
                    .fact("tls-fingerprint", "sha256", Fingerprints.sha256(leaf))
                    .remedy("renew-server-certificate")
                    .build();
        }
        Diagnosis.Builder diagnosis = on(refused.isNotValidNow()
                        ? ServerCode.TLS_NOT_VALID_NOW
                        : ServerCode.TLS_UNTRUSTED)
                .fact("tls-subject", "subject", leaf.getSubjectX500Principal().getName())
                .fact("tls-issuer", "issuer", leaf.getIssuerX500Principal().getName())
                .fact(
                        "tls-dates",
                        "from",
                        leaf.getNotBefore().toInstant(),
                        "to",
                        leaf.getNotAfter().toInstant())
                .fact("tls-fingerprint", "sha256", sha256);
        refused.faults().forEach(fault -> diagnosis.fact(fault.words(), fault.args()));
        return refused.isNotValidNow()
                ? diagnosis.remedy("renew-server-certificate").build()
                : diagnosis
                        .remedy(Action.TRUST_AUTHORITY, "trust-authority", "sha256", sha256)
                        .build();
    }

    private Diagnosis.Builder on(ServerCode code) {
        return Diagnosis.of(code).with("host", host).with("port", port);
    }

    private static Optional<ChainRefused> refusedChain(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof ChainRefused refused) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }
}
