package dev.gangway.faultlab;

import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.pki.Identity;
import dev.gangway.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** What only who knows the kind of server can say; the servers' bytes are replayed as their makers document them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KindFaultsIT {
    private static final byte[] BAD_LOGIN = {0x20, 2, 0, 4};
    private static final byte[] NOT_AUTHORIZED = {0x20, 2, 0, 5};
    private static final DateTimeFormatter SIGNED =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String TOKEN = ReportedServers.part("{\"alg\":\"RS256\",\"kid\":\"k1\"}") + "."
            + ReportedServers.part("{\"sub\":\"pump-1\"}") + ".c2lnbmF0dXJl";
    private static final String HUB = "lab.azure-devices.net";
    private static final String USER = HUB + "/pump-1/?api-version=2021-04-12";

    private final Lab lab = new Lab("Kinds of servers");
    private final List<HostileServer> servers = new ArrayList<>();

    @AfterAll
    void finish() {
        servers.forEach(HostileServer::close);
        lab.finish();
    }

    @TestFactory
    Stream<DynamicTest> azure() {
        String good = signature(HUB + "%2Fdevices%2Fpump-1", Instant.now().plus(Duration.ofHours(1)));
        return Stream.of(
                lab.fault(
                        "Azure IoT Hub: a user name without api-version, CONNACK 5",
                        "mqtt.login-refused",
                        "mqtt.user-name-form",
                        () -> to(NOT_AUTHORIZED, HUB + "/pump-1", good)),
                lab.fault(
                        "Azure IoT Hub: the client id of another device, CONNACK 5",
                        "mqtt.login-refused mqtt.client-id-refused",
                        "mqtt.client-id-differs",
                        () -> to(NOT_AUTHORIZED, HUB + "/pump-2/?api-version=2021-04-12", good)),
                lab.fault(
                        "Azure IoT Hub: a signature that ended a minute ago, CONNACK 5",
                        "mqtt.login-refused mqtt.sas-unusable",
                        "mqtt.sas-expired",
                        () -> to(
                                NOT_AUTHORIZED,
                                USER,
                                signature(HUB, Instant.now().minus(Duration.ofMinutes(1))))),
                lab.fault(
                        "Azure IoT Hub: the device's key as password, CONNACK 4",
                        "mqtt.login-refused mqtt.sas-expired",
                        "mqtt.sas-unusable",
                        () -> to(BAD_LOGIN, USER, "a2V5")),
                lab.fault(
                        "Azure IoT Hub: the signature of another device, CONNACK 5",
                        "mqtt.login-refused mqtt.sas-expired",
                        "mqtt.sas-unusable",
                        () -> to(
                                NOT_AUTHORIZED,
                                USER,
                                signature(
                                        HUB + "%2Fdevices%2Fpump-2",
                                        Instant.now().plus(Duration.ofHours(1))))),
                lab.nearMiss(
                        "Azure IoT Hub: all in its form, and still CONNACK 5",
                        "mqtt.user-name-form mqtt.client-id-differs mqtt.sas-expired mqtt.sas-unusable",
                        "mqtt.login-refused",
                        () -> to(NOT_AUTHORIZED, USER, good)),
                lab.nearMiss(
                        "a user name with slashes elsewhere, CONNACK 5",
                        "mqtt.user-name-form mqtt.sas-unusable",
                        "mqtt.login-refused",
                        () -> to(NOT_AUTHORIZED, "site/pump-1", "p")));
    }

    /** What a real ejabberd 23.01, Artemis 2.55 and HiveMQ 2025.5 sent, replayed. */
    @TestFactory
    Stream<DynamicTest> recorded() {
        byte[] unavailable = {0x20, 2, 0, 3};
        return Stream.of(
                lab.fault(
                        "ejabberd: a user at a host that it does not serve, CONNACK 3",
                        "mqtt.unavailable mqtt.login-refused",
                        "mqtt.user-name-form",
                        () -> to(unavailable, "dev@elsewhere", "right")),
                lab.nearMiss(
                        "CONNACK 3 to a user name that is no JID",
                        "mqtt.user-name-form",
                        "mqtt.unavailable",
                        () -> to(unavailable, "dev", "right")),
                lab.fault(
                        "a token as password and no user name, CONNACK 0x87",
                        "mqtt.jwt-refused mqtt.login-refused mqtt.token-in-password",
                        "mqtt.user-name-missing",
                        () -> plan(
                                new byte[] {0x20, 3, 0, (byte) 0x87, 0},
                                Version.V5,
                                Optional.empty(),
                                Optional.of(TOKEN))),
                lab.nearMiss(
                        "the same with a user name",
                        "mqtt.user-name-missing",
                        "mqtt.jwt-refused",
                        () -> plan(
                                new byte[] {0x20, 3, 0, (byte) 0x87, 0},
                                Version.V5,
                                Optional.of("pump"),
                                Optional.of(TOKEN))));
    }

    /** AWS IoT Core answers 403 to a path whose signature it does not take. */
    @TestFactory
    Stream<DynamicTest> signedPaths() {
        String now = SIGNED.format(Instant.now());
        return Stream.of(
                lab.fault(
                        "AWS IoT Core: a WebSocket signed in 1970, 403",
                        "port.websocket-refused",
                        "port.websocket-signature",
                        () -> signed("19700101T080004Z", "eu-west-1")),
                lab.fault(
                        "AWS IoT Core: a WebSocket signed for another region, 403",
                        "port.websocket-refused",
                        "port.websocket-signature",
                        () -> signed(now, "us-west-2")),
                lab.nearMiss(
                        "AWS IoT Core: a WebSocket signed now and for this region, 403",
                        "port.websocket-signature",
                        "port.websocket-refused",
                        () -> signed(now, "eu-west-1")));
    }

    private Plan signed(String date, String region) {
        HostileServer server = HostileServer.start(HostileServer.answering(ReportedServers.http(403)));
        servers.add(server);
        String path = "/mqtt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAEXAMPLE%2F" + date.substring(0, 8)
                + "%2F" + region + "%2Fiotdevicegateway%2Faws4_request&X-Amz-Date=" + date
                + "&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=77145f";
        MqttOptions mqtt = MqttOptions.of(Version.V3_1_1, "pump-1", Optional.empty(), Optional.empty());
        Plan plan = Plan.connect(
                new Endpoint("localhost", server.port(), Endpoint.Transport.WS, path),
                TlsOptions.trusting(List.of()).expecting("lab-ats.iot.eu-west-1.amazonaws.com"),
                mqtt);
        return plan;
    }

    @TestFactory
    Stream<DynamicTest> otherKinds() {
        return Stream.of(
                lab.fault(
                        "RabbitMQ: a user of a virtual host without a password, CONNACK 4",
                        "mqtt.token-unknown mqtt.login-refused",
                        "mqtt.password-missing",
                        () -> to(BAD_LOGIN, "/:pump", null)),
                lab.nearMiss(
                        "RabbitMQ: the same with a password, CONNACK 4",
                        "mqtt.password-missing mqtt.no-permission",
                        "mqtt.login-refused",
                        () -> to(BAD_LOGIN, "/:pump", "wrong")),
                lab.fault(
                        "RabbitMQ: the same with a password, CONNACK 5",
                        "mqtt.login-refused mqtt.password-missing",
                        "mqtt.no-permission",
                        () -> to(NOT_AUTHORIZED, "/:pump", "right")),
                lab.fault(
                        "HiveMQ: 0x87, \"No authenticator registered.\"",
                        "mqtt.login-refused",
                        "mqtt.no-authenticator",
                        () -> five(reason("Not authorized to connect. No authenticator registered."))),
                lab.nearMiss(
                        "HiveMQ: 0x87, \"Authentication failed.\"",
                        "mqtt.no-authenticator",
                        "mqtt.login-refused",
                        () -> five(reason("Not authorized to connect. Authentication failed."))));
    }

    @TestFactory
    Stream<DynamicTest> between() {
        return Stream.of(
                lab.fault(
                        "Traefik's default certificate, although the name was sent",
                        "tls.server-self-signed",
                        "tls.default-certificate",
                        () -> showing("CN=TRAEFIK DEFAULT CERT")),
                lab.fault(
                        "an ingress controller's fake certificate, although the name was sent",
                        "tls.server-self-signed",
                        "tls.default-certificate",
                        () -> showing("CN=Kubernetes Ingress Controller Fake Certificate,O=Acme Co")),
                lab.nearMiss(
                        "a self-signed certificate of nobody in particular",
                        "tls.default-certificate",
                        "tls.server-self-signed",
                        () -> showing("CN=localhost")));
    }

    private Plan showing(String subject) {
        Identity server = Forge.server(subject, "localhost").make();
        HostileServer listener = HostileServer.startTls(server, HostileServer::waitForEnd);
        servers.add(listener);
        return Lab.tls(listener.port(), Forge.authority("CN=Lab Root").make().leaf(), "t");
    }

    private Plan to(byte[] answer, String user, String password) {
        return plan(answer, Version.V3_1_1, Optional.of(user), Optional.ofNullable(password));
    }

    private Plan five(byte[] answer) {
        return plan(answer, Version.V5, Optional.of("pump"), Optional.of("right"));
    }

    private Plan plan(byte[] answer, Version version, Optional<String> user, Optional<String> password) {
        HostileServer server = HostileServer.start(HostileServer.answering(answer));
        servers.add(server);
        MqttOptions mqtt = MqttOptions.of(version, "pump-1", user, password.map(Secret::of));
        return Plan.connect(Endpoint.of("localhost", server.port(), false), TlsOptions.trusting(List.of()), mqtt);
    }

    /** CONNACK 0x87 of MQTT 5 with a reason string. */
    private static byte[] reason(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[utf8.length + 8];
        all[0] = 0x20;
        all[1] = (byte) (utf8.length + 6);
        all[3] = (byte) 0x87;
        all[4] = (byte) (utf8.length + 3);
        all[5] = 0x1F;
        all[7] = (byte) utf8.length;
        System.arraycopy(utf8, 0, all, 8, utf8.length);
        return all;
    }

    private static String signature(String resource, Instant end) {
        return "SharedAccessSignature sr=" + resource + "&sig=c2ln&se=" + end.getEpochSecond();
    }
}
