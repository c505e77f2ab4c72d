package dev.gangway.bench.wireshark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.Runs;
import dev.gangway.bench.TestChain;
import dev.gangway.bench.WebSocketGateway;
import dev.gangway.bench.engine.Bench;
import dev.gangway.bench.export.RunExport.Secrets;
import dev.gangway.bench.kinds.Kinds;
import dev.gangway.bench.model.DeviceApi;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.Endpoint.Transport;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.MqttOptions.Authentication;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Publication;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.model.TlsOptions.Version;
import dev.gangway.faultlab.Forge;
import dev.gangway.faultlab.HostileServer;
import dev.gangway.faultlab.OpensslOcsp;
import dev.gangway.faultlab.OpensslServer;
import dev.gangway.faultlab.Pems;
import dev.gangway.faultlab.ScramBroker;
import dev.gangway.pki.CertificateSpec.Purpose;
import dev.gangway.pki.Identity;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeClient;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import dev.gangway.practice.coap.CoapListener;
import dev.gangway.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every message and field that Wireshark's dissector finds in the captures of real runs is in our timeline: in the same
 * order and direction, at the same bytes, with an equal value.
 */
@Tag("tshark")
class WiresharkIT {
    private static final Path FOLDER = Path.of("target", "wireshark");
    private static final String TOKEN = "WiresharkToken000001";
    private static final Identity ROOT =
            Forge.authority("CN=Wire Root,O=Gangway").make();
    private static final Identity LINE =
            Forge.authority("CN=Wire Line,O=Gangway").by(ROOT).pathLength(0).make();
    private static final Identity DEVICE =
            Forge.client("CN=wire-device").by(LINE).make();
    private static final Publication TELEMETRY =
            new Publication("v1/devices/me/telemetry", "{\"temperature\":25}".getBytes(StandardCharsets.UTF_8), 1);

    private static PracticeServer practice;
    private static CoapListener coap;
    private static X509Certificate authority;

    @BeforeAll
    static void start() throws Exception {
        Files.createDirectories(FOLDER);
        practice = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                .orThrow();
        coap = practice.startCoap(0, 0).orThrow();
        authority = Pems.certificate(practice.authorityPem());
        try (PracticeClient rest = PracticeClient.of(practice)) {
            rest.deviceWithToken("wire-token", TOKEN);
            rest.deviceWithCertificate(
                    "wire-certificate",
                    Base64.getEncoder().encodeToString(DEVICE.leaf().getEncoded()));
        }
    }

