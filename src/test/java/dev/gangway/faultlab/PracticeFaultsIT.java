package dev.gangway.faultlab;

import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.model.TlsOptions.Presentation;
import dev.gangway.pki.Identity;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeClient;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import dev.gangway.practice.mqtt.ConnectFault;
import dev.gangway.practice.tls.TlsProfile.ServerCertificate;
import dev.gangway.practice.tls.TlsProfile.TlsVersions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** What goes wrong with ThingsBoard, against the practice server and its switches. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PracticeFaultsIT {
    private static final String TOKEN = "FAULT_LAB_TOKEN";
    private static final String LOGIN = """
        {"credentialsType":"MQTT_BASIC",
        "credentialsValue":"{\\"userName\\":\\"lab-user\\",\\"password\\":\\"lab-password\\"}"}\
        """;

    private final Lab lab = new Lab("ThingsBoard");
    private final Identity device = Forge.client("CN=lab-certificate").make();
    private final Identity stranger = Forge.client("CN=stranger").make();
    private final Identity expired = Forge.client("CN=lab-expired").expired().make();
    private final Identity early = Forge.client("CN=lab-early").early().make();
    private final Identity ending =
            Forge.client("CN=lab-ending").valid(hours(-24), hours(1)).make();
    private final Identity begun =
            Forge.client("CN=lab-begun").valid(hours(-1), hours(24)).make();
    private final Identity root = Forge.authority("CN=Lab Root").make();
    private final Identity line = Forge.authority("CN=Lab Line").by(root).make();
    private final Identity chained = Forge.client("CN=chained").by(line).make();
    private PracticeServer server;
    private X509Certificate anchor;

    @BeforeAll
    void start() {
        server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                .orThrow();
        anchor = Pems.certificate(server.authorityPem());
        try (PracticeClient client = PracticeClient.of(server)) {
            client.deviceWithToken("lab-token", TOKEN);
            client.deviceWithCertificate("lab-certificate", Pems.pem(device.leaf()));
            client.deviceWithCertificate("lab-expired", Pems.pem(expired.leaf()));
            client.deviceWithCertificate("lab-early", Pems.pem(early.leaf()));
            client.deviceWithCertificate("lab-ending", Pems.pem(ending.leaf()));
            client.deviceWithCertificate("lab-begun", Pems.pem(begun.leaf()));
            client.deviceWithCredentials("lab-login", LOGIN);
        }
    }

    @AfterAll
    void finish() {
        server.close();
        lab.finish();
    }

    @TestFactory
    Stream<DynamicTest> logins() {
        return Stream.of(
                lab.nearMiss(
                        "right token",
                        "mqtt.token-unknown mqtt.token-has-space mqtt.credential-missing mqtt.rate-limited"
                                + " mqtt.unavailable port.closed-on-connect mqtt.no-connack",
                        Lab.PASS,
                        () -> plain(TOKEN)),
                lab.fault("wrong token", "mqtt.token-has-space", "mqtt.token-unknown", () -> plain("NOT_THE_TOKEN")),
                lab.fault("wrong token over MQTT 3.1.1", "mqtt.token-unknown", () -> old(plain("NOT_THE_TOKEN"))),
                lab.fault("token with a space behind it", "mqtt.token-has-space", () -> plain(TOKEN + " ")),
                lab.fault(
                        "token in the password",
                        "mqtt.token-in-password",
                        () -> plain(TOKEN).withMqtt(Lab.login(Optional.empty(), Optional.of(TOKEN)))),
                lab.nearMiss(
                        "token in the user name and any password",
                        "mqtt.token-in-password",
                        Lab.PASS,
                        () -> plain(TOKEN).withMqtt(Lab.login(TOKEN, "whatever"))),
                lab.nearMiss(
                        "user name and password as stored",
                        "mqtt.login-refused",
                        Lab.PASS,
                        () -> plain(TOKEN).withMqtt(Lab.login("lab-user", "lab-password"))),
                lab.fault(
                        "wrong user name and password",
                        "mqtt.login-refused",
                        () -> plain(TOKEN).withMqtt(Lab.login("nobody", "nothing"))),
                lab.fault(
                        "no token at all",
                        "mqtt.credential-missing",
                        () -> plain(TOKEN).withMqtt(Lab.nobody())),
                lab.fault(
                        "no token at all over MQTT 3.1.1",
                        "mqtt.credential-missing",
                        () -> old(plain(TOKEN).withMqtt(Lab.nobody()))),
                lab.fault("user name provision", "mqtt.provision-is-no-login", () -> plain("provision")),
                lab.nearMiss(
                        "user name provision-1",
                        "mqtt.provision-is-no-login",
                        "mqtt.token-unknown",
                        () -> plain("provision-1")),
                lab.fault(
                        "rate limit",
                        "mqtt.rate-limited",
                        () -> with(faults -> server.faults().connect(new ConnectFault.RateLimited()))),
                lab.fault(
                        "profile without MQTT, or backend down",
                        "mqtt.unavailable",
                        () -> with(
                                faults -> server.faults().connect(new ConnectFault.Refuse(3, 0x88, Optional.empty())))),
                lab.fault(
                        "closed instead of CONNACK",
                        "port.closed-on-connect",
                        () -> with(faults -> server.faults().connect(new ConnectFault.Close()))),
                lab.fault(
                        "no CONNACK",
                        "mqtt.no-connack",
                        () -> with(faults -> server.faults().connect(new ConnectFault.Hang()))
                                .within(Duration.ofSeconds(1))));
    }

    @TestFactory
    Stream<DynamicTest> certificates() {
        return Stream.of(
                lab.nearMiss(
                        "registered certificate",
                        "mqtt.certificate-unknown mqtt.certificate-never-arrived mqtt.credential-missing cert.left-out"
                                + " cert.withheld cert.key-mismatch cert.required",
                        Lab.PASS,
                        () -> tls(device)),
                lab.nearMiss(
                        "registered certificate over TLS 1.2",
                        "cert.key-mismatch cert.refused-silently",
                        Lab.PASS,
                        () -> twelve(tls(device))),
                lab.fault("unknown certificate", "mqtt.certificate-unknown", () -> tls(stranger)),
                lab.fault("unknown certificate over MQTT 3.1.1", "mqtt.certificate-unknown", () -> old(tls(stranger))),
                lab.fault(
                        "unknown certificate beside the right token",
                        "mqtt.certificate-wins",
                        () -> tls(stranger).withMqtt(Lab.token(TOKEN))),
                lab.nearMiss(
                        "registered certificate beside a wrong token",
                        "mqtt.certificate-wins mqtt.token-unknown",
                        Lab.PASS,
                        () -> tls(device).withMqtt(Lab.token("NOT_THE_TOKEN"))),
                lab.fault("expired certificate", "mqtt.certificate-expired", () -> tls(expired)),
                lab.nearMiss(
                        "certificate that ends in an hour", "mqtt.certificate-expired", Lab.PASS, () -> tls(ending)),
                lab.fault("certificate from the future", "mqtt.certificate-not-yet-valid", () -> tls(early)),
                lab.nearMiss(
                        "certificate that began an hour ago",
                        "mqtt.certificate-not-yet-valid",
                        Lab.PASS,
                        () -> tls(begun)),
                lab.fault("as a stock Java client, TLS 1.3", "cert.withheld", () -> stockJava(tls(device))),
                lab.fault("as a stock Java client, TLS 1.2", "cert.withheld", () -> twelve(stockJava(tls(device)))),
                lab.fault(
                        "certificate left out on purpose",
                        "cert.left-out",
                        () -> presenting(tls(device), Presentation.NEVER)),
                lab.fault(
                        "chain without a common name",
                        "mqtt.common-name-missing",
                        () -> tls(Forge.client("O=Nameless").by(line).make())),
                lab.fault(
                        "certificate and no TLS",
                        "mqtt.certificate-never-arrived",
                        () -> tls(device).at(Endpoint.of("localhost", server.mqttPort(), false))),
                lab.fault(
                        "chain that no profile knows",
                        "mqtt.common-name-missing cert.wrong-order cert.chain-broken",
                        "mqtt.chain-unknown",
                        () -> tls(chained)),
                lab.fault("chain in the wrong order, TLS 1.3", "cert.wrong-order", () -> tls(reversed(chained))),
                lab.fault(
                        "chain in the wrong order, TLS 1.2", "cert.wrong-order", () -> twelve(tls(reversed(chained)))),
                lab.fault(
                        "stranger in the chain",
                        "cert.chain-broken",
                        () -> tls(new Identity(List.of(chained.leaf(), stranger.leaf()), chained.key()))),
                lab.fault(
                        "key of another pair",
                        "cert.key-mismatch",
                        () -> tls(new Identity(device.chain(), stranger.key()))),
                lab.fault(
                        "key of another pair, TLS 1.2",
                        "cert.key-mismatch",
                        () -> twelve(tls(new Identity(device.chain(), stranger.key())))),
                lab.fault("certificate required and none chosen", "cert.required", () -> required(TOKEN)),
                lab.fault(
                        "certificate required and none chosen, TLS 1.2",
                        "cert.required",
                        () -> twelve(required(TOKEN))));
    }

    @TestFactory
    Stream<DynamicTest> serverCertificates() {
        return Stream.of(
                server(ServerCertificate.EXPIRED, "tls.server-expired"),
                server(ServerCertificate.NOT_YET_VALID, "tls.server-not-yet-valid"),
                server(ServerCertificate.WRONG_HOST, "tls.host-mismatch"),
                server(ServerCertificate.WITHOUT_INTERMEDIATE, "tls.server-intermediate-missing"),
                server(ServerCertificate.SELF_SIGNED, "tls.server-self-signed"),
                server(ServerCertificate.CLIENT_PURPOSE, "tls.server-wrong-usage"),
                lab.nearMiss(
                        "server certificate GOOD",
                        "tls.server-expired tls.server-not-yet-valid tls.host-mismatch tls.server-intermediate-missing"
                                + " tls.server-self-signed tls.server-wrong-usage tls.server-untrusted",
                        Lab.PASS,
                        () -> showing(ServerCertificate.GOOD)),
                lab.fault("authority not trusted here", "tls.server-untrusted", () -> tls(TOKEN, root.leaf())),
                lab.fault("a leaf chosen as authority", "tls.anchor-not-an-authority", () -> tls(TOKEN, device.leaf())),
                lab.fault("clock two years behind", "tls.server-not-yet-valid", () -> shifted(-730)),
                lab.fault("clock two years ahead", "tls.server-expired", () -> shifted(730)),
                lab.nearMiss("clock an hour ahead", "tls.server-expired", Lab.PASS, () -> shifted(0)),
                lab.nearMiss(
                        "by address, certificate for that address",
                        "tls.address-mismatch",
                        Lab.PASS,
                        () -> showing(ServerCertificate.GOOD).at(Endpoint.of("127.0.0.1", server.mqttsPort(), true))),
                lab.fault("by address, certificate for a name", "tls.host-mismatch", "tls.address-mismatch", () -> {
                    server.faults().reset();
                    server.faults().serverCertificate(ServerCertificate.WRONG_HOST);
                    return tls(TOKEN, anchor, false).at(Endpoint.of("127.0.0.1", server.mqttsPort(), true));
                }),
                lab.fault("TLS 1.3 only, we speak 1.2", "tls.version-refused", () -> {
                    server.faults().reset();
                    server.faults().tlsVersions(TlsVersions.ONLY_1_3);
                    return twelve(tls(TOKEN, anchor, false));
                }),
                lab.nearMiss("TLS 1.2 only, we speak both", "tls.version-refused", Lab.PASS, () -> {
                    server.faults().reset();
                    server.faults().tlsVersions(TlsVersions.ONLY_1_2);
                    return tls(TOKEN, anchor, false);
                }),
                lab.fault(
                        "plain MQTT to the TLS port",
                        "port.closed-on-connect",
                        "port.needs-tls",
                        () -> plain(TOKEN).at(Endpoint.of("localhost", server.mqttsPort(), false))),
                lab.fault(
                        "TLS to the plain port",
                        "port.no-tls",
                        () -> tls(TOKEN, anchor).at(Endpoint.of("localhost", server.mqttPort(), true))),
                lab.fault(
                        "MQTT to the web port",
                        "port.http",
                        () -> plain(TOKEN)
                                .at(Endpoint.of("localhost", server.restUrl().getPort(), false))));
    }

    private DynamicTest server(ServerCertificate certificate, String expected) {
        return lab.fault("server certificate " + certificate, expected, () -> showing(certificate));
    }

    private Plan showing(ServerCertificate certificate) {
        server.faults().reset();
        server.faults().serverCertificate(certificate);
        return tls(TOKEN, anchor, false);
    }

    private static Instant hours(int fromNow) {
        return Instant.now().plus(Duration.ofHours(fromNow));
    }

    private Plan with(Consumer<PracticeServer> fault) {
        Plan plan = plain(TOKEN);
        fault.accept(server);
        return plan;
    }

    private Plan required(String token) {
        server.faults().reset();
        server.faults().requireClientCertificate(true);
        return tls(token, anchor, false);
    }

    private Plan plain(String token) {
        server.faults().reset();
        return Lab.plain(server.mqttPort(), token);
    }

    private Plan tls(Identity identity) {
        server.faults().reset();
        return Lab.tls(server.mqttsPort(), anchor, identity);
    }

    private Plan tls(String token, X509Certificate trusted) {
        return tls(token, trusted, true);
    }

    private Plan tls(String token, X509Certificate trusted, boolean reset) {
        if (reset) {
            server.faults().reset();
        }
        return Lab.tls(server.mqttsPort(), trusted, token);
    }

    private Plan shifted(int days) {
        Plan plan = tls(TOKEN, anchor);
        Clock clock =
                Clock.offset(Clock.system(ZoneOffset.UTC), Duration.ofDays(days).plusHours(1));
        return plan.judgedBy(clock);
    }

    private static Plan old(Plan plan) {
        return plan.withMqtt(plan.mqtt().withVersion(Version.V3_1_1));
    }

    private static Plan twelve(Plan plan) {
        return plan.withTls(plan.tls().withVersions(List.of(TlsOptions.Version.TLS_1_2)));
    }

    private static Plan stockJava(Plan plan) {
        return presenting(plan, Presentation.STOCK_JAVA);
    }

    private static Plan presenting(Plan plan, Presentation presentation) {
        return plan.withTls(plan.tls().withPresentation(presentation));
    }

    private static Identity reversed(Identity identity) {
        return new Identity(List.copyOf(identity.chain().reversed()), identity.key());
    }
}
