package dev.gangway.pki;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.KeyRef;
import dev.gangway.device.ServerState;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.vault.RecordType;
import dev.gangway.vault.TestVaults;
import dev.gangway.vault.Vault;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Keys and certificates for many devices, issued by an authority, sealed and stored; against bare JCA key generation
 * and signing of the same, and beside the openssl command for 200.
 */
@Tag("benchmark")
class IssueBenchmark {
    private static final int DEVICES = 10_000;
    private static final int BATCH = 500;
    private static final int OPENSSL = 200;

    private static final RecordType<Device> DEVICE_KIND =
            RecordType.of("device", Device.class, device -> device.id().toString());

    @TempDir
    Path folder;

    private final BouncyCastleMaker maker = new BouncyCastleMaker();
    private final Family family = new Family(KeyType.EC_P256);
    private final Instant from = Instant.now();

    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    @Test
    void tenThousandDevices() throws Exception {
        byte[] tbs = family.device.leaf().getTBSCertificate();
        bare(tbs, BATCH);
        List<Device> warm = issue(BATCH);
        assertThat(warm).hasSize(BATCH);
        double bare = 0;
        double stored = 0;
        try (Vault vault = TestVaults.create(folder.resolve("vault"))) {
            // In turns, so that a busy machine slows both.
            for (int i = 0; i < DEVICES; i += BATCH) {
                bare += seconds(() -> bare(tbs, BATCH));
                stored += seconds(() -> vault.repository(DEVICE_KIND).putAll(issue(BATCH)));
            }
            assertThat(vault.repository(DEVICE_KIND).count()).isEqualTo(DEVICES);
        }
        Openssl openssl = new Openssl(folder);
        double command = seconds(() -> openssl(openssl));
        System.out.printf(
                Locale.ROOT,
                "%n| EC P-256 | certificates | seconds | per second |%n|---|---|---|---|%n"
                        + "| bare JCA key and signature | %d | %.1f | %.0f |%n"
                        + "| issued, sealed and stored | %d | %.1f | %.0f |%n"
                        + "| openssl command, files | %d | %.1f | %.0f |%n| ratio to JCA | | | %.2f |%n%n",
                DEVICES,
                bare,
                DEVICES / bare,
                DEVICES,
                stored,
                DEVICES / stored,
                OPENSSL,
                command,
                OPENSSL / command,
                bare / stored);
    }

    private List<Device> issue(int count) {
        List<Device> devices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            UUID id = UUID.randomUUID();
            KeyPair keys = maker.newKey(KeyType.EC_P256);
            X509Certificate certificate = maker.issue(
                            keys.getPublic(),
                            CertificateSpec.device("CN=" + id, from, from.plus(Duration.ofDays(20))),
                            family.intermediate)
                    .orThrow();
            Credential credential =
                    new Credential.X509Leaf(certificate, new KeyRef.Stored(Keys.pkcs8(keys.getPrivate())));
            devices.add(new Device(
                    id, id.toString(), Optional.empty(), "default", "", credential, ServerState.none(), from));
        }
        return devices;
    }

    private static void bare(byte[] tbs, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(generator.generateKeyPair().getPrivate());
            signature.update(tbs);
            assertThat(signature.sign()).isNotEmpty();
        }
    }

    private void openssl(Openssl openssl) {
        openssl.file("ca.pem", Pem.certificate(family.intermediate.leaf()));
        openssl.file("ca.key", Pem.privateKey(family.intermediate.key()).reveal());
        for (int i = 0; i < OPENSSL; i++) {
            String[] request = ("req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=d" + i
                            + " -keyout d" + i + ".key -out d.csr")
                    .split(" ");
            String[] sign = ("x509 -req -in d.csr -CA ca.pem -CAkey ca.key -days 20 -out d" + i + ".pem").split(" ");
            assertThat(openssl.openssl(request).code()).isZero();
            assertThat(openssl.openssl(sign).code()).isZero();
        }
    }
}
