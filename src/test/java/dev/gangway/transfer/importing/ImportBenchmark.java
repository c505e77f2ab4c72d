package dev.gangway.transfer.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.gangway.bench.TestChain;
import dev.gangway.onboarding.Vaulted;
import dev.gangway.pki.Identity;
import dev.gangway.pki.Pem;
import dev.gangway.pki.importing.Gathered;
import dev.gangway.pki.importing.ImportPreview;
import dev.gangway.pki.importing.Passphrases;
import dev.gangway.transfer.importing.Imports.ImportRules;
import dev.gangway.transfer.importing.Proposal.Placement;
import java.io.IOException;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Import of 1,200 pairs of PEM files into a vault, sealed and on disk, against reading the same files with plain Bouncy
 * Castle and checking that each is valid now and that key and certificate belong together. In processor time, in turns, each round with files of its own:
 * neither side remembers anything of them.
 */
@Tag("benchmark")
class ImportBenchmark {
    private static final int PAIRS = 1200;
    private static final int ROUNDS = 7;

    @TempDir
    Path folder;

    @Test
    void twelveHundredPairs() throws Exception {
        Identity root = TestChain.root("Benchmark Root");
        List<Double> reading = new ArrayList<>();
        List<Double> storing = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Path files = made(root, "files-" + round);
            plain.add(seconds(() -> plain(files)));
            try (Vaulted vault = Vaulted.in(
                    Files.createDirectory(folder.resolve(UUID.randomUUID().toString())))) {
                Imports imports = vault.workspace().imports();
                List<Placement> placements = new ArrayList<>();
                reading.add(seconds(() -> {
                    ImportPreview preview = imports.preview(Gathered.of(List.of(files)), Passphrases.none());
                    assertThat(preview.problems()).isEmpty();
                    imports.propose(preview.items(), ImportRules.usual())
                            .forEach(proposal -> placements.add(proposal.placement()));
                    return placements.size();
                }));
                storing.add(seconds(
                        () -> imports.store(placements).orThrow().devices().size()));
            }
        }
        double ours = median(reading) + median(storing);
        System.out.printf(
                Locale.ROOT,
                "%n| 1,200 PEM pairs | seconds | of plain Bouncy Castle's rate |%n|---|---|---|%n| read, checked,"
                        + " proposed | %.2f | %.2f |%n| and stored | %.2f | %.2f (aim: at least 0.5) |%n| plain Bouncy"
                        + " Castle | %.2f | |%n",
                median(reading),
                median(plain) / median(reading),
                ours,
                median(plain) / ours,
                median(plain));
    }

    private Path made(Identity root, String name) throws IOException {
        Path files = Files.createDirectory(folder.resolve(name));
        for (int i = 0; i < PAIRS; i++) {
            Identity device = TestChain.device(name + "-device-" + i, root);
            Files.writeString(files.resolve("device-" + i + ".pem"), Pem.certificate(device.leaf()));
            Files.writeString(
                    files.resolve("device-" + i + ".key"),
                    Pem.privateKey(device.key()).reveal());
        }
        return files;
    }

    private static int plain(Path files) throws Exception {
        JcaX509CertificateConverter certificates = new JcaX509CertificateConverter();
        JcaPEMKeyConverter keys = new JcaPEMKeyConverter();
        for (int i = 0; i < PAIRS; i++) {
            X509CertificateHolder held = (X509CertificateHolder) object(files.resolve("device-" + i + ".pem"));
            PrivateKeyInfo secret = (PrivateKeyInfo) object(files.resolve("device-" + i + ".key"));
            X509Certificate certificate = certificates.getCertificate(held);
            assertThat(keys.getPrivateKey(secret).getAlgorithm()).startsWith("EC");
            certificate.checkValidity();
            assertThat(belongTogether(secret, held)).isTrue();
        }
        return PAIRS;
    }

    /** The public half is computed from the key and compared: cheaper than to sign and to verify. */
    private static boolean belongTogether(PrivateKeyInfo key, X509CertificateHolder certificate) throws IOException {
        ECPrivateKeyParameters secret = (ECPrivateKeyParameters) PrivateKeyFactory.createKey(key);
        ECPublicKeyParameters half =
                (ECPublicKeyParameters) PublicKeyFactory.createKey(certificate.getSubjectPublicKeyInfo());
        return new FixedPointCombMultiplier()
                .multiply(secret.getParameters().getG(), secret.getD())
                .equals(half.getQ());
    }

    private static Object object(Path file) throws Exception {
        try (Reader text = Files.newBufferedReader(file);
                PEMParser parser = new PEMParser(text)) {
            return parser.readObject();
        }
    }

    private static double seconds(Callable<Integer> work) throws Exception {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long start = system.getProcessCpuTime();
        assertThat(work.call()).isEqualTo(PAIRS);
        return (system.getProcessCpuTime() - start) / 1e9;
    }

    private static double median(List<Double> all) {
        List<Double> sorted = new ArrayList<>(all);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
