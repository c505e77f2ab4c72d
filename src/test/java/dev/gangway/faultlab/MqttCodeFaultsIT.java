package dev.gangway.faultlab;

import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.MqttOptions.Authentication;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Publication;
import dev.gangway.faultlab.HostileServer.Manners;
import dev.gangway.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Answers of brokers that are not on this machine, byte by byte as the standard and their makers give them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MqttCodeFaultsIT {
    private static final byte[] CONNACK_OK = {0x20, 3, 0, 0, 0};
    private static final byte[] SHUTTING_DOWN = {(byte) 0xE0, 2, (byte) 0x8B, 0};

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
                code(0x80, "mqtt.rate-limited", "mqtt.refused"),
                code(0x81, "mqtt.refused", "mqtt.malformed"),
                code(0x84, "mqtt.malformed", "mqtt.version-refused"),
                code(0x85, "mqtt.version-refused", "mqtt.client-id-refused"),
                code(0x86, "mqtt.client-id-refused", "mqtt.token-unknown"),
                code(0x88, "mqtt.token-unknown", "mqtt.unavailable"),
                code(0x89, "mqtt.unavailable", "mqtt.busy"),
                code(0x8A, "mqtt.busy", "mqtt.banned"),
                code(0x8B, "mqtt.banned", "mqtt.shutting-down"),
                code(0x8C, "mqtt.shutting-down", "mqtt.bad-method"),
                code(0x97, "mqtt.bad-method", "mqtt.quota-exceeded"),
                code(0x9A, "mqtt.quota-exceeded", "mqtt.will-refused"),
                code(0x9D, "mqtt.will-refused", "mqtt.moved"),
                code(0x9F, "mqtt.moved", "mqtt.rate-limited"));
    }

    @TestFactory
    Stream<DynamicTest> codesOfDisconnect() {
        return Stream.of(
                goodbye(0x82, "session.idle", "session.ended-by-server"),
                goodbye(0x8B, "session.ended-by-server", "session.shutting-down"),
                goodbye(0x8D, "session.shutting-down", "session.keep-alive-missed"),
                goodbye(0x8E, "session.keep-alive-missed", "session.taken-over"),
                goodbye(0x96, "session.taken-over", "session.rate-limited"),
                goodbye(0x98, "session.rate-limited", "session.credential-changed"),
                goodbye(0x9D, "session.credential-changed", "session.moved"),
                goodbye(0xA0, "session.moved", "session.idle"));
    }

    @TestFactory
    Stream<DynamicTest> codesOfPuback() {
        return Stream.of(
                refusedPublish(0x80, "session.payload-refused", "session.publish-refused"),
                refusedPublish(0x87, "session.publish-refused", "session.not-allowed"),
                refusedPublish(0x90, "session.not-allowed", "session.topic-unknown"),
                refusedPublish(0x97, "session.topic-unknown", "session.rate-limited"),
                refusedPublish(0x99, "session.rate-limited", "session.payload-refused"),
                lab.nearMiss(
                        "PUBACK 0x10, which only says that nobody listens",
                        "session.publish-refused session.topic-unknown",
                        Lab.PASS,
                        () -> puback(0x10)));
    }

    @TestFactory
    Stream<DynamicTest> sizes() {
        int size = sizeOfConnect();
        return Stream.of(
                lab.fault("CONNECT one byte over what the server takes", "mqtt.too-large", () -> to(taking(size - 1))),
                lab.nearMiss("CONNECT of just that size", "mqtt.too-large", Lab.PASS, () -> to(taking(size))));
    }

    private int sizeOfConnect() {
        CompletableFuture<Integer> size = new CompletableFuture<>();
        Lab.run(to(socket -> size.complete(socket.getInputStream().read(new byte[4096]))));
        return size.join();
    }

    @TestFactory
    Stream<DynamicTest> beforeConnack() {
        return Stream.of(
                lab.fault(
                        "DISCONNECT 0x8B in place of CONNACK, and hung up",
                        "port.closed-on-connect",
                        "session.shutting-down",
                        () -> to(HostileServer.answeringAndHangingUp(SHUTTING_DOWN))),
                lab.fault(
                        "DISCONNECT 0x8B in place of CONNACK",
                        "mqtt.no-connack",
                        "session.shutting-down",
                        () -> to(HostileServer.answering(SHUTTING_DOWN))),
                lab.fault(
                        "5,000 times AUTH that ends an authentication, and no CONNACK",
                        "mqtt.no-connack",
                        "net.flooded",
                        () -> to(HostileServer.answering(auths(5_000)))),
                lab.nearMiss(
                        "one such AUTH, and then CONNACK",
                        "net.flooded mqtt.no-connack",
                        Lab.PASS,
                        () -> to(HostileServer.answering(concat(auths(1), CONNACK_OK)))));
    }

    /** AUTH that says success, although nothing was authenticated. */
    private static byte[] auths(int times) {
        byte[] all = new byte[2 * times];
        for (int i = 0; i < times; i++) {
            all[2 * i] = (byte) 0xF0;
        }
        return all;
    }

    private static byte[] concat(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    @TestFactory
    Stream<DynamicTest> tokensWithClaims() {
        long now = Instant.now().getEpochSecond();
        return Stream.of(
                token("that ended a minute ago", "mqtt.jwt-claims-refused", "mqtt.jwt-expired", 0x86, exp(now - 60)),
                miss("that ends in a minute", "mqtt.jwt-expired", "mqtt.jwt-claims-refused", 0x86, exp(now + 60)),
                token(
                        "that begins in ten minutes",
                        "mqtt.jwt-claims-refused",
                        "mqtt.jwt-not-yet-valid",
                        0x86,
                        "{\"nbf\":" + (now + 600) + "}"),
                miss(
                        "that began ten minutes ago",
                        "mqtt.jwt-not-yet-valid",
                        "mqtt.jwt-claims-refused",
                        0x86,
                        "{\"nbf\":" + (now - 600) + "}"),
                token(
                        "for another client id",
                        "mqtt.jwt-claims-refused",
                        "mqtt.jwt-claim-differs",
                        0x86,
                        "{\"clientid\":\"other\"}"),
                token(
                        "for this client id",
                        "mqtt.jwt-claim-differs mqtt.jwt-refused",
                        "mqtt.jwt-claims-refused",
                        0x86,
                        "{\"clientid\":\"fault-lab\"}"),
                token(
                        "for another user",
                        "mqtt.jwt-claims-refused mqtt.jwt-claim-differs",
                        "mqtt.jwt-user-differs",
                        0x86,
                        "{\"username\":\"other\"}"),
                miss("for this user", "mqtt.jwt-user-differs", "mqtt.jwt-claims-refused", 0x86, "{\"username\":\"u\"}"),
                lab.fault(
                        "a JWT that nobody signed, CONNACK 0x87",
                        "mqtt.jwt-refused mqtt.jwt-claims-refused",
                        "mqtt.jwt-key-unknown",
                        () -> to(refusing(0x87))
                                .withMqtt(Lab.login(
                                        "u", part("{\"alg\":\"none\"}") + "." + part("{\"sub\":\"x\"}") + "."))),
                lab.nearMiss(
                        "a JWT with a signature, CONNACK 0x87",
                        "mqtt.jwt-key-unknown",
                        "mqtt.jwt-refused",
                        () -> to(refusing(0x87)).withMqtt(Lab.login("u", jwt("{\"sub\":\"x\"}")))),
                token("not recognised", "mqtt.jwt-claims-refused", "mqtt.jwt-refused", 0x87, exp(now + 600)),
                lab.nearMiss(
                        "a password that only looks like a JWT, CONNACK 0x87",
                        "mqtt.jwt-refused",
                        "mqtt.login-refused",
                        () -> to(refusing(0x87)).withMqtt(Lab.login("u", "eyJ0.eyJ0"))),
                lab.fault(
                        "session closed, and the JWT has ended",
                        "session.closed-after-publish",
                        "session.token-expired",
                        () -> closingAfterPublish(exp(now))),
                lab.nearMiss(
                        "session closed, and the JWT lasts",
                        "session.token-expired",
                        "session.closed-after-publish",
                        () -> closingAfterPublish(exp(now + 600))));
    }

    private Plan closingAfterPublish(String claims) {
        return to(ReportedServers.onMessage(_ -> true, new byte[0], true))
                .withMqtt(Lab.login("u", jwt(claims)))
                .publishing(Lab.telemetry("{}"));
    }

    private static String exp(long seconds) {
        return "{\"exp\":" + seconds + "}";
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
                        "mqtt.no-connack",
                        "mqtt.challenged",
                        () -> to(HostileServer.answering(auth)).within(Duration.ofSeconds(2))),
                lab.fault(
                        "wrong answer to the challenge",
                        "mqtt.login-refused",
                        "mqtt.method-login-refused",
                        () -> to(refusing(0x87)).withMqtt(scram())));
    }

    @TestFactory
    Stream<DynamicTest> oldClientIds() {
        return Stream.of(
                lab.fault(
                        "MQTT 3.1 with a client id of 24 characters, hung up",
                        "port.closed-on-connect",
                        "mqtt.client-id-too-long",
                        () -> old("a-client-id-of-24-letters".substring(0, 24))),
                lab.nearMiss(
                        "MQTT 3.1 with a client id of 23 characters, hung up",
                        "mqtt.client-id-too-long",
                        "port.closed-on-connect",
                        () -> old("a-client-id-of-24-letters".substring(0, 23))));
    }

    private Plan old(String clientId) {
        return to(HostileServer::readSome)
                .withMqtt(MqttOptions.of(Version.V3_1, clientId, Optional.of("t"), Optional.empty()));
    }

    private DynamicTest code(int code, String near, String expected) {
        return lab.fault("CONNACK 0x%02X".formatted(code), near, expected, () -> to(refusing(code)));
    }

    private DynamicTest token(String name, String near, String expected, int code, String claims) {
        return lab.fault(
                "a JWT " + name + ", CONNACK 0x%02X".formatted(code),
                near,
                expected,
                () -> to(refusing(code)).withMqtt(Lab.login("u", jwt(claims))));
    }

    private DynamicTest miss(String name, String near, String expected, int code, String claims) {
        return lab.nearMiss(
                "a JWT " + name + ", CONNACK 0x%02X".formatted(code),
                near,
                expected,
                () -> to(refusing(code)).withMqtt(Lab.login("u", jwt(claims))));
    }

    private DynamicTest goodbye(int code, String near, String expected) {
        byte[] disconnect = {(byte) 0xE0, 2, (byte) code, 0};
        return lab.fault(
                "DISCONNECT 0x%02X after CONNACK".formatted(code),
                near,
                expected,
                () -> to(socket -> {
                            HostileServer.readSome(socket);
                            socket.getOutputStream().write(CONNACK_OK);
                            socket.getOutputStream().write(disconnect);
                            HostileServer.waitForEnd(socket);
                        })
                        .publishing(Lab.telemetry("{}")));
    }

    private DynamicTest refusedPublish(int code, String near, String expected) {
        return lab.fault("PUBACK 0x%02X".formatted(code), near, expected, () -> puback(code));
    }

    private Plan puback(int code) {
        byte[] puback = {0x40, 4, 0, 1, (byte) code, 0};
        return to(socket -> {
                    HostileServer.readSome(socket);
                    socket.getOutputStream().write(CONNACK_OK);
                    HostileServer.readSome(socket);
                    socket.getOutputStream().write(puback);
                    HostileServer.waitForEnd(socket);
                })
                .publishing(new Publication("a", new byte[1], 1));
    }

    /** Takes packets of so many bytes, and says 0x95 to larger ones. */
    private static Manners taking(int most) {
        return socket -> {
            int size = socket.getInputStream().read(new byte[4096]);
            socket.getOutputStream().write(size > most ? new byte[] {0x20, 3, 0, (byte) 0x95, 0} : CONNACK_OK);
            HostileServer.waitForEnd(socket);
        };
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
