package dev.gangway.faultlab;

import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.ExperimentBounds;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.model.TlsOptions.Version;
import dev.gangway.pki.Identity;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a refused TLS connection is told from by one further connection: HAProxy and nginx that go by the server's name or by
 * ALPN, OpenSSL with one suite or group, boxes on the way. Settled one way, the other, and where none may be made.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsExperimentsIT {
    private static final byte[] ACCEPTED_5 = {0x20, 3, 0, 0, 0};
    private static final int SUPPORTED_VERSIONS = 43;

    private final Lab lab = new Lab("Experiments in TLS");
    private final Devices devices = new Devices();
    private final List<AutoCloseable> servers = new ArrayList<>();

    @TempDir
    Path folder;

    @BeforeAll
    void check() {
        Assumptions.assumeTrue(OpensslServer.isInstalled(), "openssl is not installed");
        Assumptions.assumeTrue(FrontServer.hasHaproxy(), "haproxy is not installed");
        Assumptions.assumeTrue(FrontServer.hasNginx(), "nginx is not installed");
    }

    @AfterAll
    void finish() throws Exception {
        for (AutoCloseable server : servers) {
            server.close();
        }
        lab.finish();
    }

    @TestFactory
    Stream<DynamicTest> serverName() {
        int strict = strictName();
        int routed = routedByName();
        return Stream.of(
                lab.fault(
                        "HAProxy with strict-sni, no name sent",
                        "tls.nothing-in-common tls.alert port.no-tls",
                        "tls.server-name-missing",
                        () -> nameless(strict)),
                lab.nearMiss(
                        "HAProxy with strict-sni, the name sent",
                        "tls.server-name-missing",
                        Lab.PASS,
                        () -> to(strict)),
                lab.fault(
                        "nginx that routes by name, no name sent",
                        "port.no-tls",
                        "tls.server-name-missing",
                        () -> nameless(routed)),
                lab.nearMiss(
                        "nginx that routes by name, no name sent, and no experiment allowed",
                        "port.closed-on-connect",
                        "port.no-tls",
                        () -> nameless(routed).experimenting(ExperimentBounds.NONE)),
                lab.nearMiss(
                        "a router that shows a default certificate to the nameless",
                        "tls.server-self-signed tls.server-untrusted",
                        "tls.host-mismatch-without-sni",
                        () -> nameless(defaultCertificate())));
    }

    @TestFactory
    Stream<DynamicTest> alpn() {
        int wanting = wantingAlpn();
        return Stream.of(
                lab.fault(
                        "HAProxy that lets in only ALPN mqtt",
                        "port.no-tls tls.server-name-missing",
                        "tls.alpn-missing",
                        () -> to(wanting)),
                lab.nearMiss(
                        "HAProxy that lets in only ALPN mqtt, which is offered",
                        "tls.alpn-missing",
                        Lab.PASS,
                        () -> offering(to(wanting), offer -> offer.withAlpn(List.of("mqtt")))));
    }

    @TestFactory
    Stream<DynamicTest> offers() {
        int oneSuite = openssl("-tls1_2", "-cipher", "ECDHE-ECDSA-AES256-GCM-SHA384");
        int oneGroup = openssl("-groups", "P-521");
        int only12 = openssl("-tls1_2");
        int only13 = openssl("-tls1_3");
        return Stream.of(
                lab.fault(
                        "another suite than the one of the server",
                        "tls.nothing-in-common",
                        "tls.offer-too-narrow",
                        () -> offering(
                                to(oneSuite),
                                offer -> offer.withSuites(List.of("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256")))),
                lab.nearMiss(
                        "the suite of the server alone",
                        "tls.offer-too-narrow",
                        "mqtt.no-connack",
                        () -> briefly(offering(
                                to(oneSuite),
                                offer -> offer.withSuites(List.of("TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"))))),
                lab.fault(
                        "another group than the one of the server",
                        "tls.nothing-in-common",
                        "tls.offer-too-narrow",
                        () -> offering(to(oneGroup), offer -> offer.withGroups(List.of("secp256r1")))),
                lab.nearMiss(
                        "TLS 1.3 to a server of 1.2",
                        "tls.offer-too-narrow tls.version-intolerant",
                        "tls.version-refused",
                        () -> to(only12).withTls(tls().withVersions(List.of(Version.TLS_1_3)))),
                lab.nearMiss(
                        "TLS 1.2 to a server of 1.3",
                        "tls.offer-too-narrow tls.version-intolerant",
                        "tls.version-refused",
                        () -> to(only13).withTls(tls().withVersions(List.of(Version.TLS_1_2)))),
                lab.nearMiss(
                        "both versions to a server of 1.2",
                        "tls.version-intolerant tls.hello-too-large",
                        "mqtt.no-connack",
                        () -> briefly(to(only12))));
    }

    @TestFactory
    Stream<DynamicTest> boxes() {
        int broker = broker();
        return Stream.of(
                lab.fault(
                        "a box that hangs up on an offer of TLS 1.3",
                        "port.no-tls tls.hello-too-large",
                        "tls.version-intolerant",
                        () -> to(gate(broker, hello -> !HelloGate.hasExtension(hello, SUPPORTED_VERSIONS)))),
                lab.fault(
                        "a box that hangs up on a hello of more than 200 bytes",
                        "port.no-tls tls.version-intolerant",
                        "tls.hello-too-large",
                        () -> to(gate(broker, hello -> hello.length <= 200))),
                lab.nearMiss(
                        "a box that lets all through",
                        "tls.hello-too-large",
                        Lab.PASS,
                        () -> to(gate(broker, _ -> true))));
    }

    @TestFactory
    Stream<DynamicTest> certificates() {
        int choosy = choosy();
        Supplier<Plan> stranger = () -> to(choosy).withTls(tls().withIdentity(devices.strange));
        Identity alone = devices.good.leafOnly();
        return Stream.of(
                lab.fault(
                        "a certificate of an authority that nobody knows, where a login would do",
                        "cert.issuer-unknown",
                        "cert.not-wanted",
                        stranger::get),
                lab.nearMiss(
                        "the same, and no experiment allowed",
                        "cert.not-wanted",
                        "cert.issuer-unknown",
                        () -> stranger.get().experimenting(ExperimentBounds.NONE)),
                lab.nearMiss(
                        "the leaf alone, and the intermediate at hand",
                        "cert.issuer-unknown cert.not-wanted",
                        "cert.intermediate-missing",
                        () -> to(choosy).withTls(tls().withIdentity(alone)).withAtHand(devices.good.chain())));
    }

    @TestFactory
    Stream<DynamicTest> manners() {
        return Stream.of(
                lab.fault(
                        "hangs up on the hello one time, answers it the next",
                        "tls.version-intolerant tls.hello-too-large tls.alpn-missing port.no-tls",
                        "net.answers-differently",
                        () -> to(fickle(broker()))),
                lab.nearMiss(
                        "refuses what is offered, and lets nobody in after three attempts",
                        "tls.offer-too-narrow net.hung-up-at-once",
                        "tls.nothing-in-common",
                        () -> offering(
                                to(blocking(openssl("-tls1_2"), 1)),
                                offer -> offer.withSuites(List.of("TLS_AES_128_GCM_SHA256"))
                                        .withVersions(List.of(Version.TLS_1_2)))),
                lab.nearMiss(
                        "never answers",
                        "net.packets-too-large tls.version-intolerant",
                        "port.silent",
                        () -> to(silent())
                                .within(Duration.ofSeconds(2))
                                .experimenting(new ExperimentBounds(3, Duration.ofSeconds(5)))));
    }

    private TlsOptions tls() {
        return TlsOptions.trusting(List.of(devices.root.leaf()));
    }

    private Plan to(int port) {
        MqttOptions login = Lab.login("user", "password");
        return Plan.connect(Endpoint.of("localhost", port, true), tls(), login).within(Duration.ofSeconds(10));
    }

    private Plan nameless(int port) {
        return to(port).withTls(tls().withoutSni());
    }

    private static Plan offering(Plan plan, java.util.function.UnaryOperator<TlsOptions.Offer> change) {
        return plan.withTls(plan.tls().offering(change));
    }

    /** Nobody answers CONNECT there. */
    private static Plan briefly(Plan plan) {
        return plan.within(Duration.ofSeconds(2)).experimenting(ExperimentBounds.NONE);
    }

    private int strictName() {
        return kept(FrontServer.haproxy(
                        folder,
                        "listen mqtt",
                        " mode tcp",
                        " bind BIND ssl crt " + bundle(devices.server()) + " strict-sni",
                        " server broker 127.0.0.1:" + plainBroker()))
                .port();
    }

    private int routedByName() {
        return kept(FrontServer.nginx(
                        folder,
                        "map $ssl_preread_server_name $target { localhost 127.0.0.1:" + broker()
                                + "; default 127.0.0.1:" + Ports.free() + "; }",
                        "server { listen BIND; ssl_preread on; proxy_pass $target; }"))
                .port();
    }

    private int defaultCertificate() {
        Identity other = Forge.server("CN=DEFAULT CERT", "default.invalid").make();
        return kept(FrontServer.haproxy(
                        folder,
                        "listen mqtt",
                        " mode tcp",
                        " bind BIND ssl crt " + bundle(other) + " crt " + bundle(devices.server()),
                        " server broker 127.0.0.1:" + plainBroker()))
                .port();
    }

    private int wantingAlpn() {
        return kept(FrontServer.haproxy(
                        folder,
                        "listen mqtt",
                        " mode tcp",
                        " bind BIND",
                        " tcp-request inspect-delay 2s",
                        " tcp-request content reject unless { req.ssl_alpn mqtt }",
                        " server broker 127.0.0.1:" + broker()))
                .port();
    }

    /** Asks for a certificate and refuses one of a stranger, but does without. */
    private int choosy() {
        String authority = OpensslServer.write(folder, "ca.pem", Pems.pem(devices.root.leaf()));
        return kept(FrontServer.haproxy(
                        folder,
                        "listen mqtt",
                        " mode tcp",
                        " bind BIND ssl crt " + bundle(devices.server()) + " ca-file " + authority + " verify optional",
                        " server broker 127.0.0.1:" + plainBroker()))
                .port();
    }

    private String bundle(Identity identity) {
        return OpensslServer.write(folder, "bundle.pem", Pems.pem(identity.chain()) + Pems.pem(identity.key()));
    }

    private int openssl(String... args) {
        return kept(OpensslServer.start(folder, devices.server(), args)).port();
    }

    private int broker() {
        return kept(HostileServer.startTls(devices.server(), HostileServer.answering(ACCEPTED_5)))
                .port();
    }

    private int plainBroker() {
        return kept(HostileServer.start(HostileServer.answering(ACCEPTED_5))).port();
    }

    private int gate(int port, Predicate<byte[]> accepted) {
        return kept(HelloGate.before(port, accepted)).port();
    }

    private int fickle(int port) {
        AtomicInteger count = new AtomicInteger();
        return gate(port, _ -> count.getAndIncrement() % 2 == 1);
    }

    private int blocking(int port, int attempts) {
        AtomicInteger count = new AtomicInteger();
        return gate(port, _ -> count.incrementAndGet() <= attempts);
    }

    private int silent() {
        return kept(HostileServer.start((Socket socket) -> HostileServer.waitForEnd(socket)))
                .port();
    }

    private <S extends AutoCloseable> S kept(S server) {
        servers.add(server);
        return server;
    }
}
