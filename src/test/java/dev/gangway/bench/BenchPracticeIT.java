package dev.gangway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.engine.Bench;
import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.TlsDetail;
import dev.gangway.bench.event.TlsDetail.ChainFault;
import dev.gangway.bench.kinds.Kinds;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.Milestone;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Publication;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.ServerFacts;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.model.TlsOptions.Presentation;
import dev.gangway.bench.mqtt.packet.Connack;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.CertificateSpec.Purpose;
import dev.gangway.pki.Identity;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeClient;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import dev.gangway.practice.tls.TlsProfile.ServerCertificate;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The bench against a server that answers as ThingsBoard does: the whole way, and the traps on it. */
class BenchPracticeIT {
    private static final Publication TELEMETRY =
            new Publication("v1/devices/me/telemetry", "{\"temperature\":25}".getBytes(StandardCharsets.UTF_8), 1);

    private static PracticeServer server;
    private static X509Certificate authority;
    private static PracticeClient rest;
    private static Identity device;

    @BeforeAll
    static void start() throws Exception {
        server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                .orThrow();
        authority = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(
                        new ByteArrayInputStream(server.authorityPem().getBytes(StandardCharsets.US_ASCII)));
        rest = PracticeClient.of(server);
        device = TestChain.selfSigned("bench-device", Purpose.DEVICE_CLIENT);
        rest.deviceWithCertificate("bench-device", base64(device.leaf()));
        rest.deviceWithToken("bench-token-device", "BenchToken0000000001");
    }

    @AfterEach
    void allFaultsOff() {
        server.faults().reset();
    }

