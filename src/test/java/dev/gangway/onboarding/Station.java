package dev.gangway.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.app.Workspace;
import dev.gangway.authorities.AuthorityCreation.NewAuthority;
import dev.gangway.background.Cancellation;
import dev.gangway.bench.engine.Bench;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.TestBench;
import dev.gangway.credentials.CredentialChoice;
import dev.gangway.credentials.HardwareKeys;
import dev.gangway.credentials.PinSource;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.http.HttpClients;
import dev.gangway.pki.AuthorityLimits;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.Pem;
import dev.gangway.pki.TestWorkshop;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.pki.bouncycastle.BouncyCastleRequests;
import dev.gangway.pki.pkcs11.Pkcs11Tokens;
import dev.gangway.practice.PracticeClient;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import dev.gangway.secret.Secret;
import dev.gangway.server.ServerAdapters;
import dev.gangway.server.ServerEntry;
import dev.gangway.server.ServerKinds;
import dev.gangway.server.broker.MqttBroker;
import dev.gangway.server.thingsboard.ThingsBoard;
import dev.gangway.vault.TestVaults;
import dev.gangway.vault.Vault;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A practice server and a vault file that workspaces are opened on, as after each start of the program. */
public final class Station implements AutoCloseable {
    private static final HttpClients HTTP = new HttpClients();
    private static final UUID SERVER = UUID.fromString("5a7c9d2e-0000-4000-8000-000000000001");

    public final PracticeServer server = PracticeServer.start(
                    PracticeOptions.freePorts(new BouncyCastleMaker()).withEnrolment(new BouncyCastleRequests()))
            .orThrow();
    private final Path file;
    private final TestBench bench;

    /** For tests that connect nothing. */
    public Station(Path folder) {
        this(folder, new Bench((_, _, _) -> {
            throw new AssertionError("no test was asked for");
        }));
    }

    public Station(Path folder, TestBench bench) {
        file = folder.resolve("station.vault");
        this.bench = bench;
        TestVaults.create(file).close();
        try (Workspace workspace = open()) {
            workspace.servers().save(entry());
        }
    }

    /** Creates another vault, where this server is known and nothing else. */
    public void introduceTo(Path vault) {
        TestVaults.create(vault).close();
        try (Workspace other = open(TestVaults.unlock(vault))) {
            other.servers().save(entry());
        }
    }

    /** Creates another vault, where this server is known and these devices are on it, with certificates. */
    public void introduceTo(Path vault, String... devices) {
        introduceTo(vault);
        try (Workspace other = open(TestVaults.unlock(vault))) {
            for (String name : devices) {
                Onboarding.Result result = other.onboarding()
                        .onboard(leaf(OnboardingPlan.Test.NONE), name, "", step -> {}, new Cancellation());
                if (!result.isOk()) {
                    throw new AssertionError(result);
                }
            }
        }
    }

    /** Does something in another vault, by a clock that stands still at this moment. */
    public void in(Path vault, Instant at, Consumer<Workspace> use) {
        try (Workspace other = open(TestVaults.unlock(vault), Clock.fixed(at, ZoneOffset.UTC))) {
            use.accept(other);
        }
    }

    /** Where it issues certificates by EST. */
    public String estAddress() {
        return "https://localhost:" + server.httpsPort();
    }

    /** Where it speaks MQTT without TLS. */
    public String mqttAddress() {
        return "mqtt://" + server.host() + ":" + server.mqttPort();
    }

    /** Where it speaks MQTT over TLS. */
    public String mqttsAddress() {
        return "mqtts://" + server.host() + ":" + server.mqttsPort();
    }

    /** Its port for MQTT without TLS. */
    public int mqttPort() {
        return server.mqttPort();
    }

    /** Onboards a device by a clock that stood still at this moment; its certificate holds for 30 days from then. */
    public void addDeviceOf(Path vault, Instant at, String name) {
        in(vault, at, workspace -> {
            Onboarding.Result result = workspace
                    .onboarding()
                    .onboard(leaf(OnboardingPlan.Test.NONE), name, "", step -> {}, new Cancellation());
            if (!result.isOk()) {
                throw new AssertionError(result);
            }
        });
    }

