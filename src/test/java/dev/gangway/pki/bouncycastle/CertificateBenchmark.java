package dev.gangway.pki.bouncycastle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.KeyType;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Key plus certificate per second on one core, against bare JCA key generation and signing of the same number of
 * bytes. The two take turns in one run, so that a busy machine slows both.
 */
@Tag("benchmark")
class CertificateBenchmark {
    private static final int WARM_UP = 25;
    private static final int TURNS = 30;
    private static final Duration TURN = Duration.ofMillis(200);
    private static final CertificateSpec SPEC = CertificateSpec.device(
            "CN=pump-0417,O=Plant 2", Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2036-01-01T00:00:00Z"));

    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private final BouncyCastleMaker maker = new BouncyCastleMaker();

    @Test
    void keyAndCertificateAgainstBareJca() throws Exception {
        byte[] tbs =
                maker.selfSigned(maker.newKey(KeyType.EC_P256), SPEC).orThrow().getTBSCertificate();
        for (int i = 0; i < WARM_UP; i++) {
            turn(() -> bare(tbs));
            turn(this::ours);
        }
        double bare = 0;
        double ours = 0;
        for (int i = 0; i < TURNS; i++) {
            bare += turn(() -> bare(tbs));
            ours += turn(this::ours);
        }
        double ratio = ours / bare;
        System.out.printf(
                Locale.ROOT,
                "%n| EC P-256, one core | per second |%n|---|---|%n| bare JCA key and signature | %.0f |%n"
                        + "| key and certificate | %.0f |%n| ratio (at least 0.7) | %.2f |%n%n",
                bare / TURNS,
                ours / TURNS,
                ratio);
    }

    private interface Work {
        void run() throws Exception;
    }

    /** Runs per second of the time that this thread had a core for itself. */
    private static double turn(Work work) throws Exception {
        long start = CLOCK.getCurrentThreadCpuTime();
        int runs = 0;
        while (CLOCK.getCurrentThreadCpuTime() - start < TURN.toNanos()) {
            work.run();
            runs++;
        }
        return runs * 1e9 / (CLOCK.getCurrentThreadCpuTime() - start);
    }

    private void ours() {
        maker.selfSigned(maker.newKey(KeyType.EC_P256), SPEC).orThrow();
    }

    private static void bare(byte[] tbs) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair keys = generator.generateKeyPair();
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(tbs);
        assertThat(signature.sign()).isNotEmpty();
    }
}
