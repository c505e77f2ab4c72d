package dev.gangway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.HostileServer.Manners;
import dev.gangway.bench.engine.Bench;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.NetDetail;
import dev.gangway.bench.event.NetDetail.Ending;
import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.kinds.Kinds;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Publication;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.model.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a server does, the run ends by its deadline with everything seen so far, and a cancel ends it at once. */
@Timeout(30)
class HostileServerIT {
    private static final Manners SILENT = (in, out) -> HostileServer.waitForEnd(in);
    private static final Manners HANGS_UP = (in, out) -> in.read(new byte[4096]);
    private static final Manners DRIPPING = (in, out) -> {
        in.read(new byte[4096]);
        // the start of a CONNACK of 127 bytes, or of a TLS record, and then a byte at a time
        out.write(HexFormat.of().parseHex("207f"));
        while (true) {
            out.write(0);
            out.flush();
            TimeUnit.MILLISECONDS.sleep(50);
        }
    };
    private static final Manners FLOODING = (in, out) -> {
        in.read(new byte[4096]);
        byte[] pings = new byte[64 * 1024];
        for (int i = 0; i < pings.length; i += 2) {
            pings[i] = (byte) 0xD0;
        }
        out.write(HexFormat.of().parseHex("2003000000"));
        while (true) {
            out.write(pings);
        }
    };

    private static Stream<Arguments> manners() {
        return Stream.of(
                Arguments.of("silent", SILENT),
                Arguments.of("hangs up", HANGS_UP),
                Arguments.of("one byte at a time", DRIPPING),
                Arguments.of("a flood of packets", FLOODING),
                Arguments.of(
                        "half a packet", HostileServer.answering(HexFormat.of().parseHex("2009"))),
                Arguments.of(
                        "half a record", HostileServer.answering(HexFormat.of().parseHex("160303004002"))),
                Arguments.of(
                        "a huge packet", HostileServer.answering(HexFormat.of().parseHex("20ffffff7f0000"))),
                Arguments.of(
                        "an endless length",
                        HostileServer.answering(HexFormat.of().parseHex("20ffffffffff"))),
                Arguments.of("zeros", HostileServer.answering(new byte[100_000])),
                Arguments.of("HTTP", HostileServer.answering(text("HTTP/1.1 400 Bad Request\r\n\r\n<html>"))),
                Arguments.of("HTML", HostileServer.answering(text("<html><body>hello</body></html>"))),
                Arguments.of("an alert", HostileServer.answering(HexFormat.of().parseHex("15030300020228"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("manners")
    void plainRunEndsByItsDeadline(String name, Manners manners) throws Exception {
        endsByItsDeadline(manners, false);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("manners")
    void secureRunEndsByItsDeadline(String name, Manners manners) throws Exception {
        endsByItsDeadline(manners, true);
    }

    private static void endsByItsDeadline(Manners manners, boolean tls) throws Exception {
        try (HostileServer server = new HostileServer(manners)) {
            Run run = Runs.of(plan(server.port(), tls).within(Duration.ofMillis(700)));
            assertThat(run.passed()).isFalse();
            assertThat(run.events()).extracting(Event::name).contains("TCP connect", tls ? "ClientHello" : "CONNECT");
            assertThat(run.events()).hasSizeLessThanOrEqualTo(Timeline.MAX_EVENTS);
            assertThat(run.took()).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void whatIsNotMqttIsShown() throws Exception {
        try (HostileServer server = new HostileServer(HostileServer.answering(text("HTTP/1.1 400 Bad\r\n\r\n")))) {
            Run run = Runs.of(plan(server.port(), false));
            assertThat(Runs.detail(run, NetDetail.ForeignBytes.class)
                            .orElseThrow()
                            .guess())
                    .isEqualTo(NetDetail.Foreign.HTTP);
        }
    }

    @Test
    void whatIsNotTlsIsShown() throws Exception {
        try (HostileServer server =
                new HostileServer(HostileServer.answering(HexFormat.of().parseHex("2003000000")))) {
            Run run = Runs.of(plan(server.port(), true));
            assertThat(Runs.detail(run, NetDetail.ForeignBytes.class)
                            .orElseThrow()
                            .guess())
                    .isEqualTo(NetDetail.Foreign.MQTT);
        }
    }

    @Test
    void halfAPacketIsShown() throws Exception {
        try (HostileServer server =
                new HostileServer(HostileServer.answering(HexFormat.of().parseHex("2009")))) {
            Run run = Runs.of(plan(server.port(), false).within(Duration.ofMillis(500)));
            assertThat(Runs.detail(run, NetDetail.Incomplete.class)).contains(new NetDetail.Incomplete(2, 11));
            assertThat(Runs.ending(run)).isEqualTo(Ending.TIMEOUT);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void cancelEndsARunThatWaits(boolean tls) throws Exception {
        try (HostileServer server = new HostileServer(SILENT)) {
            Cancellation cancellation = new Cancellation();
            CountDownLatch waiting = new CountDownLatch(1);
            Bench bench = new Bench(Kinds.judge());
            CompletableFuture<Run> result = CompletableFuture.supplyAsync(() -> bench.run(
                    plan(server.port(), tls).within(Duration.ofMinutes(5)),
                    event -> {
                        if (event.name().equals(tls ? "ClientHello" : "CONNECT")) {
                            waiting.countDown();
                        }
                    },
                    cancellation));
            waiting.await();
            cancellation.cancel();
            Run run = result.get(1, TimeUnit.SECONDS);
            assertThat(run.verdict()).isInstanceOf(Verdict.Cancelled.class);
            assertThat(Runs.ending(run)).isEqualTo(Ending.CANCELLED);
        }
    }

    @Test
    void cancelEndsAReadBackThatHangs() throws Exception {
        Manners friendly = (in, out) -> {
            in.read(new byte[4096]);
            out.write(HexFormat.of().parseHex("2003000000"));
            in.read(new byte[4096]);
            out.write(HexFormat.of().parseHex("40020001"));
            HostileServer.waitForEnd(in);
        };
        try (HostileServer server = new HostileServer(friendly)) {
            Cancellation cancellation = new Cancellation();
            CountDownLatch waiting = new CountDownLatch(1);
            CountDownLatch never = new CountDownLatch(1);
            Plan plan = plan(server.port(), false)
                    .publishing(new Publication("a", new byte[1], 1))
                    .readingBack((publication, deadline, unused) -> {
                        waiting.countDown();
                        try {
                            never.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                        throw new IllegalStateException("left behind");
                    })
                    .within(Duration.ofMinutes(5));
            CompletableFuture<Run> result =
                    CompletableFuture.supplyAsync(() -> new Bench(Kinds.judge()).run(plan, event -> {}, cancellation));
            waiting.await();
            cancellation.cancel();
            assertThat(result.get(1, TimeUnit.SECONDS).verdict()).isInstanceOf(Verdict.Cancelled.class);
        }
    }

    private static Plan plan(int port, boolean tls) {
        return Plan.connect(
                        Endpoint.of("127.0.0.1", port, tls),
                        TlsOptions.trusting(List.of()),
                        MqttOptions.of(Version.V5, "hostile", Optional.empty(), Optional.empty()))
                .publishing(new Publication("a", new byte[1], 1))
                .within(Duration.ofSeconds(10));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
