package dev.gangway.vault.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.gangway.app.Workspace;
import dev.gangway.background.Cancellation;
import dev.gangway.bench.engine.Bench;
import dev.gangway.credentials.CredentialChoice;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.HeldToken;
import dev.gangway.device.KeyRef;
import dev.gangway.device.ServerState;
import dev.gangway.device.TokenClient;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.http.HttpClients;
import dev.gangway.onboarding.Onboarding;
import dev.gangway.onboarding.OnboardingPlan;
import dev.gangway.onboarding.Station;
import dev.gangway.pki.TestWorkshop;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import dev.gangway.secret.Secret;
import dev.gangway.server.ProfileProvisioning;
import dev.gangway.server.ServerCode;
import dev.gangway.server.ServerEntry;
import dev.gangway.server.thingsboard.ThingsBoard;
import dev.gangway.token.oauth.OAuthCode;
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
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
        Files.writeString(folder.resolve("authority.pem"), server.authorityPem());
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Works.class.getName(),
                        folder.toString(),
                        server.restUrl().toString(),
                        server.host() + ":" + server.mqttsPort())
                .redirectErrorStream(true)
                .start();
        child.getOutputStream().close();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).as(said).isZero();
        Map<String, byte[]> secrets = new LinkedHashMap<>();
        said.lines().filter(line -> line.startsWith("secret ")).forEach(line -> {
            String[] parts = line.split(" ");
            secrets.put(parts[1], Works.masked(HexFormat.of().parseHex(parts[2])));
        });
        assertThat(secrets.keySet()).isEqualTo(Works.TOLD);
        try (FileChannel dump = FileChannel.open(folder.resolve("heap.hprof"))) {
            Set<String> found = new TreeSet<>();
            for (Map.Entry<String, byte[]> secret : secrets.entrySet()) {
                for (Map.Entry<String, byte[]> form : forms(secret.getValue()).entrySet()) {
                    if (contains(dump, form.getValue())) {
                        found.add(secret.getKey() + form.getKey());
                    }
                }
            }
            assertThat(found)
                    .as("the control is held on purpose, so the search works")
                    .containsExactly("control");
        } finally {
            Files.delete(folder.resolve("heap.hprof"));
        }
    }

    /** A secret as the JVM may hold it: bytes or a String of Latin letters, an array of characters, encoded for HTTP. */
    private static Map<String, byte[]> forms(byte[] secret) {
        byte[] wide = new byte[2 * secret.length];
        for (int i = 0; i < secret.length; i++) {
            wide[2 * i + 1] = secret[i];
        }
        return Map.of("", secret, " as characters", wide);
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
        /** What is looked for, by name; a login of HTTP Basic stands for itself, as it is sent. */
        static final Set<String> TOLD = Set.of(
                "passphrase",
                "password",
                "key",
                "oauth-secret",
                "oauth-basic",
                "oauth-password",
                "oauth-access",
                "oauth-refresh",
                "provision-secret-http",
                "provision-secret-mqtt",
                "provisioned-token-http",
                "provisioned-token-mqtt",
                "control");

        private static final byte MASK = 0x5a;
        /** The practice server's client secret and its tenant's password, masked: constants stay for ever. */
        private static final String PRACTICE_SECRET = "2a283b392e33393f77293f39283f2e";

        private static final String TENANT_PASSWORD = "2e3f343b342e";

        private static final Secret CONTROL = Secret.of("a control that is never closed");

        private Works() {}

        public static void main(String[] args) throws IOException {
            Path folder = Path.of(args[0]);
            int code = 1;
            try {
                work(folder, URI.create(args[1]), args[2]);
                System.gc();
                ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                        .dumpHeap(folder.resolve("heap.hprof").toString(), true);
                code = CONTROL.length() > 0 ? 0 : 2;
            } finally {
                System.exit(code);
            }
        }

        private static void work(Path folder, URI server, String mqtts) throws IOException {
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
                String pem = Files.readString(folder.resolve("authority.pem"));
                UUID plant = tenant(workspace, server, mqtts, pem);
                provision(workspace, plant, false);
                provision(workspace, plant, true);
                fetch(workspace, server);
            }
            tell("passphrase", passphrase);
            tell("password", password);
            tell("control", CONTROL);
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

        private static UUID tenant(Workspace workspace, URI server, String mqtts, String pem) {
            byte[] password = unmasked(TENANT_PASSWORD);
            String[] at = mqtts.split(":");
            ServerEntry entry = new ServerEntry(
                    UUID.randomUUID(),
                    "tenant's",
                    ServerEntry.Kind.THINGSBOARD,
                    server,
                    "tenant@thingsboard.org",
                    Secret.copyOf(password),
                    Optional.empty(),
                    Optional.of(new ServerEntry.HostPort(at[0], Integer.parseInt(at[1]))),
                    List.of(pem));
            workspace.servers().save(entry);
            return entry.id();
        }

        /** A device that asks the server for its credential, with the secret of its profile. */
        private static void provision(Workspace workspace, UUID server, boolean overMqtt) {
            String way = overMqtt ? "mqtt" : "http";
            byte[] secret = random();
            workspace
                    .profiles()
                    .setUp(
                            server,
                            "by " + way,
                            new ProfileProvisioning.NewDevices("key-" + way, Secret.copyOf(secret)),
                            new Cancellation())
                    .orThrow();
            CredentialChoice choice = new CredentialChoice.Existing(
                    new Credential.Provisioning("key-" + way, Secret.copyOf(secret), overMqtt));
            Onboarding.Result result = workspace
                    .onboarding()
                    .onboard(
                            new OnboardingPlan(server, "by " + way, choice, OnboardingPlan.Test.NONE),
                            "tank-" + way,
                            "",
                            step -> {},
                            new Cancellation());
            if (!(result.device().orElseThrow().credential() instanceof Credential.AccessToken(Secret token))) {
                throw new AssertionError(result);
            }
            tell("provision-secret-" + way, secret);
            tell("provisioned-token-" + way, token);
        }

        /** A token by password, then one by refreshing; the client proves itself in the header, then in the form. */
        private static void fetch(Workspace workspace, URI server) {
            byte[] secret = unmasked(PRACTICE_SECRET);
            byte[] password = unmasked(TENANT_PASSWORD);
            for (TokenClient.Proof proof : List.of(
                    new TokenClient.Proof.SecretBasic(Secret.copyOf(secret)),
                    new TokenClient.Proof.SecretPost(Secret.copyOf(secret)))) {
                TokenClient client = new TokenClient(
                        URI.create(server + "/oauth/token"),
                        "practice",
                        proof,
                        new TokenClient.Grant.Password("tenant@thingsboard.org", Secret.copyOf(password)),
                        List.of(),
                        Optional.empty(),
                        List.of());
                Device device = new Device(
                        UUID.randomUUID(),
                        "oauth-" + proof.getClass().getSimpleName(),
                        Optional.empty(),
                        "default",
                        "",
                        new Credential.OAuth(client, Optional.empty(), false, Optional.empty()),
                        ServerState.none(),
                        Instant.now());
                workspace.devices().save(device);
                Device first = workspace.tokens().of(device, new Cancellation()).orThrow();
                Device spent = first.withCredential(((Credential.OAuth) first.credential()).spent());
                workspace.devices().save(spent);
                Device second = workspace.tokens().of(spent, new Cancellation()).orThrow();
                HeldToken held = ((Credential.OAuth) second.credential()).held().orElseThrow();
                tell("oauth-access", held.accessToken());
                tell("oauth-refresh", held.refreshToken().orElseThrow());
            }
            byte[] login = new byte["practice:".length() + secret.length];
            System.arraycopy("practice:".getBytes(StandardCharsets.US_ASCII), 0, login, 0, "practice:".length());
            System.arraycopy(secret, 0, login, "practice:".length(), secret.length);
            tell("oauth-basic", Base64.getEncoder().encode(login));
            Arrays.fill(login, (byte) 0);
            tell("oauth-secret", secret);
            refused(workspace, server);
        }

        /** The tenant's password is in its name and cannot be looked for; a wrong one is sent the same way. */
        private static void refused(Workspace workspace, URI server) {
            byte[] password = random();
            Outcome<HeldToken> none = workspace
                    .tokenRequests()
                    .fetch(
                            new TokenClient(
                                    URI.create(server + "/oauth/token"),
                                    "practice",
                                    new TokenClient.Proof.SecretPost(Secret.copyOf(unmasked(PRACTICE_SECRET))),
                                    new TokenClient.Grant.Password("tenant@thingsboard.org", Secret.copyOf(password)),
                                    List.of(),
                                    Optional.empty(),
                                    List.of()),
                            new Cancellation());
            if (!none.failure().orElseThrow().is(OAuthCode.INVALID_GRANT)) {
                throw new AssertionError(none);
            }
            tell("oauth-password", password);
        }

        private static byte[] random() {
            byte[] random = new byte[15];
            new SecureRandom().nextBytes(random);
            return Base64.getUrlEncoder().encode(random);
        }

        private static byte[] unmasked(String hex) {
            return masked(HexFormat.of().parseHex(hex));
        }

        static byte[] masked(byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] ^= MASK;
            }
            return bytes;
        }

        private static void tell(String name, Secret secret) {
            secret.withBytes(bytes -> {
                tell(name, bytes);
                return 0;
            });
        }

        /** Masks them where they are. */
        private static void tell(String name, byte[] bytes) {
            System.out.println("secret " + name + " " + HexFormat.of().formatHex(masked(bytes)));
        }
    }
}
