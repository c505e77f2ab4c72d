package dev.gangway.vault.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.gangway.app.Workspace;
import dev.gangway.background.Cancellation;
import dev.gangway.bench.engine.Bench;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.KeyRef;
import dev.gangway.device.ServerState;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.http.HttpClients;
import dev.gangway.onboarding.OnboardingPlan;
import dev.gangway.onboarding.Station;
import dev.gangway.pki.TestWorkshop;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import dev.gangway.secret.Secret;
import dev.gangway.server.ServerCode;
import dev.gangway.server.ServerEntry;
import dev.gangway.server.thingsboard.ThingsBoard;
import dev.gangway.vault.TestVaults;
import dev.gangway.vault.Vault;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What of the secrets is left in the heap once a vault was unlocked, worked with and closed: a heap dump of a process of
 * its own is searched for each. Live objects alone: what the collector has not yet overwritten cannot be reached by us.
 */
class ClosedVaultHeapIT {
    @TempDir
    private Path folder;

    @Test
    void holdsNeitherPassphraseNorKeysNorPasswords() throws IOException, InterruptedException {
        try (PracticeServer server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                .orThrow()) {
            works(server);
        }
    }

    private void works(PracticeServer server) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Works.class.getName(),
                        folder.toString(),
                        server.restUrl().toString())
                .redirectErrorStream(true)
                .start();
        child.getOutputStream().close();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).as(said).isZero();
        Map<String, byte[]> secrets = new LinkedHashMap<>();
        said.lines().filter(line -> line.startsWith("secret ")).forEach(line -> {
            String[] parts = line.split(" ");
            byte[] known = HexFormat.of().parseHex(parts[2]);
            for (int i = 0; i < known.length; i++) {
                known[i] ^= Works.MASK;
            }
            secrets.put(parts[1], known);
        });
        assertThat(secrets).containsOnlyKeys("passphrase", "password", "key", "control");
        try (FileChannel dump = FileChannel.open(folder.resolve("heap.hprof"))) {
            Map<String, Boolean> found = new LinkedHashMap<>();
            for (Map.Entry<String, byte[]> secret : secrets.entrySet()) {
                found.put(secret.getKey(), contains(dump, secret.getValue()));
            }
            assertThat(found)
                    .as("the control is held on purpose, so the search works")
                    .isEqualTo(Map.of("passphrase", false, "password", false, "key", false, "control", true));
        } finally {
            Files.delete(folder.resolve("heap.hprof"));
        }
    }

    private static boolean contains(FileChannel dump, byte[] wanted) throws IOException {
        int window = 64 << 20;
        for (long at = 0; at < dump.size(); at += window) {
            long length = Math.min(dump.size() - at, (long) window + wanted.length);
            byte[] bytes = new byte[(int) length];
            dump.read(java.nio.ByteBuffer.wrap(bytes), at);
            for (int i = 0; i + wanted.length <= bytes.length; i++) {
                if (bytes[i] == wanted[0] && matches(bytes, i, wanted)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean matches(byte[] bytes, int at, byte[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** The work of a session, in a process of its own. Secrets are told masked, so that telling them leaves none. */
    static final class Works {
        static final byte MASK = 0x5a;

        private static final Secret CONTROL = Secret.of("a control that is never closed");

        private Works() {}

        public static void main(String[] args) throws IOException {
            Path folder = Path.of(args[0]);
            int code = 1;
            try {
                work(folder, URI.create(args[1]));
                System.gc();
                ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                        .dumpHeap(folder.resolve("heap.hprof").toString(), true);
                code = CONTROL.length() > 0 ? 0 : 2;
            } finally {
                System.exit(code);
            }
        }

        private static void work(Path folder, URI server) {
            byte[] random = new byte[36];
            new SecureRandom().nextBytes(random);
            byte[] passphrase =
                    HexFormat.of().formatHex(random).substring(0, 36).getBytes(StandardCharsets.US_ASCII);
            byte[] password = HexFormat.of().formatHex(random).substring(36).getBytes(StandardCharsets.US_ASCII);
            Path file = folder.resolve("closed.vault");
            try (Secret opens = Secret.copyOf(passphrase)) {
                TestVaults.cheap().create(file, opens, "somebody").orThrow().close();
            }
            try (Secret opens = Secret.copyOf(passphrase);
                    Workspace workspace = workspace(
                            TestVaults.cheap().unlock(file, opens, "somebody").orThrow())) {
                use(workspace, server, Secret.copyOf(password));
            }
            tell("passphrase", passphrase);
            tell("password", password);
            CONTROL.withBytes(bytes -> {
                tell("control", bytes.clone());
                return 0;
            });
        }

        private static Workspace workspace(Vault vault) {
            return new Workspace(
                    vault,
                    Station.kinds(new ThingsBoard(new HttpClients())),
                    new HttpClients(),
                    new Bench((_, _, _) -> {
                        throw new AssertionError("no test was asked for");
                    }),
                    TestWorkshop.real(),
                    Station.hardware(),
                    Clock.systemUTC());
        }

        /** A server that refuses the password, and a device with a key of its own. */
        private static void use(Workspace workspace, URI server, Secret password) {
            ServerEntry entry = new ServerEntry(
                    UUID.randomUUID(),
                    "plant",
                    ServerEntry.Kind.THINGSBOARD,
                    server,
                    "tenant@thingsboard.org",
                    password,
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
            workspace.servers().save(entry);
            Outcome<?> refused = workspace.servers().check(entry, new Cancellation());
            if (!refused.failure().orElseThrow().is(ServerCode.WRONG_PASSWORD)) {
                throw new AssertionError(refused);
            }
            Credential made = workspace
                    .credentials()
                    .make(Station.leaf(OnboardingPlan.Test.NONE).credential(), "pump-1")
                    .orThrow();
            workspace
                    .devices()
                    .save(new Device(
                            UUID.randomUUID(),
                            "pump-1",
                            Optional.empty(),
                            "default",
                            "",
                            made,
                            ServerState.none(),
                            Instant.now()));
            if (made instanceof Credential.X509Leaf(var leaf, KeyRef.Stored(Secret pkcs8))) {
                pkcs8.withBytes(bytes -> {
                    tell(
                            "key",
                            Arrays.copyOfRange(
                                    bytes, 30, 62)); // of the private value, which stands before the public one
                    return 0;
                });
            }
        }

        private static void tell(String name, byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] ^= MASK;
            }
            System.out.println("secret " + name + " " + HexFormat.of().formatHex(bytes));
        }
    }
}