    /** The server's id in every vault. */
    public UUID serverId() {
        return SERVER;
    }

    /** Adds a device with an access token to a vault that knows this server. */
    public void addTokenDevice(Path vault, String name) {
        try (Workspace other = open(TestVaults.unlock(vault))) {
            Onboarding.Result result = other.onboarding()
                    .onboard(token(OnboardingPlan.Test.NONE), name, "", step -> {}, new Cancellation());
            if (!result.isOk()) {
                throw new AssertionError(result);
            }
        }
    }

    /** Somebody moves a device on the server into a profile that speaks CoAP alone. */
    public void moveToCoapProfile(String device) {
        try (PracticeClient rest = PracticeClient.of(server)) {
            move(rest, device, rest.post("/api/deviceProfile", """
                {"name":"CoAP sensors","type":"DEFAULT","transportType":"COAP","provisionType":"DISABLED",
                "profileData":{"configuration":{"type":"DEFAULT"},"transportConfiguration":{"type":"COAP"},
                "provisionConfiguration":{"type":"DISABLED"}}}\
                """).json());
        }
    }

    /** Somebody gives a device on the server an access token in place of its certificate. */
    public void replaceWithToken(String device) {
        try (PracticeClient rest = PracticeClient.of(server)) {
            ObjectNode credentials = (ObjectNode)
                    rest.get("/api/device/" + id(rest, device) + "/credentials").json();
            credentials.put("credentialsType", "ACCESS_TOKEN").put("credentialsId", "SomebodysToken");
            credentials.putNull("credentialsValue");
            rest.post("/api/device/credentials", credentials.toString());
        }
    }

    /** Another credential in a vault, of which the server is believed to know. */
    public void give(Path vault, String device, Credential credential) {
        try (Workspace other = open(TestVaults.unlock(vault))) {
            Device known = other.devices().named(device).orElseThrow();
            other.devices().save(known.withCredential(credential).withServer(known.server()));
        }
    }

    /** Somebody has the server store this certificate for a device. */
    public void register(String device, X509Certificate certificate) {
        try (PracticeClient rest = PracticeClient.of(server)) {
            ObjectNode credentials = (ObjectNode)
                    rest.get("/api/device/" + id(rest, device) + "/credentials").json();
            credentials
                    .put("credentialsType", "X509_CERTIFICATE")
                    .put("credentialsValue", Pem.certificate(certificate));
            credentials.remove("credentialsId");
            rest.post("/api/device/credentials", credentials.toString());
        }
    }

    /** Somebody moves a device on the server into a profile that makes devices out of what this authority issues. */
    public void moveToChainProfile(String device, X509Certificate authority) {
        try (PracticeClient rest = PracticeClient.of(server)) {
            String body = """
                {"name":"Chains","type":"DEFAULT","transportType":"DEFAULT",
                "provisionType":"X509_CERTIFICATE_CHAIN","profileData":{
                "configuration":{"type":"DEFAULT"},"transportConfiguration":{"type":"DEFAULT"},
                "provisionConfiguration":{"type":"X509_CERTIFICATE_CHAIN","provisionDeviceSecret":"%s",
                "certificateRegExPattern":"(.*)","allowCreateNewDevicesByX509Certificate":false}}}\
                """.formatted(Pem.certificate(authority).replace("\n", "\\n"));
            move(rest, device, rest.post("/api/deviceProfile", body).json());
        }
    }

    private static void move(PracticeClient rest, String device, JsonNode profile) {
        ObjectNode moved = (ObjectNode)
                rest.get("/api/tenant/devices?deviceName=" + device).json();
        moved.putObject("deviceProfileId")
                .put("entityType", "DEVICE_PROFILE")
                .put("id", profile.path("id").path("id").asText());
        rest.post("/api/device", moved.toString());
    }

    private static String id(PracticeClient rest, String device) {
        return rest.get("/api/tenant/devices?deviceName=" + device)
                .json()
                .path("id")
                .path("id")
                .asText();
    }

