package dev.gangway.http;

import dev.gangway.pki.path.HostNames;
import dev.gangway.pki.path.PathFault;
import dev.gangway.pki.path.PathValidator;
import dev.gangway.pki.path.PathVerdict;
import dev.gangway.pki.path.SystemAuthorities;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts the given authorities, or those that Java ships where none are given, and remembers what it refused. The host
 * has to be named by the certificate, and a stapled status that says "revoked" refuses it.
 */
public final class ServerTrust extends X509ExtendedTrustManager {
    private final List<X509Certificate> anchors;

    /** A refused chain, so that the diagnosis can show it. */
    public static final class ChainRefused extends CertificateException {
        private static final long serialVersionUID = 1L;

        private static final Set<PathFault.Kind> DATES = Set.of(PathFault.Kind.EXPIRED, PathFault.Kind.NOT_YET_VALID);

        private final transient List<X509Certificate> chain;
        private final transient List<PathFault> faults;

        private ChainRefused(List<X509Certificate> chain, List<PathFault> faults) {
            super("the server's certificate chain was refused");
            this.chain = List.copyOf(chain);
            this.faults = List.copyOf(faults);
        }

        /** As the server sent it, its own certificate first. */
        public List<X509Certificate> chain() {
            return chain;
        }

        /** What is wrong with it; empty where it is trusted, but made for other hosts. */
        public List<PathFault> faults() {
            return faults;
        }

        /** Whether it is trusted, but made for other hosts than this. */
        public boolean isForOtherHost() {
            return faults.isEmpty();
        }

        /** Whether a certificate of the chain is expired or not valid yet. */
        public boolean isNotValidNow() {
            return faults.stream().anyMatch(fault -> DATES.contains(fault.kind()));
        }

        /** Whether the server itself brought the proof that its certificate is revoked. */
        public boolean isRevoked() {
            return faults.stream().anyMatch(fault -> fault.kind() == PathFault.Kind.REVOKED);
        }
    }

    ServerTrust(List<X509Certificate> anchors) {
        this.anchors = anchors.isEmpty() ? SystemAuthorities.all() : List.copyOf(anchors);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(List.of(chain), Optional.empty());
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(
                List.of(chain),
                socket instanceof SSLSocket tls ? Optional.of(tls.getHandshakeSession()) : Optional.empty());
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(List.of(chain), Optional.of(engine.getHandshakeSession()));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("no client connects to us");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return anchors.toArray(X509Certificate[]::new);
    }

    private void check(List<X509Certificate> chain, Optional<SSLSession> session) throws ChainRefused {
        Optional<byte[]> stapled = session.filter(ExtendedSSLSession.class::isInstance)
                .map(ExtendedSSLSession.class::cast)
                .flatMap(extended -> extended.getStatusResponses().stream().findFirst())
                .filter(response -> response.length > 0);
        // An authority that somebody chose to trust is trusted beyond its date, as in Java; the bench warns of it.
        if (PathValidator.judge(chain, anchors, Instant.now(), stapled) instanceof PathVerdict.Refused refused
                && !refused.isForExpiredAnchorOnly()) {
            throw new ChainRefused(chain, refused.faults());
        }
        Optional<String> host = session.map(SSLSession::getPeerHost).filter(Predicate.not(String::isEmpty));
        if (host.isPresent() && HostNames.match(chain.getFirst(), host.get()) != HostNames.Match.YES) {
            throw new ChainRefused(chain, List.of());
        }
    }
}
