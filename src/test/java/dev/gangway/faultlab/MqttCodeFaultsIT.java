package dev.gangway.faultlab;

import dev.gangway.bench.MqttOptions;
import dev.gangway.bench.MqttOptions.Authentication;
import dev.gangway.bench.MqttOptions.Version;
import dev.gangway.bench.Plan;
import dev.gangway.bench.Publication;
import dev.gangway.faultlab.HostileServer.Manners;
import dev.gangway.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Answers of brokers that are not on this machine, byte by byte as the standard and their makers give them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MqttCodeFaultsIT {
    private static final byte[] CONNACK_OK = {0x20, 3, 0, 0, 0};

    private final Lab lab = new Lab("MQTT codes");
    private final List<HostileServer> servers = new ArrayList<>();

    @AfterAll
    void finish() {
        servers.forEach(HostileServer::close);
        lab.finish();
    }

    @TestFactory
    Stream<DynamicTest> codesOfConnack() {
        return Stream.of(
                code(0x80, "mqtt.refused"),
                code(0x81, "mqtt.malformed"),
                code(0x84, "mqtt.version-refused"),
                code(0x85, "mqtt.client-id-refused"),
                code(0x86, "mqtt.token-unknown"),
                code(0x88, "mqtt.unavailable"),
                code(0x89, "mqtt.busy"),
                code(0x8A, "mqtt.banned"),
                code(0x8B, "mqtt.shutting-down"),
                code(0x8C, "mqtt.bad-method"),
                code(0x95, "mqtt.too-large"),
                code(0x97, "mqtt.quota-exceeded"),
                code(0x9A, "mqtt.will-refused"),
                code(0x9D, "mqtt.moved"),
                code(0x9F, "mqtt.rate-limited"));
    }

    @TestFactory
    Stream<DynamicTest> codesOfDisconnect() {
        return Stream.of(
                goodbye(0x82, "session.ended-by-server"),
                goodbye(0x8B, "session.shutting-down"),
                goodbye(0x8D, "session.keep-alive-missed"),
                goodbye(0x8E, "session.taken-over"),
                goodbye(0x96, "session.rate-limited"),
                goodbye(0x98, "session.credential-changed"),
                goodbye(0x9D, "session.moved"),
                goodbye(0xA0, "session.idle"));
    }

    @TestFactory
    Stream<DynamicTest> codesOfPuback() {
        return Stream.of(
                puback(0x10, Lab.PASS),
                puback(0x80, "session.publish-refused"),
                puback(0x87, "session.not-allowed"),
                puback(0x90, "session.topic-unknown"),
                puback(0x97, "session.rate-limited"),
                puback(0x99, "session.payload-refused"));
    }

    @TestFactory
    Stream<DynamicTest> tokensWithClaims() {
        long now = Instant.now().getEpochSecond();
        return Stream.of(
                token("expired", "mqtt.jwt-expired", 0x86, "{\"exp\":" + (now - 60) + "}"),
                token("from the future", "mqtt.jwt-not-yet-valid", 0x86, "{\"nbf\":" + (now + 600) + "}"),
                token("for another client id", "mqtt.jwt-claim-differs", 0x86, "{\"clientid\":\"other\"}"),
                token("claims refused", "mqtt.jwt-claims-refused", 0x86, "{\"clientid\":\"fault-lab\"}"),
                token("not recognised", "mqtt.jwt-refused", 0x87, "{\"exp\":" + (now + 600) + "}"),
                lab.fault(
                        "session closed when the token expires",
                        "session.token-expired",
                        () -> to(socket -> {
                                    HostileServer.readSome(socket);
                                    socket.getOutputStream().write(CONNACK_OK);
                                    HostileServer.readSome(socket);
                                })
                                .withMqtt(Lab.login("u", jwt("{\"exp\":" + now + "}")))
                                .publishing(Lab.telemetry("{}"))));
    }

    @TestFactory
    Stream<DynamicTest> challenges() {
        byte[] method = "SCRAM-SHA-256".getBytes(StandardCharsets.US_ASCII);
        byte[] auth = new byte[method.length + 7];
        System.arraycopy(
                new byte[] {
                    (byte) 0xF0,
                    (byte) (method.length + 5),
                    0x18,
                    (byte) (method.length + 3),
                    0x15,
                    0,
                    (byte) method.length
                },
                0,
                auth,
                0,
                7);
        System.arraycopy(method, 0, auth, 7, method.length);
        return Stream.of(
                lab.fault(
                        "asked back without being asked",
                        "mqtt.challenged",
                        () -> to(HostileServer.answering(auth)).within(Duration.ofSeconds(2))),
                lab.fault(
                        "wrong answer to the challenge",
                        "mqtt.method-login-refused",
                        () -> to(refusing(0x87)).withMqtt(scram())),
                lab.fault(
                        "MQTT 3.1 with a long client id",
                        "mqtt.client-id-too-long",
                        () -> to(HostileServer::readSome)
                                .withMqtt(MqttOptions.of(
                                        Version.V3_1,
                                        "a-client-id-of-24-letters",
                                        Optional.of("t"),
                                        Optional.empty()))));
    }

    private DynamicTest code(int code, String expected) {
        return lab.fault("CONNACK 0x%02X".formatted(code), expected, () -> to(refusing(code)));
    }

    private DynamicTest token(String name, String expected, int code, String claims) {
        return lab.fault(
                "JWT " + name + ", CONNACK 0x%02X".formatted(code),
                expected,
                () -> to(refusing(code)).withMqtt(Lab.login("u", jwt(claims))));
    }

    private DynamicTest goodbye(int code, String expected) {
        byte[] disconnect = {(byte) 0xE0, 2, (byte) code, 0};
        return lab.fault(
                "DISCONNECT 0x%02X after CONNACK".formatted(code),
                expected,
                () -> to(socket -> {
                            HostileServer.readSome(socket);
                            socket.getOutputStream().write(CONNACK_OK);
                            socket.getOutputStream().write(disconnect);
                            HostileServer.waitForEnd(socket);
                        })
                        .publishing(Lab.telemetry("{}")));
    }

    private DynamicTest puback(int code, String expected) {
        String name = "PUBACK 0x%02X".formatted(code);
        byte[] puback = {0x40, 4, 0, 1, (byte) code, 0};
        Plan plan = to(socket -> {
                    HostileServer.readSome(socket);
                    socket.getOutputStream().write(CONNACK_OK);
                    HostileServer.readSome(socket);
                    socket.getOutputStream().write(puback);
                    HostileServer.waitForEnd(socket);
                })
                .publishing(new Publication("a", new byte[1], 1));
        return expected.equals(Lab.PASS)
                ? lab.nearMiss(name, expected, () -> plan)
                : lab.fault(name, expected, () -> plan);
    }

    private static Manners refusing(int code) {
        return HostileServer.answering((byte) 0x20, (byte) 3, (byte) 0, (byte) code, (byte) 0);
    }

    private Plan to(Manners manners) {
        HostileServer server = HostileServer.start(manners);
        servers.add(server);
        return Lab.plain(server.port(), "t");
    }

    private static String jwt(String claims) {
        return part("{\"alg\":\"HS256\"}") + "." + part(claims) + ".c2lnbmF0dXJl";
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static MqttOptions scram() {
        return MqttOptions.of(Version.V5, "fault-lab", Optional.empty(), Optional.empty())
                .withAuthentication(Optional.of(new Authentication("SCRAM-SHA-256", "u", Secret.of("s"))));
    }
}
