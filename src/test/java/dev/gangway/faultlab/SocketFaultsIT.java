package dev.gangway.faultlab;

import dev.gangway.bench.WebSocketGateway;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Publication;
import dev.gangway.faultlab.HostileServer.Manners;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Servers that are none, or behave as none should. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SocketFaultsIT {
    private static final byte[] CONNACK_OK = {0x20, 3, 0, 0, 0};

    private final Lab lab = new Lab("Sockets");
    private final List<AutoCloseable> closeables = new ArrayList<>();

    @AfterAll
    void finish() throws Exception {
        for (AutoCloseable closeable : closeables) {
            closeable.close();
        }
        lab.finish();
    }

    @TestFactory
    Stream<DynamicTest> names() {
        return Stream.of(
                lab.fault(
                        "a name that does not exist",
                        "net.unknown-host",
                        () -> Lab.plain(1883, "t").at(Endpoint.of("no-such-host.invalid", 1883, false))),
                lab.nearMiss(
                        "a name that exists beside it",
                        "net.unknown-host",
                        Lab.PASS,
                        () -> named(LabNames.ONE_ADDRESS)),
                lab.fault(
                        "a name server that does not answer",
                        "net.name-server-silent",
                        () -> briefly(Lab.plain(1883, "t").at(Endpoint.of(LabNames.SILENT, 1883, false)))),
                lab.fault(
                        "an address that came too late to connect",
                        "net.name-server-silent",
                        "net.name-server-slow",
                        () -> Lab.plain(1883, "t")
                                .within(Duration.ofNanos(1))
                                .at(Endpoint.of("127.0.0.1", 1883, false))),
                lab.nearMiss(
                        "a name server that answers late",
                        "net.name-server-silent net.name-server-slow",
                        Lab.PASS,
                        () -> {
                            Thread.ofVirtual().start(SocketFaultsIT::answerLate);
                            return named(LabNames.LATE);
                        }),
                lab.fault(
                        "a URL where the host belongs",
                        "net.host-not-plain",
                        () -> Lab.plain(1883, "t").at(Endpoint.of("mqtt://localhost:1883", 1883, false))),
                lab.nearMiss("the host out of that URL", "net.host-not-plain", Lab.PASS, () -> named("localhost")));
    }

    @TestFactory
    Stream<DynamicTest> connecting() {
        return Stream.of(
                lab.fault("nothing listens", "net.refused", () -> Lab.plain(Ports.free(), "t")),
                lab.nearMiss(
                        "two addresses, one of which refuses",
                        "net.refused",
                        Lab.PASS,
                        () -> named(LabNames.TWO_ADDRESSES)),
                lab.fault("nobody takes the connection", "net.connect-timeout", () -> briefly(to(FullQueue.start()))),
                lab.nearMiss(
                        "nobody takes the connection, but the queue has places",
                        "net.connect-timeout net.refused",
                        "mqtt.no-connack",
                        () -> briefly(to(FullQueue.withPlaces()))),
                lab.fault(
                        "hung up before anything was sent",
                        "port.closed-on-connect",
                        "net.hung-up-at-once",
                        () -> plainTo(HostileServer.hangingUp())),
                lab.fault(
                        "hung up before anything was sent, TLS",
                        "port.no-tls",
                        "net.hung-up-at-once",
                        () -> tlsTo(HostileServer.hangingUp())));
    }

    @TestFactory
    Stream<DynamicTest> wrongProtocol() {
        byte[] http = ascii("HTTP/1.1 400 Bad Request\r\n\r\n");
        byte[] ssh = ascii("SSH-2.0-OpenSSH_9.2\r\n");
        return Stream.of(
                lab.fault(
                        "plain MQTT answered by a TLS alert",
                        "port.foreign",
                        "port.needs-tls",
                        () -> plainTo(HostileServer.answering(
                                (byte) 0x15, (byte) 3, (byte) 3, (byte) 0, (byte) 2, (byte) 2, (byte) 10))),
                lab.nearMiss(
                        "the same bytes, but of no version of TLS",
                        "port.needs-tls",
                        "port.foreign",
                        () -> plainTo(HostileServer.answering(
                                (byte) 0x15, (byte) 9, (byte) 9, (byte) 0, (byte) 2, (byte) 2, (byte) 10))),
                lab.fault(
                        "plain MQTT answered by HTTP",
                        "port.foreign",
                        "port.http",
                        () -> plainTo(HostileServer.answering(http))),
                lab.fault(
                        "TLS answered by HTTP",
                        "port.plain-answer",
                        "port.http",
                        () -> tlsTo(HostileServer.answering(http))),
                lab.fault(
                        "plain MQTT answered by SSH",
                        "port.http",
                        "port.foreign",
                        () -> plainTo(HostileServer.answering(ssh))),
                lab.fault("TLS answered by text", "port.plain-answer", () -> tlsTo(HostileServer.answering(ssh))),
                lab.fault(
                        "TLS answered by MQTT",
                        "port.plain-answer",
                        () -> tlsTo(HostileServer.answering((byte) 0x20, (byte) 2, (byte) 0, (byte) 1))),
                lab.fault(
                        "TLS answered by hanging up",
                        "net.hung-up-at-once",
                        "port.no-tls",
                        () -> tlsTo(HostileServer::readSome)),
                lab.fault(
                        "plain MQTT answered by hanging up",
                        "net.hung-up-at-once port.needs-tls",
                        "port.closed-on-connect",
                        () -> plainTo(HostileServer::readSome)),
                lab.fault("TLS answered by silence", "port.silent", () -> briefly(tlsTo(HostileServer::waitForEnd))),
                lab.fault(
                        "plain MQTT answered by silence",
                        "port.silent",
                        "mqtt.no-connack",
                        () -> briefly(plainTo(HostileServer::waitForEnd))),
                lab.nearMiss(
                        "a proper CONNACK",
                        "port.foreign port.closed-on-connect mqtt.no-connack mqtt.unreadable",
                        Lab.PASS,
                        () -> plainTo(HostileServer.answering(CONNACK_OK))),
                lab.fault(
                        "ClientHello answered by the alert internal_error",
                        "tls.nothing-in-common",
                        "tls.alert",
                        () -> tlsTo(HostileServer.answering(alert(80)))),
                lab.nearMiss(
                        "the same with handshake_failure",
                        "tls.alert",
                        "tls.nothing-in-common",
                        () -> tlsTo(HostileServer.answering(alert(40)))));
    }

    @TestFactory
    Stream<DynamicTest> webSocket() throws Exception {
        byte[] notFound = ascii("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        int broker = start(HostileServer.answering(CONNACK_OK));
        WebSocketGateway gateway = new WebSocketGateway(broker, Optional.empty());
        closeables.add(gateway);
        return Stream.of(
                lab.fault(
                        "no WebSocket at that path",
                        "port.websocket-refused",
                        () -> webSocket(start(HostileServer.answering(notFound)))),
                lab.fault(
                        "a proxy that cannot reach the broker behind it (502)",
                        "port.websocket-refused",
                        "port.websocket-behind-gateway",
                        () -> webSocket(start(HostileServer.answering(
                                ascii("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"))))),
                lab.nearMiss(
                        "a web server that does not upgrade (426)",
                        "port.websocket-behind-gateway",
                        "port.websocket-refused",
                        () -> webSocket(start(HostileServer.answering(
                                ascii("HTTP/1.1 426 Upgrade Required\r\nContent-Length: 0\r\n\r\n"))))),
                lab.nearMiss(
                        "a WebSocket at that path",
                        "port.websocket-refused port.websocket-unanswered port.closed-on-connect",
                        Lab.PASS,
                        () -> webSocket(gateway.port())),
                lab.fault(
                        "the upgrade to a WebSocket answered by silence",
                        "mqtt.no-connack port.websocket-refused",
                        "port.websocket-unanswered",
                        () -> briefly(webSocket(start(HostileServer::waitForEnd)))),
                lab.fault(
                        "the upgrade to a WebSocket answered by hanging up",
                        "net.hung-up-at-once port.websocket-refused",
                        "port.websocket-unanswered",
                        () -> webSocket(start(HostileServer::readSome))),
                lab.fault(
                        "a WebSocket with another subprotocol than was asked for",
                        "port.websocket-refused port.websocket-unanswered",
                        "port.websocket-other-protocol",
                        () -> webSocket(start(WebSocketManners.speaking(Optional.of("soap"))))),
                lab.nearMiss(
                        "a WebSocket without a subprotocol, where CONNECT is not answered",
                        "port.websocket-other-protocol port.websocket-unanswered",
                        "mqtt.no-connack",
                        () -> briefly(webSocket(start(WebSocketManners.speaking(Optional.empty()))))),
                lab.fault(
                        "CONNECT answered by closing the WebSocket",
                        "port.websocket-refused port.websocket-unanswered",
                        "port.closed-on-connect",
                        () -> webSocket(start(WebSocketManners.closing()))));
    }

    @TestFactory
    Stream<DynamicTest> brokenMqtt() {
        return Stream.of(
                lab.fault(
                        "half a CONNACK, then silence",
                        "mqtt.no-connack",
                        () -> briefly(plainTo(HostileServer.answering((byte) 0x20, (byte) 3, (byte) 0)))),
                lab.fault(
                        "a CONNACK that is none",
                        "mqtt.unreadable",
                        () -> plainTo(HostileServer.answering(
                                (byte) 0x20, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF))),
                lab.fault(
                        "old rules: password without user",
                        "port.closed-on-connect",
                        "mqtt.password-without-user",
                        () -> {
                            Plan plan = plainTo(HostileServer::readSome);
                            return plan.withMqtt(Lab.login(Optional.empty(), Optional.of("p"))
                                    .withVersion(Version.V3_1_1));
                        }),
                lab.nearMiss(
                        "the same in MQTT 5, which allows it",
                        "mqtt.password-without-user",
                        "port.closed-on-connect",
                        () -> plainTo(HostileServer::readSome).withMqtt(Lab.login(Optional.empty(), Optional.of("p")))),
                lab.fault(
                        "no acknowledgement",
                        "session.closed-after-publish",
                        "session.no-acknowledgement",
                        () -> briefly(
                                plainTo(HostileServer.answering(CONNACK_OK)).publishing(Lab.telemetry("{}")))),
                lab.fault(
                        "hung up after the message",
                        "session.no-acknowledgement",
                        "session.closed-after-publish",
                        () -> plainTo(ReportedServers.onMessage(_ -> true, new byte[0], true))
                                .publishing(Lab.telemetry("{}"))),
                lab.fault(
                        "hung up after a message of 65,537 bytes",
                        "session.closed-after-publish",
                        "session.too-large",
                        () -> plainTo(ReportedServers.onMessage(_ -> true, new byte[0], true))
                                .publishing(new Publication("t", new byte[65_537], 1))),
                lab.nearMiss(
                        "hung up after a message of 65,536 bytes",
                        "session.too-large",
                        "session.closed-after-publish",
                        () -> plainTo(ReportedServers.onMessage(_ -> true, new byte[0], true))
                                .publishing(new Publication("t", new byte[65_536], 1))),
                lab.fault("QoS 2 acknowledged as QoS 1", "session.qos-not-supported", () -> briefly(acknowledging(2))),
                lab.nearMiss(
                        "QoS 1 acknowledged as QoS 1",
                        "session.qos-not-supported session.closed-after-publish session.no-acknowledgement",
                        Lab.PASS,
                        () -> acknowledging(1)));
    }

    /** Sends PUBACK, whatever was published. */
    private Plan acknowledging(int qos) {
        return plainTo(socket -> {
                    HostileServer.readSome(socket);
                    socket.getOutputStream().write(CONNACK_OK);
                    HostileServer.readSome(socket);
                    socket.getOutputStream().write(new byte[] {0x40, 2, 0, 1});
                    HostileServer.waitForEnd(socket);
                })
                .publishing(new Publication("t", new byte[1], qos));
    }

    /** To a proper broker, by this name for the address that it listens on. */
    private Plan named(String host) {
        int port = start(HostileServer.answering(CONNACK_OK));
        return Lab.plain(port, "t").at(Endpoint.of(host, port, false));
    }

    private static void answerLate() {
        try {
            LabNames.answerLate();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Plan webSocket(int port) {
        return Lab.plain(1, "t").at(new Endpoint("localhost", port, Endpoint.Transport.WS, "/mqtt"));
    }

    private static byte[] alert(int code) {
        return new byte[] {0x15, 3, 3, 0, 2, 2, (byte) code};
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private Plan plainTo(Manners manners) {
        return Lab.plain(start(manners), "t");
    }

    private Plan tlsTo(Manners manners) {
        return Lab.plain(1, "t").at(Endpoint.of("localhost", start(manners), true));
    }

    private int start(Manners manners) {
        HostileServer server = HostileServer.start(manners);
        closeables.add(server);
        return server.port();
    }

    /** With a deadline that makes waiting for it bearable. */
    private static Plan briefly(Plan plan) {
        return plan.within(Duration.ofSeconds(1));
    }

    private Plan to(FullQueue queue) {
        closeables.add(queue);
        return Lab.plain(queue.port(), "t");
    }
}
