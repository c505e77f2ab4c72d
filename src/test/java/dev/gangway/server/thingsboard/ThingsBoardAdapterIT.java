package dev.gangway.server.thingsboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.background.Cancellation;
import dev.gangway.device.Credential;
import dev.gangway.device.KeyRef;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.http.HttpClients;
import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeClient;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import dev.gangway.practice.rest.RestFault;
import dev.gangway.secret.Secret;
import dev.gangway.server.ServerAdapter;
import dev.gangway.server.ServerAdapter.NewDevice;
import dev.gangway.server.ServerAdapter.RemoteDevice;
import dev.gangway.server.ServerCode;
import dev.gangway.server.ServerEntry;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What every adapter has to do, done with the practice server. */
class ThingsBoardAdapterIT {
    private static final BouncyCastleMaker MAKER = new BouncyCastleMaker();
    private static PracticeServer server;

    private final Cancellation never = new Cancellation();
    private final ServerAdapter adapter = connect(server.tenantPassword());

    @BeforeAll
    static void start() {
        server = PracticeServer.start(PracticeOptions.freePorts(MAKER)).orThrow();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void healthy() {
        server.faults().reset();
        adapter.close();
    }

    @Test
    void signsInAndSaysWhoWeAre() {
        var signedIn = adapter.signIn(never).orThrow();
        assertThat(signedIn.user()).isEqualTo(server.tenantUser());
        assertThat(signedIn.authority()).isEqualTo("TENANT_ADMIN");
    }

    @Test
    void namesAWrongPassword() {
        try (ServerAdapter wrong = connect("wrong")) {
            assertFailed(wrong.signIn(never), ServerCode.WRONG_PASSWORD);
        }
    }

    @Test
    void findsByExactNameOnly() {
        create("exact-1", token());
        assertThat(adapter.find("exact-1", never).orThrow()).isPresent();
        assertThat(adapter.find("exact-", never).orThrow()).isEmpty();
        assertThat(adapter.find("EXACT-1", never).orThrow()).isEmpty();
        assertThat(adapter.find("exact%", never).orThrow()).isEmpty();
    }

    @Test
    void findsNamesThatNeedEncoding() {
        for (String name : List.of("a/b\"c'd\\e", "a & b=c?d#e", "Датчик №1 🌡", "100 %")) {
            RemoteDevice made = create(name, token());
            assertThat(adapter.find(name, never).orThrow().orElseThrow().id()).isEqualTo(made.id());
        }
    }

    @Test
    void makesADeviceWithItsCredentialAndItsMark() {
        Credential token = token();
        String mark = UUID.randomUUID().toString();
        var made = adapter.create(new NewDevice("marked-1", "a label", profile(), mark, false), token, never)
                .orThrow();
        var found = adapter.find("marked-1", never).orThrow().orElseThrow();
        assertThat(found).isEqualTo(made);
        assertThat(found.mark()).hasValue(mark);
        assertThat(found.profileName()).isEqualTo("default");
        assertThat(adapter.isSame(stored(made), token)).isTrue();
        assertThat(adapter.isSame(stored(made), token())).isFalse();
    }

    @Test
    void storesACertificateUnderThingsBoardsFingerprint() {
        Credential.X509Leaf leaf = leaf("leaf-1");
        RemoteDevice made = create("leaf-1", leaf);
        assertThat(stored(made).type()).isEqualTo("X509_CERTIFICATE");
        assertThat(adapter.isSame(stored(made), leaf)).isTrue();
        assertThat(adapter.isSame(stored(made), leaf("leaf-1"))).isFalse();
    }

    @Test
    void storesEveryCombinationOfMqttBasic() {
        List<Credential.MqttBasic> logins = List.of(
                basic("basic-client", null, null),
                basic(null, "basic-user", null),
                basic(null, "basic-user-2", "p\"w"),
                basic("basic-client-3", "basic-user-3", "pw"));
        for (Credential.MqttBasic login : logins) {
            RemoteDevice made = create("b-" + logins.indexOf(login), login);
            assertThat(adapter.isSame(stored(made), login)).as("%s", login).isTrue();
            assertThat(adapter.isSame(stored(made), basic("other", "other", "other")))
                    .isFalse();
        }
    }

    @Test
    void replacesOneTypeByAnother() {
        RemoteDevice made = create("replaced-1", token());
        Credential.X509Leaf leaf = leaf("replaced-1");
        assertThat(adapter.isSame(
                        adapter.replaceCredential(made.id(), leaf, never).orThrow(), leaf))
                .isTrue();
        Credential token = token();
        adapter.replaceCredential(made.id(), token, never).orThrow();
        assertThat(adapter.isSame(stored(made), token)).isTrue();
    }

    @Test
    void refusesANameTwiceAndLeavesNothingBehind() {
        Credential taken = token();
        create("twice-1", taken);
        assertFailed(attempt("twice-1", token()), ServerCode.NAME_EXISTS);
        assertFailed(attempt("twice-2", taken), ServerCode.CREDENTIAL_TAKEN);
        assertThat(adapter.find("twice-2", never).orThrow()).isEmpty();
        assertFailed(attempt("<script>alert(1)</script>", token()), ServerCode.NAME_INVALID);
        assertFailed(attempt(" ", token()), ServerCode.NAME_INVALID);
        assertFailed(attempt("x".repeat(256), token()), ServerCode.NAME_INVALID);
    }

    @Test
    void refusesWhatThingsBoardCannotHold() {
        Credential jwt = new Credential.Jwt(Secret.of("a.b.c"), false, Optional.empty(), Optional.empty());
        assertFailed(attempt("jwt-1", jwt), ServerCode.CREDENTIAL_UNSUPPORTED);
        assertFailed(attempt("basic-bad", basic("id", null, "pw")), ServerCode.CREDENTIAL_INVALID);
    }

    @Test
    void deletesAndDoesNotMindThatItIsGone() {
        RemoteDevice made = create("gone-1", token());
        adapter.delete(made.id(), never).orThrow();
        adapter.delete(made.id(), never).orThrow();
        assertThat(adapter.find("gone-1", never).orThrow()).isEmpty();
        assertFailed(adapter.credential(made.id(), never), ServerCode.NOT_FOUND);
    }

    @Test
    void makesAProfileOnce() {
        var made = adapter.ensureProfile("pumps", never).orThrow();
        assertThat(adapter.ensureProfile("pumps", never).orThrow()).isEqualTo(made);
        assertThat(adapter.profiles(never).orThrow())
                .anyMatch(profile -> profile.isDefault() && profile.name().equals("default"))
                .filteredOn(profile -> profile.name().equals("pumps"))
                .containsExactly(made);
    }

    @Test
    void readsTelemetryAndLeavesOutWhatWasNeverSent() {
        RemoteDevice made = create("talks-1", new Credential.AccessToken(Secret.of("TALKS_1")));
        try (PracticeClient device = new PracticeClient(server.restUrl())) {
            device.anonymously("POST", "/api/v1/TALKS_1/telemetry", "{\"t\":21.5,\"ok\":true,\"s\":\"x\"}");
        }
        org.awaitility.Awaitility.await()
                .until(() ->
                        adapter.latest(made.id(), List.of("t"), never).orThrow().containsKey("t"));
        var latest = adapter.latest(made.id(), List.of("t", "ok", "s", "never"), never)
                .orThrow();
        assertThat(latest).containsOnlyKeys("t", "ok", "s");
        assertThat(latest.get("t").value()).isEqualTo("21.5");
        assertThat(latest.get("ok").value()).isEqualTo("true");
        assertThat(latest.get("t").at()).isAfter(Instant.now().minusSeconds(3600));
    }

    @Test
    void tellsWhatADiagnosisNeeds() {
        RemoteDevice made = create("details-1", token());
        var details = adapter.details(made.id(), never).orThrow();
        assertThat(details.profile()).isEqualTo("default");
        assertThat(details.transport()).isEqualTo("DEFAULT");
        assertThat(details.provisioning()).isEqualTo("DISABLED");
        assertThat(details.nameExpression()).isEmpty();
        assertThat(details.active()).hasValue(false);
    }

    @Test
    void downloadsTheMqttAuthority() {
        assertThat(adapter.mqttAuthority(never).orThrow())
                .hasValueSatisfying(pem ->
                        assertThat(pem.strip()).isEqualTo(server.authorityPem().strip()));
    }

    @Test
    void saysThatItWasAnsweredAWebPage() {
        server.faults().rest(new RestFault.Html());
        assertFailed(adapter.signIn(never), ServerCode.ANSWERED_HTML);
        assertFailed(adapter.mqttAuthority(never), ServerCode.ANSWERED_HTML);
    }

    @Test
    void saysThatThereWereTooManyRequests() {
        server.faults().rest(new RestFault.TooManyRequests());
        assertFailed(adapter.profiles(never), ServerCode.RATE_LIMITED);
    }

    @Test
    void stopsAtOnceWhenCancelled() {
        server.faults().rest(new RestFault.Hang());
        Cancellation cancellation = new Cancellation();
        Thread.ofVirtual().start(() -> {
            org.awaitility.Awaitility.await()
                    .pollDelay(java.time.Duration.ofMillis(100))
                    .until(() -> true);
            cancellation.cancel();
        });
        assertFailed(adapter.signIn(cancellation), ServerCode.CANCELLED);
    }

    private static ServerAdapter connect(String password) {
        ServerEntry entry = new ServerEntry(
                UUID.randomUUID(),
                "practice",
                ServerEntry.Kind.THINGSBOARD,
                server.restUrl(),
                server.tenantUser(),
                Secret.of(password),
                Optional.empty(),
                Optional.empty(),
                List.of());
        return new ThingsBoard(new HttpClients()).connect(entry).orThrow();
    }

    private RemoteDevice create(String name, Credential credential) {
        return attempt(name, credential).orThrow();
    }

    private Outcome<RemoteDevice> attempt(String name, Credential credential) {
        NewDevice device = new NewDevice(name, "", profile(), UUID.randomUUID().toString(), false);
        return adapter.create(device, credential, never);
    }

    private ServerAdapter.RemoteCredential stored(RemoteDevice device) {
        return adapter.credential(device.id(), never).orThrow();
    }

    private String profile() {
        return adapter.ensureProfile("default", never).orThrow().id();
    }

    private static Credential token() {
        String random = UUID.randomUUID().toString().replace("-", "");
        return new Credential.AccessToken(Secret.of(random.substring(0, 20)));
    }

    private static Credential.MqttBasic basic(String clientId, String user, String password) {
        return new Credential.MqttBasic(
                Optional.ofNullable(clientId),
                Optional.ofNullable(user),
                Optional.ofNullable(password).map(Secret::of));
    }

    private static Credential.X509Leaf leaf(String name) {
        KeyPair keys = MAKER.newKey(KeyType.EC_P256);
        Instant now = Instant.now();
        X509Certificate certificate = MAKER.selfSigned(
                        keys, CertificateSpec.device("CN=" + name, now.minusSeconds(60), now.plusSeconds(3600)))
                .orThrow();
        return new Credential.X509Leaf(
                certificate, new KeyRef.Stored(Secret.copyOf(keys.getPrivate().getEncoded())));
    }

    static void assertFailed(Outcome<?> outcome, ServerCode code) {
        assertThat(outcome.failure())
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo(code.id()));
    }
}
