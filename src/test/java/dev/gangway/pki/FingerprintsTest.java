package dev.gangway.pki;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.pki.bouncycastle.BouncyCastleReader;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;

class FingerprintsTest {
    private final X509Certificate certificate = new BouncyCastleReader()
            .readCertificate(Samples.source("ec.cert.pem"))
            .orThrow();

    /** Computed with: grep -v -- ----- ec.cert.pem | tr -d '\n' | openssl dgst -sha3-256. */
    @Test
    void theIdOnThingsBoardIsTheDigestOfTheText() {
        assertThat(Fingerprints.credentialsId(certificate))
                .isEqualTo("42e85c3444c17895be71be9bfa5866ef51c69b3d7818b8d1e410ff16144ae21b");
    }

    /** The example in ThingsBoard's REST documentation, device-with-credentials: a certificate and its id. */
    @Test
    void thePublishedExampleHasThePublishedId() {
        X509Certificate published = new BouncyCastleReader()
                .readCertificate(Samples.source("thingsboard-example.txt"))
                .orThrow();
        assertThat(Fingerprints.credentialsId(published))
                .isEqualTo("84f5911765abba1f96bf4165604e9e90338fc6214081a8e623b6ff9669aedb27");
    }

    @Test
    void theOthersAreWhatOpensslPrints() {
        assertThat(Fingerprints.sha256(certificate))
                .isEqualTo("15:FD:6A:C9:47:DD:4A:E4:3D:D2:04:BC:3B:EF:2D:48:"
                        + "ED:9C:94:63:91:6D:1E:9F:F2:5C:43:EC:B9:71:93:38");
        assertThat(Fingerprints.sha1(certificate))
                .isEqualTo("52:39:73:1A:1F:A6:AE:E2:32:B9:B1:AA:F2:D6:C0:3E:E1:7A:EB:AB");
    }

    @Test
    void pemIsWrittenAsOpensslWritesIt() {
        assertThat(Pem.certificate(certificate)).isEqualTo(Samples.text("ec.cert.pem"));
    }
}
