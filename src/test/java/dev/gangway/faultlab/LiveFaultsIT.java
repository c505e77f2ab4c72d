package dev.gangway.faultlab;

import static org.awaitility.Awaitility.await;

import dev.gangway.bench.event.Direction;
import dev.gangway.bench.kinds.Kinds;
import dev.gangway.bench.live.LiveBench;
import dev.gangway.bench.live.LiveSession;
import dev.gangway.bench.live.LiveState;
import dev.gangway.bench.live.Recorder;
import dev.gangway.bench.model.Judge.Judgement;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Verdict;
import dev.gangway.bench.rules.Spoken;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.faultlab.HostileServer.Manners;
import dev.gangway.pki.Identity;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeClient;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import java.io.IOException;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Sessions that stay connected: what ends them, and what is refused while they go on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveFaultsIT {
    private static final byte[] CONNACK_OK = {0x20, 3, 0, 0, 0};
    private static final byte[] PINGRESP = {(byte) 0xD0, 0};
    private static final LiveBench BENCH = new LiveBench(Kinds.judge());

    private final Lab lab = new Lab("Live sessions");
    private final List<AutoCloseable> closeables = new ArrayList<>();
    private final Identity root = Forge.authority("CN=Live Root").make();
    private final Identity serverIdentity =
            Forge.server("CN=localhost", "localhost").by(root).make();
    private PracticeServer server;
    private PracticeClient rest;
    private int devices;

    @BeforeAll
    void start() {
        server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                .orThrow();
        closeables.add(server);
        rest = PracticeClient.of(server);
        closeables.add(rest);
    }

    @AfterAll
    void finish() throws Exception {
        for (AutoCloseable closeable : closeables.reversed()) {
            closeable.close();
        }
        lab.finish();
    }

    @TestFactory
    Stream<DynamicTest> subscriptions() {
        return Stream.of(
                lab.fault(
                        "a filter that ThingsBoard has not",
                        "",
                        "session.filter-refused",
                        () -> live(device(), (session, seen) -> {
                            session.subscribe("#", 1);
                            await().until(() -> !seen.problems().isEmpty());
                        })),
                lab.nearMiss(
                        "a filter that it has",
                        "session.filter-refused",
                        Lab.PASS,
                        () -> live(device(), (session, seen) -> {
                            session.subscribe("v1/devices/me/attributes", 1);
                            seen.subscription("v1/devices/me/attributes");
                        })));
    }

    @TestFactory
    Stream<DynamicTest> pings() {
        return Stream.of(
                lab.fault(
                        "no ping is answered",
                        "session.lost",
                        "session.silent",
                        () -> live(quick(to(LiveFaultsIT::answerConnectAlone)), LiveFaultsIT::awaitEnd)),
                lab.nearMiss(
                        "two pings are answered",
                        "session.silent session.keep-alive-missed session.idle",
                        Lab.PASS,
                        () -> live(
                                quick(to(LiveFaultsIT::answerPings)),
                                (session, seen) -> await().until(() -> pongs(seen) >= 2 || isOver(seen)))),
                lab.nearMiss(
                        "two pings are answered, and then hung up",
                        "session.silent",
                        "session.lost",
                        () -> live(quick(to(LiveFaultsIT::answerTwoPings)), LiveFaultsIT::awaitEnd)));
    }

    @TestFactory
    Stream<DynamicTest> credentials() {
        return Stream.of(
                lab.fault("the real device signs in", "session.lost", "session.taken-over", () -> takenOver(device())),
                lab.fault(
                        "the real device signs in, MQTT 3.1.1, asked",
                        "session.credential-changed",
                        "session.lost",
                        () -> takenOver(old(device()))),
                lab.fault(
                        "the token is replaced, MQTT 3.1.1, asked",
                        "session.lost",
                        "session.credential-changed",
                        () -> live(old(device()), (session, seen) -> {
                            replaceToken();
                            awaitEnd(session, seen);
                        })),
                lab.nearMiss("the token of another device is replaced", "session.credential-changed", Lab.PASS, () -> {
                    Plan plan = device();
                    device();
                    return live(plan, (session, seen) -> {
                        replaceToken();
                        session.subscribe("v1/devices/me/attributes", 1);
                        seen.subscription("v1/devices/me/attributes");
                    });
                }));
    }

    @TestFactory
    Stream<DynamicTest> certificates() {
        return Stream.of(
                lab.fault(
                        "hung up when the certificate ends",
                        "session.lost",
                        "session.certificate-expired",
                        () -> live(
                                mutual(endingIn(Duration.ofSeconds(3)), LiveFaultsIT::hangUpAtItsEnd),
                                LiveFaultsIT::awaitEnd)),
                lab.nearMiss(
                        "hung up while the certificate is valid",
                        "session.certificate-expired",
                        "session.lost",
                        () -> live(
                                mutual(endingIn(Duration.ofHours(1)), LiveFaultsIT::answerConnectAndHangUp),
                                LiveFaultsIT::awaitEnd)));
    }

    /** Opens a session, does something once it stands, and says what came of it. */
    private static Sighting live(Plan plan, BiConsumer<LiveSession, Recorder> then) {
        Recorder seen = new Recorder();
        try (LiveSession session = BENCH.open(plan, seen)) {
            seen.connected();
            then.accept(session, seen);
            return sighting(seen);
        }
    }

    private static Sighting sighting(Recorder seen) {
        Stream<Diagnosis> ends = seen.states().stream()
                .filter(LiveState.Lost.class::isInstance)
                .map(end -> ((LiveState.Lost) end).diagnosis());
        return Stream.concat(ends, seen.problems().stream())
                .findFirst()
                .map(why -> {
                    Spoken.checked(
                            new Judgement(new Verdict.Failed(why), List.of()),
                            seen.events().size());
                    return new Sighting(why.code(), seen::show);
                })
                .orElseGet(() -> new Sighting(Lab.PASS, seen::show));
    }

    private static void awaitEnd(LiveSession session, Recorder seen) {
        await().until(() -> isOver(seen));
    }

    private static boolean isOver(Recorder seen) {
        return seen.states().stream().anyMatch(LiveState::isOver);
    }

    private static long pongs(Recorder seen) {
        return seen.names(Direction.IN).stream().filter("PINGRESP"::equals).count();
    }

    /** With a device of its own behind it, which can be asked for. */
    private Plan device() {
        devices++;
        rest.deviceWithToken("live-lab-" + devices, token());
        return Lab.plain(server.mqttPort(), token()).lookingUp(new AskedServer(server, "live-lab-" + devices, token()));
    }

    private String token() {
        return "LIVE_LAB_TOKEN_" + devices;
    }

    private Sighting takenOver(Plan plan) {
        return live(plan, (session, seen) -> {
            Lab.run(Lab.plain(server.mqttPort(), plan.mqtt().userName().orElseThrow()));
            awaitEnd(session, seen);
        });
    }

    /** Of the device that was made last. */
    private void replaceToken() {
        String id = rest.get("/api/tenant/devices?pageSize=1&page=0&textSearch=live-lab-" + devices)
                .json()
                .path("data")
                .path(0)
                .path("id")
                .path("id")
                .asText();
        String stored = rest.get("/api/device/" + id + "/credentials").body();
        rest.post("/api/device/credentials", stored.replace(token(), token() + "_NEW"));
    }

    private Plan to(Manners manners) {
        HostileServer hostile = HostileServer.start(manners);
        closeables.add(hostile);
        return Lab.plain(hostile.port(), "t");
    }

    private Plan mutual(Identity identity, Manners manners) {
        HostileServer hostile = HostileServer.startMutualTls(serverIdentity, root.leaf(), manners);
        closeables.add(hostile);
        return Lab.tls(hostile.port(), root.leaf(), identity);
    }

    private Identity endingIn(Duration time) {
        Instant now = Instant.now();
        return Forge.client("CN=ending")
                .by(root)
                .valid(now.minus(Duration.ofHours(1)), now.plus(time))
                .make();
    }

    private static Plan quick(Plan plan) {
        return plan.withMqtt(plan.mqtt().withSession(session -> session.withKeepAlive(Duration.ofSeconds(1))));
    }

    private static Plan old(Plan plan) {
        return plan.withMqtt(plan.mqtt().withVersion(Version.V3_1_1));
    }

    private static void answerConnectAndHangUp(Socket socket) throws IOException {
        HostileServer.readSome(socket);
        socket.getOutputStream().write(CONNACK_OK);
    }

    private static void answerConnectAlone(Socket socket) throws IOException {
        answerConnectAndHangUp(socket);
        HostileServer.waitForEnd(socket);
    }

    private static void answerTwoPings(Socket socket) throws IOException {
        answerConnectAndHangUp(socket);
        for (int i = 0; i < 2; i++) {
            HostileServer.readSome(socket);
            socket.getOutputStream().write(PINGRESP);
        }
    }

    private static void answerPings(Socket socket) throws IOException {
        answerTwoPings(socket);
        HostileServer.waitForEnd(socket);
    }

    private static void hangUpAtItsEnd(Socket socket) throws IOException, InterruptedException {
        answerConnectAndHangUp(socket);
        X509Certificate shown =
                (X509Certificate) ((SSLSocket) socket).getSession().getPeerCertificates()[0];
        Thread.sleep(
                Duration.between(Instant.now(), shown.getNotAfter().toInstant().plusSeconds(1)));
    }
}