    @AfterAll
    static void stop() {
        rest.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource(TlsOptions.Version.class)
    void aRegisteredCertificatePassesAndTheTimelineTellsEveryStep(TlsOptions.Version version) {
        Plan plan = secure(trusting().withIdentity(device).withVersions(List.of(version)))
                .publishing(TELEMETRY)
                .readingBack((publication, deadline, cancellation) -> Outcome.ok(Optional.of("temperature = 25")));
        Run run = Runs.of(plan);
        assertThat(run.passed()).as(Runs.show(run)).isTrue();
        assertThat(Milestone.notReached(plan, run.events())).isEmpty();
        assertThat(Runs.detail(run, TlsDetail.CertificateRequested.class)
                        .orElseThrow()
                        .acceptedIssuers())
                .singleElement()
                .asString()
                .contains("CN=localhost");
        assertThat(Runs.detail(run, TlsDetail.ClientCertificateChosen.class))
                .contains(new TlsDetail.ClientCertificateChosen(TlsDetail.Choice.SENT, false));
        assertThat(run.events()).extracting(Event::atMicros).isSorted();
    }

    @Test
    void aTokenPassesInPlain() {
        Run run = Runs.of(plain(MqttOptions.of(Version.V5, "", Optional.of("BenchToken0000000001"), Optional.empty()))
                .publishing(TELEMETRY));
        assertThat(run.passed()).as(Runs.show(run)).isTrue();
        assertThat(run.events().toString()).doesNotContain("BenchToken0000000001");
    }

    @Test
    void aStockJavaClientSendsNoCertificateAndIsRefusedInConnack() {
        Run run = Runs.of(secure(trusting().withIdentity(device).withPresentation(Presentation.STOCK_JAVA)));
        assertThat(Runs.detail(run, TlsDetail.ClientCertificateChosen.class))
                .contains(new TlsDetail.ClientCertificateChosen(TlsDetail.Choice.ISSUER_NOT_ACCEPTED, false));
        assertThat(Runs.detail(run, Connack.class).orElseThrow().code()).isEqualTo(0x85);
    }

    @Test
    void theDisconnectAfterARefusalIsKept() {
        Run run = Runs.of(plain(MqttOptions.of(Version.V5, "", Optional.of("wrong"), Optional.empty())));
        assertThat(Runs.detail(run, Connack.class).orElseThrow().code()).isEqualTo(0x86);
        assertThat(Runs.names(run, Direction.IN)).as(Runs.show(run)).contains("CONNACK", "DISCONNECT");
    }

    @ParameterizedTest
    @EnumSource(TlsOptions.Version.class)
    void aChainInTheWrongOrderIsRefusedWithAnAlertThatIsSeen(TlsOptions.Version version) {
        Identity root = TestChain.root("Other Root");
        Identity chained = TestChain.device("chained", TestChain.intermediate("Other Issuer", root));
        Identity reversed = new Identity(
                List.of(chained.chain().get(0), root.leaf(), chained.chain().get(1)), chained.key());
        Run run = Runs.of(secure(trusting().withIdentity(reversed).withVersions(List.of(version))));
        assertThat(Runs.detail(run, TlsDetail.IdentityChecked.class)
                        .orElseThrow()
                        .faults())
                .extracting(TlsDetail.IdentityFault::kind)
                .contains(TlsDetail.IdentityFault.Kind.WRONG_ORDER);
        assertThat(run.events().stream()
                        .filter(event -> event.direction() == Direction.IN)
                        .map(Event::detail))
                .as(Runs.show(run))
                .contains(new TlsDetail.Alert(true, 46, "certificate_unknown"));
    }

    @ParameterizedTest
    @EnumSource(value = ServerCertificate.class)
    void everyServerCertificateIsJudged(ServerCertificate shown) {
        server.faults().serverCertificate(shown);
        Run run = Runs.of(secure(trusting().withIdentity(device)));
        List<ChainFault.Kind> faults =
                Runs.detail(run, TlsDetail.ServerChainJudged.class).orElseThrow().faults().stream()
                        .map(ChainFault::kind)
                        .toList();
        assertThat(run.passed())
                .as(shown + Runs.show(run))
                .isEqualTo(faults.stream().noneMatch(ChainFault.Kind::isFatal));
        assertThat(shown == ServerCertificate.GOOD).isEqualTo(faults.isEmpty());
    }

    @Test
    void datesAreJudgedByThePlansClock() {
        Run run = Runs.of(secure(trusting()).judgedBy(Clock.offset(Clock.systemUTC(), Duration.ofDays(36_500))));
        assertThat(Runs.detail(run, TlsDetail.ServerChainJudged.class)
                        .orElseThrow()
                        .faults())
                .extracting(ChainFault::kind)
                .contains(ChainFault.Kind.EXPIRED);
        assertThat(Runs.names(run, Direction.OUT)).last().isEqualTo("Alert");
    }

    @Test
    void theServerIsAskedForTheCauseOnlyAfterARefusal() {
        ServerFacts unknown = new ServerFacts(
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Plan refused = plain(MqttOptions.of(Version.V5, "", Optional.of("wrong"), Optional.empty()))
                .lookingUp(_ -> Optional.of(unknown));
        assertThat(Runs.of(refused).serverFacts()).contains(unknown);
        Plan accepted = plain(MqttOptions.of(Version.V5, "", Optional.of("BenchToken0000000001"), Optional.empty()))
                .lookingUp(_ -> Optional.of(unknown));
        assertThat(Runs.of(accepted).serverFacts()).isEmpty();
    }

    @Test
    void eventsArriveWhileTheRunGoesOn() {
        List<Event> live = new ArrayList<>();
        Run run = new Bench(Kinds.judge()).run(secure(trusting()), live::add, new Cancellation());
        assertThat(live).isEqualTo(run.events());
    }

    private static TlsOptions trusting() {
        return TlsOptions.trusting(List.of(authority));
    }

    private static Plan secure(TlsOptions tls) {
        return Plan.connect(
                Endpoint.of(server.host(), server.mqttsPort(), true),
                tls,
                MqttOptions.of(Version.V5, "bench-client", Optional.empty(), Optional.empty()));
    }

    private static Plan plain(MqttOptions mqtt) {
        return Plan.connect(Endpoint.of(server.host(), server.mqttPort(), false), TlsOptions.trusting(List.of()), mqtt);
    }

    private static String base64(X509Certificate certificate) throws Exception {
        return "-----BEGIN CERTIFICATE-----\n" + Base64.getEncoder().encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }
}
