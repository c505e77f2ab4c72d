package dev.gangway.faultlab;

import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.ExperimentBounds;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.MqttOptions.Will;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Publication;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.pki.Identity;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Servers that hang up, or refuse, for one thing in what they are sent, and say nothing of it. Each is told from the others
 * by one further connection: settled one way, the other way, and where none may be made.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExperimentsIT {
    private static final byte[] ACCEPTED_5 = {0x20, 3, 0, 0, 0};
    private static final byte[] ACCEPTED = {0x20, 2, 0, 0};
    private static final byte[] IDENTIFIER_REJECTED = {0x20, 2, 0, 2};
    private static final String CLOSED = "port.closed-on-connect";

    private final Lab lab = new Lab("Experiments");
    private final List<HostileServer> servers = new ArrayList<>();

    @AfterAll
    void finish() {
        servers.forEach(HostileServer::close);
        lab.finish();
    }

    @TestFactory
    Stream<DynamicTest> version() {
        Supplier<Plan> only311 = () -> plain(hangingUpUnless(connect -> level(connect) == 4));
        return Stream.of(
                lab.fault("CONNECT of MQTT 5 hung up on, of 3.1.1 answered", CLOSED, "mqtt.version-refused", only311),
                lab.nearMiss(
                        "CONNECT of either version hung up on",
                        "mqtt.version-refused port.expects-proxy-header mqtt.policy-refused mqtt.will-refused"
                                + " net.answers-differently",
                        CLOSED,
                        () -> plain(hangingUpUnless(_ -> false))),
                lab.nearMiss(
                        "the same as the first, and no experiment allowed",
                        "mqtt.version-refused",
                        CLOSED,
                        () -> only311.get().experimenting(ExperimentBounds.NONE)));
    }

    /** What only MQTT 5 is answered, or has words for. */
    @TestFactory
    Stream<DynamicTest> mqttFive() {
        Supplier<Plan> onlyFive = () -> old(plain(hangingUpUnless(connect -> level(connect) == 5)));
        return Stream.of(
                lab.fault(
                        "CONNECT of MQTT 3.1.1 hung up on, of 5 answered",
                        CLOSED + " mqtt.policy-refused",
                        "mqtt.version-refused",
                        onlyFive),
                lab.nearMiss(
                        "CONNECT of 3.1.1 hung up on, and of 5, too",
                        "mqtt.version-refused",
                        CLOSED,
                        () -> old(plain(hangingUpUnless(_ -> false)))),
                lab.nearMiss(
                        "the same as the first with 3.1.1, and no experiment allowed",
                        "mqtt.version-refused",
                        CLOSED,
                        () -> onlyFive.get().experimenting(ExperimentBounds.NONE)),
                lab.fault(
                        "3.1.1 with 1 refused, 5 answered",
                        "mqtt.refused",
                        "mqtt.version-refused",
                        () -> old(plain(refusingVersionsBefore5()))));
    }

    /** A message that is hung up on: for its topic, its size, its QoS, or for another client. */
    @TestFactory
    Stream<DynamicTest> messages() {
        byte[] tooLarge = {(byte) 0xE0, 2, (byte) 0x95, 0};
        byte[] notAllowed = {(byte) 0xE0, 2, (byte) 0x87, 0};
        Supplier<Plan> byTopic =
                () -> old(publishing(ReportedServers.onMessage(_ -> true, notAllowed, true), "secret/a", "1", 1));
        return Stream.of(
                lab.fault(
                        "a message hung up on with 3.1.1, called forbidden with 5",
                        "session.closed-after-publish session.too-large session.taken-over",
                        "session.not-allowed",
                        byTopic),
                lab.nearMiss(
                        "a message hung up on with 3.1.1, called too large with 5",
                        "session.not-allowed session.closed-after-publish",
                        "session.too-large",
                        () -> old(
                                publishing(ReportedServers.onMessage(_ -> true, tooLarge, true), "secret/a", "1", 1))),
                lab.nearMiss(
                        "a message of ThingsBoard's hung up on with 3.1.1, and no experiment allowed",
                        "session.not-allowed session.too-large",
                        "session.closed-after-publish",
                        () -> old(publishing(
                                        ReportedServers.onMessage(_ -> true, notAllowed, true),
                                        "v1/devices/me/telemetry",
                                        "{\"a\":1}",
                                        1))
                                .experimenting(ExperimentBounds.NONE)),
                lab.fault(
                        "messages of more than 200 bytes hung up on",
                        "session.not-allowed session.closed-after-publish session.taken-over",
                        "session.too-large",
                        () -> old(publishing(
                                ReportedServers.onMessage(message -> message.length > 200, new byte[0], true),
                                "a",
                                "x".repeat(300),
                                1))),
                lab.nearMiss(
                        "the same, and no experiment allowed",
                        "session.too-large session.taken-over",
                        "session.closed-after-publish",
                        () -> old(publishing(
                                        ReportedServers.onMessage(message -> message.length > 200, new byte[0], true),
                                        "a",
                                        "x".repeat(300),
                                        1))
                                .experimenting(ExperimentBounds.NONE)),
                lab.fault(
                        "QoS 2 hung up on, QoS 1 taken",
                        "session.not-allowed session.closed-after-publish",
                        "session.qos-not-supported",
                        () -> old(publishing(
                                ReportedServers.onMessage(message -> (message[0] & 0x06) == 4, new byte[0], true),
                                "a",
                                "1",
                                2))),
                lab.nearMiss(
                        "QoS 1 hung up on as well",
                        "session.qos-not-supported session.closed-after-publish",
                        "session.not-allowed",
                        () -> old(publishing(ReportedServers.onMessage(_ -> true, new byte[0], true), "a", "1", 2))),
                lab.fault(
                        "a session of this client id ends with or without a message",
                        "session.not-allowed session.closed-after-publish",
                        "session.taken-over",
                        () -> publishing(endingSessionsOf("fault-lab"), "a", "1", 1)),
                lab.nearMiss(
                        "a session of any client id ends",
                        "session.taken-over session.not-allowed",
                        "session.lost",
                        () -> publishing(endingSessionsOf(""), "a", "1", 1)));
    }

    /** Behind a proxy that ends TLS. */
    @TestFactory
    Stream<DynamicTest> behindProxies() {
        Devices devices = new Devices();
        return Stream.of(
                lab.fault(
                        "TLS ended by a proxy, and the server behind it waits for a PROXY header",
                        "port.closed-behind-tls port.no-server-behind",
                        "port.expects-proxy-header",
                        () -> secure(devices, afterProxyHeader())),
                lab.fault(
                        "TLS ended by a proxy that hangs up before anything is said",
                        "port.closed-behind-tls port.expects-proxy-header",
                        "port.no-server-behind",
                        () -> secure(devices, ReportedServers::onlyTls)),
                lab.fault(
                        "the same, and no experiment allowed",
                        "port.no-server-behind port.expects-proxy-header",
                        "port.closed-behind-tls",
                        () -> secure(devices, HostileServer::readSome).experimenting(ExperimentBounds.NONE)));
    }

    private Plan secure(Devices devices, HostileServer.Manners manners) {
        HostileServer server = HostileServer.startTls(devices.server(), manners);
        servers.add(server);
        return Lab.tls(server.port(), devices.root.leaf(), "token");
    }

    private static Plan old(Plan plan) {
        return plan.withMqtt(plan.mqtt().withVersion(Version.V3_1_1));
    }

    private Plan publishing(HostileServer.Manners manners, String topic, String message, int qos) {
        return plain(manners).publishing(new Publication(topic, message.getBytes(StandardCharsets.UTF_8), qos));
    }

    private static HostileServer.Manners refusingVersionsBefore5() {
        return socket -> {
            byte[] connect = read(socket);
            if (level(connect) == 5) {
                answer(socket, connect);
            } else {
                socket.getOutputStream().write(new byte[] {0x20, 2, 0, 1});
                HostileServer.waitForEnd(socket);
            }
        };
    }

    /** Accepts everybody, and hangs up on these at the first packet, whatever it is. */
    private static HostileServer.Manners endingSessionsOf(String clientId) {
        return socket -> {
            byte[] connect = read(socket);
            boolean ends = holds(connect, clientId);
            socket.getOutputStream().write(level(connect) == 5 ? ACCEPTED_5 : ACCEPTED);
            if (ends) {
                read(socket);
                return;
            }
            while ((read(socket)[0] & 0xF0) != 0xE0) {
                socket.getOutputStream().write(new byte[] {0x40, 2, 0, Publication.PACKET_ID});
            }
        };
    }

    @TestFactory
    Stream<DynamicTest> fickle() {
        return Stream.of(lab.fault(
                "every second connection hung up on, whatever it says",
                "mqtt.version-refused port.expects-proxy-header mqtt.policy-refused " + CLOSED,
                "net.answers-differently",
                () -> plain(everySecond())));
    }

    @TestFactory
    Stream<DynamicTest> blocking() {
        return Stream.of(lab.nearMiss(
                "hung up on CONNECT three times, and at once from then on",
                "mqtt.version-refused mqtt.policy-refused net.hung-up-at-once",
                CLOSED,
                () -> plain(blockingAfterThree())));
    }

    private static HostileServer.Manners blockingAfterThree() {
        AtomicInteger count = new AtomicInteger();
        return socket -> {
            if (count.incrementAndGet() <= 3) {
                read(socket);
            }
        };
    }

    private static HostileServer.Manners everySecond() {
        AtomicInteger count = new AtomicInteger();
        return socket -> {
            byte[] first = read(socket);
            if (first.length > 8 && count.getAndIncrement() % 2 == 1) {
                answer(socket, first);
            }
        };
    }

    @TestFactory
    Stream<DynamicTest> nothingBehind() {
        return Stream.of(
                lab.fault(
                        "hung up a second after CONNECT, as a proxy does that tries to reach its server again",
                        CLOSED + " net.hung-up-at-once",
                        "port.no-server-behind",
                        () -> plain(hangingUpAfter(Duration.ofMillis(1_100)))),
                lab.nearMiss(
                        "hung up at once on CONNECT",
                        "port.no-server-behind",
                        CLOSED,
                        () -> plain(hangingUpUnless(_ -> false))));
    }

    /** What it waits for is the time itself. */
    private static HostileServer.Manners hangingUpAfter(Duration time) {
        return socket -> {
            read(socket);
            Thread.sleep(time);
        };
    }

    @TestFactory
    Stream<DynamicTest> proxyHeader() {
        return Stream.of(
                lab.fault(
                        "hung up on whoever sends no PROXY header",
                        CLOSED + " net.hung-up-at-once",
                        "port.expects-proxy-header",
                        () -> plain(afterProxyHeader())),
                lab.nearMiss(
                        "the same, and no experiment allowed",
                        "port.expects-proxy-header",
                        CLOSED,
                        () -> plain(afterProxyHeader()).experimenting(ExperimentBounds.NONE)));
    }

    @TestFactory
    Stream<DynamicTest> connectFields() {
        return Stream.of(
                lab.fault(
                        "hung up on this client id alone",
                        CLOSED,
                        "mqtt.policy-refused",
                        () -> plain(hangingUpUnless(connect -> !holds(connect, "fault-lab")))),
                lab.fault(
                        "hung up on a will",
                        CLOSED + " mqtt.policy-refused",
                        "mqtt.will-refused",
                        () -> withWill(plain(hangingUpUnless(connect -> (connect[connectFlagsAt()] & 0x04) == 0)))),
                lab.fault(
                        "identifier rejected, for its keep-alive",
                        "mqtt.client-id-refused mqtt.credential-missing",
                        "mqtt.keep-alive-refused",
                        () -> longKeepAlive(plain(rejectingKeepAliveAbove(60)))),
                lab.nearMiss(
                        "identifier rejected, whatever its keep-alive",
                        "mqtt.keep-alive-refused mqtt.client-id-refused",
                        "mqtt.credential-missing",
                        () -> longKeepAlive(plain(rejectingKeepAliveAbove(-1)))));
    }

    @TestFactory
    Stream<DynamicTest> knownHere() {
        return Stream.of(
                lab.fault(
                        "hung up on a carriage return in the user name",
                        CLOSED,
                        "mqtt.control-character",
                        () -> plain(hangingUpUnless(connect -> !holds(connect, "\r")))
                                .withMqtt(Lab.token("token\r"))),
                lab.nearMiss(
                        "hung up, and no such character anywhere",
                        "mqtt.control-character",
                        CLOSED,
                        () -> plain(hangingUpUnless(_ -> false))));
    }

    @TestFactory
    Stream<DynamicTest> acceptedCertificate() {
        Devices devices = new Devices();
        Identity device = devices.direct;
        return Stream.of(TlsOptions.Version.TLS_1_2, TlsOptions.Version.TLS_1_3)
                .map(version -> lab.fault(
                        "hung up on CONNECT after the certificate was accepted, " + version,
                        "cert.refused-silently " + CLOSED,
                        "mqtt.policy-refused",
                        () -> {
                            HostileServer server =
                                    HostileServer.startMutualTls(devices.server(), devices.root.leaf(), socket -> {
                                        HostileServer.readSome(socket);
                                    });
                            servers.add(server);
                            Plan plan = Lab.tls(server.port(), devices.root.leaf(), device);
                            return plan.withTls(plan.tls().withVersions(List.of(version)))
                                    .experimenting(ExperimentBounds.NONE);
                        }));
    }

    private static int connectFlagsAt() {
        return 9;
    }

    private Plan plain(HostileServer.Manners manners) {
        HostileServer server = HostileServer.start(manners);
        servers.add(server);
        return Lab.plain(server.port(), "token").at(Endpoint.of("localhost", server.port(), false));
    }

    private static Plan withWill(Plan plan) {
        return plan.withMqtt(plan.mqtt().withWill(Optional.of(new Will("gone", new byte[] {1}, 0, false))));
    }

    private static Plan longKeepAlive(Plan plan) {
        MqttOptions mqtt = MqttOptions.of(Version.V3_1_1, "fault-lab", Optional.empty(), Optional.empty());
        return plan.withMqtt(mqtt.withSession(session -> session.withKeepAlive(Duration.ofHours(2))));
    }

    private static HostileServer.Manners hangingUpUnless(Predicate<byte[]> accepted) {
        return socket -> {
            byte[] connect = read(socket);
            if (accepted.test(connect)) {
                answer(socket, connect);
            }
        };
    }

    private static HostileServer.Manners afterProxyHeader() {
        return socket -> {
            byte[] first = read(socket);
            if (new String(first, StandardCharsets.ISO_8859_1).startsWith("PROXY TCP")) {
                byte[] rest = afterLine(first);
                answer(socket, rest.length > 0 ? rest : read(socket));
            }
        };
    }

    private static HostileServer.Manners rejectingKeepAliveAbove(int seconds) {
        return socket -> {
            byte[] connect = read(socket);
            int asked = (connect[10] & 0xFF) << 8 | connect[11] & 0xFF;
            socket.getOutputStream().write(asked > seconds ? IDENTIFIER_REJECTED : ACCEPTED);
            HostileServer.waitForEnd(socket);
        };
    }

    private static void answer(Socket socket, byte[] connect) throws IOException {
        socket.getOutputStream().write(level(connect) == 5 ? ACCEPTED_5 : ACCEPTED);
        HostileServer.waitForEnd(socket);
    }

    private static byte[] read(Socket socket) throws IOException {
        byte[] chunk = new byte[4096];
        int count = socket.getInputStream().read(chunk);
        if (count < 0) {
            throw new IOException("nothing came");
        }
        return Arrays.copyOf(chunk, count);
    }

    private static byte[] afterLine(byte[] bytes) {
        int end = new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
        return Arrays.copyOfRange(bytes, end, bytes.length);
    }

    /** The protocol level; fixed header and name have two and six bytes in these short packets. */
    private static int level(byte[] connect) {
        return connect.length > 8 ? connect[8] : 0;
    }

    private static boolean holds(byte[] connect, String text) {
        return new String(connect, StandardCharsets.ISO_8859_1).contains(text);
    }
}
