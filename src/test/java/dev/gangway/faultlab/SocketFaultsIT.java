package dev.gangway.faultlab;

import dev.gangway.bench.Endpoint;
import dev.gangway.bench.MqttOptions.Version;
import dev.gangway.bench.Plan;
import dev.gangway.bench.Publication;
import dev.gangway.faultlab.HostileServer.Manners;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
    Stream<DynamicTest> network() {
        return Stream.of(
                lab.fault(
                        "a name that does not exist",
                        "net.unknown-host",
                        () -> Lab.plain(1883, "t").at(Endpoint.of("no-such-host.invalid", 1883, false))),
                lab.fault(
                        "a name server that does not answer",
                        "net.name-server-silent",
                        () -> briefly(Lab.plain(1883, "t").at(Endpoint.of(LabNames.SILENT, 1883, false)))),
                lab.fault(
                        "an address that came too late to connect",
                        "net.name-server-slow",
                        () -> Lab.plain(1883, "t")
                                .within(Duration.ofNanos(1))
                                .at(Endpoint.of("127.0.0.1", 1883, false))),
                lab.nearMiss("two addresses, one of which refuses", Lab.PASS, () -> {
                    int port = start(HostileServer.answering(CONNACK_OK));
                    return Lab.plain(port, "t").at(Endpoint.of(LabNames.TWO_ADDRESSES, port, false));
                }),
                lab.fault(
                        "a URL where the host belongs",
                        "net.host-not-plain",
                        () -> Lab.plain(1883, "t").at(Endpoint.of("mqtt://localhost:1883", 1883, false))),
                lab.fault("nothing listens", "net.refused", () -> Lab.plain(freePort(), "t")),
                lab.fault("nobody takes the connection", "net.connect-timeout", this::toFullQueue));
    }

    @TestFactory
    Stream<DynamicTest> wrongProtocol() {
        byte[] http = "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] ssh = "SSH-2.0-OpenSSH_9.2\r\n".getBytes(StandardCharsets.US_ASCII);
        return Stream.of(
                lab.fault(
                        "plain MQTT answered by a TLS alert",
                        "port.needs-tls",
                        () -> plainTo(HostileServer.answering(
                                (byte) 0x15, (byte) 3, (byte) 3, (byte) 0, (byte) 2, (byte) 2, (byte) 10))),
                lab.fault("plain MQTT answered by HTTP", "port.http", () -> plainTo(HostileServer.answering(http))),
                lab.fault("TLS answered by HTTP", "port.http", () -> tlsTo(HostileServer.answering(http))),
                lab.fault("plain MQTT answered by SSH", "port.foreign", () -> plainTo(HostileServer.answering(ssh))),
                lab.fault("TLS answered by text", "port.plain-answer", () -> tlsTo(HostileServer.answering(ssh))),
                lab.fault(
                        "TLS answered by MQTT",
                        "port.plain-answer",
                        () -> tlsTo(HostileServer.answering((byte) 0x20, (byte) 2, (byte) 0, (byte) 1))),
                lab.fault("TLS answered by hanging up", "port.no-tls", () -> tlsTo(HostileServer::readSome)),
                lab.fault(
                        "plain MQTT answered by hanging up",
                        "port.closed-on-connect",
                        () -> plainTo(HostileServer::readSome)),
                lab.fault("TLS answered by silence", "port.silent", () -> briefly(tlsTo(HostileServer::waitForEnd))),
                lab.fault(
                        "plain MQTT answered by silence",
                        "mqtt.no-connack",
                        () -> briefly(plainTo(HostileServer::waitForEnd))),
                lab.nearMiss("a proper CONNACK", Lab.PASS, () -> plainTo(HostileServer.answering(CONNACK_OK))));
    }

    @TestFactory
    Stream<DynamicTest> webSocket() {
        byte[] notFound = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        return Stream.of(lab.fault(
                "no WebSocket at that path",
                "port.websocket-refused",
                () -> Lab.plain(1, "t")
                        .at(new Endpoint(
                                "localhost",
                                start(HostileServer.answering(notFound)),
                                Endpoint.Transport.WS,
                                "/mqtt"))));
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
                lab.fault("old rules: password without user", "mqtt.password-without-user", () -> {
                    Plan plan = plainTo(HostileServer::readSome);
                    return plan.withMqtt(
                            Lab.login(Optional.empty(), Optional.of("p")).withVersion(Version.V3_1_1));
                }),
                lab.fault(
                        "no acknowledgement",
                        "session.no-acknowledgement",
                        () -> briefly(
                                plainTo(HostileServer.answering(CONNACK_OK)).publishing(Lab.telemetry("{}")))),
                lab.fault(
                        "hung up after the message",
                        "session.closed-after-publish",
                        () -> plainTo(socket -> {
                                    HostileServer.readSome(socket);
                                    socket.getOutputStream().write(CONNACK_OK);
                                    HostileServer.readSome(socket);
                                })
                                .publishing(Lab.telemetry("{}"))),
                lab.fault(
                        "hung up after a message of 70 kB",
                        "session.too-large",
                        () -> plainTo(socket -> {
                                    HostileServer.readSome(socket);
                                    socket.getOutputStream().write(CONNACK_OK);
                                    HostileServer.readSome(socket);
                                })
                                .publishing(new Publication("t", new byte[70_000], 1))),
                lab.fault(
                        "QoS 2 acknowledged as QoS 1",
                        "session.qos-not-supported",
                        () -> briefly(plainTo(socket -> {
                                    HostileServer.readSome(socket);
                                    socket.getOutputStream().write(CONNACK_OK);
                                    HostileServer.readSome(socket);
                                    socket.getOutputStream().write(new byte[] {0x40, 2, 0, 1});
                                    HostileServer.waitForEnd(socket);
                                })
                                .publishing(new Publication("t", new byte[1], 2)))));
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

    /** A listener that accepts nobody and whose queue is full: Linux then ignores new connections. */
    private Plan toFullQueue() {
        FullQueue queue = FullQueue.start();
        closeables.add(queue);
        return briefly(Lab.plain(queue.port(), "t"));
    }

    private static int freePort() {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return taken.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