    @AfterAll
    static void stop() {
        practice.close();
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void aCertificateAtThePracticeServer(Version version) throws Exception {
        Plan plan = Plan.connect(
                        Endpoint.of("localhost", practice.mqttsPort(), true),
                        TlsOptions.trusting(List.of(authority))
                                .withIdentity(DEVICE)
                                .withVersions(List.of(version)),
                        nobody())
                .publishing(TELEMETRY);
        compare("practice-" + version, passing(plan));
    }

    @ParameterizedTest
    @EnumSource(MqttOptions.Version.class)
    void everyVersionOfMqtt(MqttOptions.Version version) throws Exception {
        MqttOptions options = MqttOptions.of(version, "wire", Optional.of(TOKEN), Optional.of(Secret.of("unused")))
                .withWill(Optional.of(new MqttOptions.Will(
                        "v1/devices/me/attributes", "{\"gone\":true}".getBytes(StandardCharsets.UTF_8), 1, true)))
                .withSession(session -> session.withKeepAlive(Duration.ofSeconds(77))
                        .withExpiry(Optional.of(Duration.ofSeconds(3_600)))
                        .withReceiveMaximum(Optional.of(17))
                        .withUserProperties(List.of(Map.entry("site", "Köln"), Map.entry("line", "4"))));
        compare("mqtt-" + version, Runs.of(plain(options)));
    }

    @ParameterizedTest
    @CsvSource({
        "TLS_1_3, EC, ''",
        "TLS_1_3, RSA, ''",
        "TLS_1_2, EC, ''",
        "TLS_1_2, RSA, ''",
        "TLS_1_2, RSA, DHE-RSA-AES128-GCM-SHA256",
        "TLS_1_2, RSA, AES128-GCM-SHA256"
    })
    void opensslAskingForACertificate(Version version, String key, String cipher) throws Exception {
        Identity server = server(key);
        OpensslOcsp ocsp = new OpensslOcsp(FOLDER, LINE, LINE);
        List<String> args = new java.util.ArrayList<>(List.of(
                "-Verify",
                "3",
                "-CAfile",
                file(ROOT, DEVICE),
                "-alpn",
                "mqtt",
                "-status_file",
                ocsp.good(server.leaf())));
        if (!cipher.isEmpty()) {
            args.addAll(List.of("-cipher", cipher + ":@SECLEVEL=0"));
        }
        try (OpensslServer openssl = OpensslServer.start(FOLDER, server, args.toArray(String[]::new))) {
            Plan plan = toOpenssl(openssl, version);
            Run run = shakingHands(plan.withTls(plan.tls().offering(offer -> {
                TlsOptions.Offer asked = offer.withAlpn(List.of("h2", "mqtt"));
                return cipher.equals("AES128-GCM-SHA256")
                        ? asked.withSuites(List.of("TLS_RSA_WITH_AES_128_GCM_SHA256"))
                        : asked;
            })));
            compare("openssl-" + version + "-" + key + cipher, run);
        }
    }

    @Test
    void aHelloRetryRequest() throws Exception {
        try (OpensslServer openssl = OpensslServer.start(FOLDER, server("EC"), "-groups", "P-384")) {
            Run run = shakingHands(toOpenssl(openssl, Version.TLS_1_3));
            assertThat(Runs.show(run)).contains("HelloRetryRequest");
            compare("retry", run);
        }
    }

    @ParameterizedTest
    @CsvSource({"TLS_1_3, K", "TLS_1_2, r", "TLS_1_2, R"})
    void whatTheServerAsksForLater(Version version, String command) throws Exception {
        try (OpensslServer openssl = OpensslServer.start(FOLDER, server("EC"), "-legacy_renegotiation")) {
            Run run = later(toOpenssl(openssl, version), openssl, command);
            compare("later-" + version + command, run);
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void aRefusedCertificate(Version version) throws Exception {
        Identity strange = TestChain.selfSigned("strange", Purpose.DEVICE_CLIENT);
        try (OpensslServer openssl = OpensslServer.start(
                FOLDER, server("EC"), "-Verify", "3", "-verify_return_error", "-CAfile", file(ROOT))) {
            Plan plan = toOpenssl(openssl, version);
            compare("refused-" + version, Runs.of(plan.withTls(plan.tls().withIdentity(strange))));
        }
    }

    @Test
    void everyPacketAndPropertyOfMqtt5() throws Exception {
        compare("packets", PacketsOfMqtt5.run());
    }

    @Test
    void enhancedAuthentication() throws Exception {
        try (HostileServer broker = HostileServer.start(ScramBroker.honest())) {
            Authentication scram =
                    new Authentication("SCRAM-SHA-256", ScramBroker.USER, Secret.of(ScramBroker.PASSWORD));
            MqttOptions options = nobody().withAuthentication(Optional.of(scram.twice()));
            compare("scram", passing(plain(options).at(Endpoint.of("localhost", broker.port(), false))));
        }
    }

    @ParameterizedTest
    @CsvSource({"WS", "WSS"})
    void webSockets(Transport transport) throws Exception {
        Identity server = Forge.server("CN=localhost", "localhost").by(ROOT).make();
        try (WebSocketGateway gateway = new WebSocketGateway(
                practice.mqttPort(), transport == Transport.WSS ? Optional.of(server) : Optional.empty())) {
            Plan plan = plain(token()).at(new Endpoint("localhost", gateway.port(), transport, "/mqtt"));
            compare("websocket-" + transport, Runs.of(plan));
        }
    }

    @ParameterizedTest
    @CsvSource({"COAP, false", "COAPS, false", "COAPS, true"})
    void coap(Transport transport, boolean certificate) throws Exception {
        int port = transport == Transport.COAPS ? coap.securePort() : coap.port();
        TlsOptions tls = TlsOptions.trusting(List.of(authority));
        Plan plan = Plan.connect(
                        DeviceApi.endpoint("localhost", port, transport, certificate),
                        certificate ? tls.withIdentity(DEVICE) : tls,
                        certificate ? nobody() : token())
                .publishing(TELEMETRY);
        compare("coap-" + transport + certificate, passing(plan));
    }

    // ----

    private static void compare(String name, Run run) throws Exception {
        int port = run.plan().endpoint().port();
        List<String> rules = switch (run.plan().endpoint().transport()) {
            case TCP -> List.of("tcp.port==" + port + ",mqtt");
            case TLS -> List.of("tcp.port==" + port + ",tls", "tls.port==" + port + ",mqtt");
            case WS -> List.of("tcp.port==" + port + ",http");
            case WSS -> List.of("tcp.port==" + port + ",tls", "tls.port==" + port + ",http");
            case COAP -> List.of("udp.port==" + port + ",coap");
            case COAPS -> List.of("udp.port==" + port + ",dtls", "dtls.port==" + port + ",coap");
            default -> throw new IllegalArgumentException(run.plan().endpoint().uri());
        };
        Comparison comparison = new Comparison(new Table());
        List<String> differences =
                comparison.of(run, Seen.all(Tshark.dissect(run, Secrets.KEPT, FOLDER, name, rules), port));
        assertThat(differences).as(() -> name + Runs.show(run)).isEmpty();
        assertThat(comparison.compared()).isGreaterThanOrEqualTo(5);
    }

    private static Run passing(Plan plan) {
        Run run = Runs.of(plan);
        assertThat(run.passed()).as(Runs.show(run)).isTrue();
        return run;
    }

    private static Plan plain(MqttOptions options) {
        return Plan.connect(
                        Endpoint.of("localhost", practice.mqttPort(), false),
                        TlsOptions.trusting(List.of(ROOT.leaf())),
                        options)
                .publishing(TELEMETRY);
    }

    /** It speaks no MQTT. */
    private static Plan toOpenssl(OpensslServer server, Version version) {
        return Plan.connect(
                Endpoint.of("localhost", server.port(), true),
                TlsOptions.trusting(List.of(ROOT.leaf())).withIdentity(DEVICE).withVersions(List.of(version)),
                nobody());
    }

    /** Types the command when the handshake is over, and waits for what comes of it. */
    private static Run later(Plan plan, OpensslServer openssl, String command) {
        Cancellation cancellation = new Cancellation();
        return new Bench(Kinds.judge())
                .run(
                        plan,
                        event -> {
                            if (event.name().equals("CONNECT")) {
                                openssl.type(command);
                            } else if (event.name().equals("KeyUpdate")) {
                                cancellation.cancel();
                            }
                        },
                        cancellation);
    }

    /**
     * Until the last that a server sends by itself: in TLS 1.3 two tickets. Behind TLS nobody speaks MQTT, so in TLS 1.2
     * the run ends by its deadline.
     */
    private static Run shakingHands(Plan plan) {
        boolean tls13 = plan.tls().offer().versions().contains(Version.TLS_1_3);
        return tls13 ? Runs.until(plan, "NewSessionTicket", 2) : Runs.of(plan.within(Duration.ofSeconds(4)));
    }

    private static Identity server(String key) {
        Forge forge = Forge.server("CN=localhost", "localhost", "127.0.0.1", "*.wire.example")
                .by(LINE);
        return (key.equals("RSA") ? forge.with(Forge.rsa(2048)) : forge).make();
    }

    private static MqttOptions nobody() {
        return MqttOptions.of(MqttOptions.Version.V5, "wire", Optional.empty(), Optional.empty());
    }

    private static MqttOptions token() {
        return MqttOptions.of(MqttOptions.Version.V5, "wire", Optional.of(TOKEN), Optional.empty());
    }

    private static String file(Identity... identities) throws java.io.IOException {
        Path file = Files.createTempFile(FOLDER, "", "ca.pem");
        StringBuilder text = new StringBuilder();
        for (Identity identity : identities) {
            text.append(Pems.pem(identity.leaf()));
        }
        return Files.writeString(file, text).toString();
    }
}
