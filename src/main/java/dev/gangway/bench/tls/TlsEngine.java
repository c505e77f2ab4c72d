package dev.gangway.bench.tls;

import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.net.TracedSocket;
import dev.gangway.pki.path.SystemAuthorities;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.tls.crypto.TlsCrypto;

/** Opens TLS connections that show every message. Safe for use by several threads; costly to make, so keep it. */
public final class TlsEngine {
    private final TlsCrypto crypto = new JdkCrypto(new SecureRandom());

    /**
     * A connection that has not begun.
     *
     * @param host the name that the server's certificate must be for
     * @param clock for judging dates
     */
    public TlsLink link(TracedSocket wire, String host, TlsOptions options, Clock clock, Timeline timeline) {
        return new TlsLink(crypto, wire, host, options, anchors(options), clock, timeline);
    }

    /** The authorities that these options trust. */
    public List<X509Certificate> anchors(TlsOptions options) {
        List<X509Certificate> anchors = new ArrayList<>(options.trust().anchors());
        if (options.trust().system()) {
            anchors.addAll(SystemAuthorities.all());
        }
        return List.copyOf(anchors);
    }
}
