package dev.gangway.bench.tls;

import dev.gangway.bench.event.Field;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.event.TlsDetail;
import dev.gangway.bench.event.TlsDetail.Staple;
import dev.gangway.bench.model.TlsOptions;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.CertificateStatus;
import org.bouncycastle.tls.ExtensionType;
import org.bouncycastle.tls.TlsServerCertificate;

/** Judges the OCSP response that a server staples to its certificate, where it does, and notes the result. */
final class ServerStaple {
    /** Type of status, and length of the response (RFC 6066, section 8). */
    private static final int HEADER = 4;

    private ServerStaple() {}

    /**
     * Judges it. Only a revoked certificate is refused: about anything else clients go on, as OpenSSL and Java do.
     *
     * @return the alert to refuse the server with; empty where there is no reason, or the options do not enforce it
     */
    static OptionalInt check(
            TlsServerCertificate message,
            List<X509Certificate> chain,
            List<X509Certificate> anchors,
            TlsOptions options,
            Clock clock,
            Timeline timeline)
            throws IOException {
        Optional<Staple> judged =
                response(message).flatMap(response -> StapleJudge.judge(response, chain, anchors, clock.instant()));
        judged.ifPresent(staple -> {
            String words = staple.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            String enforced = staple == Staple.REVOKED && !options.trust().enforced() ? " · not enforced" : "";
            timeline.note(
                    Layer.TLS,
                    "Stapled status",
                    "OCSP response: " + words + enforced,
                    new TlsDetail.StapleJudged(staple),
                    Field.of("verdict", words));
        });
        boolean refused =
                judged.equals(Optional.of(Staple.REVOKED)) && options.trust().enforced();
        return refused ? OptionalInt.of(AlertDescription.certificate_revoked) : OptionalInt.empty();
    }

    /** In TLS 1.2 a message of its own, in TLS 1.3 an extension of the first certificate. */
    private static Optional<byte[]> response(TlsServerCertificate message) throws IOException {
        CertificateStatus status = message.getCertificateStatus();
        if (status != null) {
            return Optional.of(status.getOCSPResponse().getEncoded());
        }
        Hashtable<?, ?> extensions =
                message.getCertificate().getCertificateEntryAt(0).getExtensions();
        return Optional.ofNullable(extensions)
                .map(all -> (byte[]) all.get(ExtensionType.status_request))
                .filter(body -> body.length > HEADER)
                .map(body -> Arrays.copyOfRange(body, HEADER, body.length));
    }
}