    /** The same with a root and an intermediate, {@code Plant 2}, that issues. */
    public void introduceWithAuthority(Path vault) {
        introduceTo(vault);
        try (Workspace other = open(TestVaults.unlock(vault))) {
            UUID root = other.authorities()
                    .founding()
                    .root(authority("Root"))
                    .orThrow()
                    .id();
            other.authorities()
                    .founding()
                    .intermediate(root, authority("Plant 2"))
                    .orThrow();
        }
    }

    private static NewAuthority authority(String name) {
        return new NewAuthority(
                name, "CN=" + name, KeyType.EC_P256, Optional.of(Duration.ofDays(3650)), AuthorityLimits.NONE);
    }

    /** Has the server take tokens that this secret signs. */
    public void trust(Secret secret) {
        server.trustSharedSecret(secret);
    }

    /** Address of the server's REST interface and token endpoint, without a slash at its end. */
    public String url() {
        return server.restUrl().toString();
    }

    /** Somebody else's device on the server, with an access token. Its name must be free there. */
    public void occupy(String name) {
        try (Workspace workspace = open()) {
            Onboarding.Result result = workspace
                    .onboarding()
                    .onboard(token(OnboardingPlan.Test.NONE), name, "", step -> {}, new Cancellation());
            if (!result.isOk()) {
                throw new AssertionError(result);
            }
        }
    }

    /** How this device of another vault connects. */
    public Plan plan(Path vault, String device) {
        try (Workspace other = open(TestVaults.unlock(vault))) {
            Device known = other.devices().named(device).orElseThrow();
            return other.live().plan(known, new Cancellation()).orThrow();
        }
    }

    /** Signed in over REST, to do on the server what its people would do there. */
    public PracticeClient rest() {
        return PracticeClient.of(server);
    }

    /** The practice server as an entry. */
    public ServerEntry entry() {
        return new ServerEntry(
                SERVER,
                "Practice",
                ServerEntry.Kind.THINGSBOARD,
                server.restUrl(),
                server.tenantUser(),
                Secret.of(server.tenantPassword()),
                Optional.of(new ServerEntry.HostPort(server.host(), server.mqttPort())),
                Optional.of(new ServerEntry.HostPort(server.host(), server.mqttsPort())),
                List.of(server.authorityPem()));
    }

    /** A workspace over an unlocked vault. */
    public Workspace open(Vault vault) {
        return open(vault, Clock.systemUTC());
    }

    private Workspace open(Vault vault, Clock clock) {
        return new Workspace(vault, kinds(new ThingsBoard(HTTP)), HTTP, bench, TestWorkshop.real(), hardware(), clock);
    }

    public static HardwareKeys hardware() {
        return new HardwareKeys(new Pkcs11Tokens(), TestWorkshop.real(), PinSource.NONE, Clock.systemUTC());
    }

    public Workspace open() {
        return open(vault -> vault, adapters -> adapters);
    }

    /** With something in between that fails. */
    public Workspace open(UnaryOperator<Vault> vault, UnaryOperator<ServerAdapters> adapters) {
        return new Workspace(
                vault.apply(TestVaults.unlock(file)),
                kinds(adapters.apply(new ThingsBoard(HTTP))),
                HTTP,
                bench,
                TestWorkshop.real(),
                hardware(),
                Clock.systemUTC());
    }

    /** ThingsBoard and plain brokers, connected to in this way. */
    public static ServerKinds kinds(ServerAdapters adapters) {
        return new ServerKinds(List.of(new ThingsBoard(HTTP), new MqttBroker()), adapters);
    }

    public static OnboardingPlan token(OnboardingPlan.Test test) {
        return new OnboardingPlan(SERVER, "default", new CredentialChoice.NewToken(20), test);
    }

    public static OnboardingPlan leaf(OnboardingPlan.Test test) {
        return new OnboardingPlan(
                SERVER,
                "default",
                new CredentialChoice.NewLeaf(KeyType.EC_P256, Duration.ofDays(30), "CN={name}"),
                test);
    }

    @Override
    public void close() {
        server.close();
    }
}
