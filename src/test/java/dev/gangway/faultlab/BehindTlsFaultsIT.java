package dev.gangway.faultlab;

import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.Plan;
import dev.gangway.faultlab.HostileServer.Manners;
import dev.gangway.pki.Identity;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
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
                lab.nearMiss(
                        "MQTT behind TLS",
                        "port.http-behind-tls port.closed-behind-tls port.no-tls port.silent",
                        Lab.PASS,
                        () -> to(good)),
                lab.fault(
                        "a web server behind TLS",
                        "port.http",
                        "port.http-behind-tls",
                        () -> behind(HostileServer.answering(http))),
                lab.fault(
                        "nobody behind TLS",
                        "port.closed-on-connect port.closed-behind-tls",
                        "port.no-server-behind",
                        () -> behind(HostileServer::readSome)),
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
                        "port.no-tls",
                        "tls.broke-off",
                        () -> through(Meddler.hangingUp(good, AFTER_SERVER_HELLO))),
                lab.fault(
                        "silent after ServerHello",
                        "port.silent",
                        "tls.stalled",
                        () -> through(Meddler.fallingSilent(good, AFTER_SERVER_HELLO))
                                .within(Duration.ofSeconds(3))),
                lab.fault(
                        "garbled after ServerHello",
                        "tls.garbled",
                        () -> through(Meddler.garbling(good, AFTER_SERVER_HELLO))),
                lab.nearMiss(
                        "passed on until CONNACK",
                        "tls.broke-off tls.stalled tls.garbled",
                        Lab.PASS,
                        () -> through(Meddler.hangingUp(good, 1 << 20))));
    }

    @TestFactory
    Stream<DynamicTest> names() {
        Identity elsewhere = Forge.server("CN=x", "elsewhere.example").by(root).make();
        int other = port(HostileServer.startTls(elsewhere, HostileServer::waitForEnd));
        return Stream.of(
                lab.fault(
                        "another name, and SNI is off",
                        "tls.host-mismatch",
                        "tls.host-mismatch-without-sni",
                        () -> withoutSni(to(other))),
                lab.nearMiss(
                        "the right name, and SNI is off",
                        "tls.host-mismatch-without-sni tls.host-mismatch",
                        Lab.PASS,
                        () -> withoutSni(to(good))),
                lab.fault(
                        "another name, and SNI is on",
                        "tls.host-mismatch-without-sni",
                        "tls.host-mismatch",
                        () -> to(other)));
    }

    @TestFactory
    Stream<DynamicTest> certificates() {
        Identity first = Forge.authority("CN=First").by(root).pathLength(0).make();
        Identity second = Forge.authority("CN=Second").by(first).make();
        Identity roomy = Forge.authority("CN=Roomy").by(root).pathLength(1).make();
        Identity below = Forge.authority("CN=Below").by(roomy).make();
        Identity old = Forge.authority("CN=Old root").expired().make();
        return Stream.of(
                lab.nearMiss(
                        "an RSA key of 1024 bits, worth a warning",
                        "tls.server-weak",
                        Lab.PASS,
                        () -> showing(localhost().with(Forge.rsa(1024)).by(root).make())),
                lab.nearMiss(
                        "an RSA key of 2048 bits",
                        "tls.server-weak",
                        Lab.PASS,
                        () -> showing(localhost().with(Forge.rsa(2048)).by(root).make())),
                lab.fault(
                        "an authority below one of path length 0",
                        "tls.server-constraint-violated",
                        () -> showing(localhost().by(second).make())),
                lab.nearMiss(
                        "an authority below one of path length 1",
                        "tls.server-constraint-violated",
                        Lab.PASS,
                        () -> showing(localhost().by(below).make())),
                lab.nearMiss("a trusted authority that has expired", "tls.server-expired", Lab.PASS, () -> {
                    Plan plan = showing(localhost().by(old).make());
                    return plan.withTls(plan.tls().trustingOnly(List.of(old.leaf())));
                }));
    }

    @TestFactory
    Stream<DynamicTest> dates() {
        Instant from = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(2));
        Instant until = from.plus(Duration.ofDays(10));
        Identity oldRoot = Forge.authority("CN=Long valid root")
                .valid(from.minus(Duration.ofDays(30)), until.plus(Duration.ofDays(30)))
                .make();
        int own = port(HostileServer.startTls(
                localhost().by(oldRoot).valid(from, until).make(), HostileServer.answering(CONNACK_OK)));
        return Stream.of(
                lab.fault("a second after its end", "tls.server-expired", () -> at(own, oldRoot, until.plusSeconds(1))),
                lab.nearMiss(
                        "a second before its end",
                        "tls.server-expired",
                        Lab.PASS,
                        () -> at(own, oldRoot, until.minusSeconds(1))),
                lab.fault(
                        "a second before it begins",
                        "tls.server-not-yet-valid",
                        () -> at(own, oldRoot, from.minusSeconds(1))),
                lab.nearMiss(
                        "a second after it began",
                        "tls.server-not-yet-valid",
                        Lab.PASS,
                        () -> at(own, oldRoot, from.plusSeconds(1))));
    }

    private static Plan at(int port, Identity authority, Instant now) {
        return Lab.tls(port, authority.leaf(), "t").judgedBy(Clock.fixed(now, ZoneOffset.UTC));
    }

    @TestFactory
    Stream<DynamicTest> trust() {
        Identity alone = localhost().make();
        Identity other = Forge.authority("CN=Other root").make();
        Identity namesake = Forge.authority("CN=Root behind TLS").make();
        int selfSigned = port(HostileServer.startTls(alone, HostileServer.answering(CONNACK_OK)));
        int imposter =
                port(HostileServer.startTls(localhost().by(namesake).make(), HostileServer.answering(CONNACK_OK)));
        Identity ofClients =
                localhost().by(root).purpose(KeyPurposeId.id_kp_clientAuth).make();
        Identity ofBoth =
                localhost().by(root).alsoFor(KeyPurposeId.id_kp_clientAuth).make();
        return Stream.of(
                lab.fault("a certificate that nobody signed", "tls.server-self-signed", () -> to(selfSigned)),
                lab.nearMiss(
                        "the same certificate, which was chosen as trusted",
                        "tls.server-self-signed tls.server-untrusted",
                        Lab.PASS,
                        () -> trusting(to(selfSigned), alone.leaf())),
                lab.fault(
                        "signed by a namesake of the trusted authority",
                        "tls.server-untrusted",
                        "tls.server-root-renewed",
                        () -> to(imposter)),
                lab.nearMiss(
                        "the same, and the namesake is trusted, too",
                        "tls.server-root-renewed",
                        Lab.PASS,
                        () -> trusting(to(imposter), root.leaf(), namesake.leaf())),
                lab.nearMiss(
                        "the right authority among others",
                        "tls.server-untrusted tls.server-intermediate-missing",
                        Lab.PASS,
                        () -> trusting(to(good), other.leaf(), root.leaf())),
                lab.fault(
                        "a leaf chosen as authority",
                        "tls.server-untrusted",
                        "tls.anchor-not-an-authority",
                        () -> trusting(to(good), alone.leaf())),
                lab.nearMiss(
                        "the server's own certificate chosen as authority",
                        "tls.anchor-not-an-authority",
                        Lab.PASS,
                        () -> trusting(to(good), identity.leaf())),
                lab.fault("a certificate for clients", "tls.server-wrong-usage", () -> showing(ofClients)),
                lab.nearMiss(
                        "a certificate for servers and clients",
                        "tls.server-wrong-usage",
                        Lab.PASS,
                        () -> showing(ofBoth)),
                lab.fault(
                        "a certificate whose key may agree and not sign",
                        "tls.server-wrong-usage",
                        () -> showing(localhost()
                                .by(root)
                                .keyUsage(KeyUsage.keyAgreement)
                                .make())),
                lab.nearMiss(
                        "a certificate whose key may sign and nothing else",
                        "tls.server-wrong-usage",
                        Lab.PASS,
                        () -> showing(localhost()
                                .by(root)
                                .keyUsage(KeyUsage.digitalSignature)
                                .make())),
                lab.nearMiss(
                        "the name as common name only, which is a warning",
                        "tls.host-mismatch",
                        Lab.PASS,
                        () -> showing(Forge.server("CN=localhost").by(root).make())));
    }

    private static Plan trusting(Plan plan, X509Certificate... anchors) {
        return plan.withTls(plan.tls().trustingOnly(List.of(anchors)));
    }

    private static Forge localhost() {
        return Forge.server("CN=localhost", "localhost");
    }

    private Plan showing(Identity shown) {
        return to(port(HostileServer.startTls(shown, HostileServer.answering(CONNACK_OK))));
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
