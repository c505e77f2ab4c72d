package dev.gangway.faultlab;

import dev.gangway.bench.Endpoint;
import dev.gangway.bench.Plan;
import dev.gangway.faultlab.HostileServer.Manners;
import dev.gangway.pki.Identity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** A TLS handshake that is cut short, and what may lurk behind one that works. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BehindTlsFaultsIT {
    private static final byte[] CONNACK_OK = {0x20, 3, 0, 0, 0};

    /** A record header and a ServerHello, which are about 127 bytes, and a little of what follows. */
    private static final int AFTER_SERVER_HELLO = 160;

    private final Lab lab = new Lab("Behind TLS");
    private final List<HostileServer> servers = new ArrayList<>();
    private final Identity root = Forge.authority("CN=Root behind TLS").make();
    private final Identity identity =
            Forge.server("CN=localhost", "localhost").by(root).make();
    private int good;

    @BeforeAll
    void start() {
        good = port(HostileServer.startTls(identity, HostileServer.answering(CONNACK_OK)));
    }

    @AfterAll
    void finish() {
        servers.forEach(HostileServer::close);
        lab.finish();
    }

    @TestFactory
    Stream<DynamicTest> behind() {
        byte[] http = "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        return Stream.of(
                lab.nearMiss("MQTT behind TLS", Lab.PASS, () -> to(good)),
                lab.fault(
                        "a web server behind TLS", "port.http-behind-tls", () -> behind(HostileServer.answering(http))),
                lab.fault("nobody behind TLS", "port.closed-behind-tls", () -> behind(HostileServer::readSome)),
                lab.fault(
                        "silence behind TLS",
                        "mqtt.no-connack",
                        () -> behind(HostileServer::waitForEnd).within(Duration.ofSeconds(3))));
    }

    @TestFactory
    Stream<DynamicTest> cutShort() {
        return Stream.of(
                lab.fault(
                        "hung up after ServerHello",
                        "tls.broke-off",
                        () -> through(Meddler.hangingUp(good, AFTER_SERVER_HELLO))),
                lab.fault(
                        "silent after ServerHello",
                        "tls.stalled",
                        () -> through(Meddler.fallingSilent(good, AFTER_SERVER_HELLO))
                                .within(Duration.ofSeconds(3))),
                lab.fault(
                        "garbled after ServerHello",
                        "tls.garbled",
                        () -> through(Meddler.garbling(good, AFTER_SERVER_HELLO))),
                lab.nearMiss("passed on until CONNACK", Lab.PASS, () -> through(Meddler.hangingUp(good, 1 << 20))));
    }

    @TestFactory
    Stream<DynamicTest> names() {
        Identity elsewhere = Forge.server("CN=x", "elsewhere.example").by(root).make();
        int other = port(HostileServer.startTls(elsewhere, HostileServer::waitForEnd));
        return Stream.of(
                lab.fault("another name, and SNI is off", "tls.host-mismatch-without-sni", () -> withoutSni(to(other))),
                lab.nearMiss("the right name, and SNI is off", Lab.PASS, () -> withoutSni(to(good))),
                lab.fault("another name, and SNI is on", "tls.host-mismatch", () -> to(other)));
    }

    private Plan behind(Manners manners) {
        return to(port(HostileServer.startTls(identity, manners)));
    }

    private Plan through(Manners meddler) {
        return to(port(HostileServer.start(meddler)));
    }

    private Plan to(int port) {
        return Lab.tls(port, root.leaf(), "t").at(Endpoint.of("localhost", port, true));
    }

    private int port(HostileServer server) {
        servers.add(server);
        return server.port();
    }

    private static Plan withoutSni(Plan plan) {
        return plan.withTls(plan.tls().withoutSni());
    }
}
