package dev.gangway.faultlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.Bench;
import dev.gangway.bench.Endpoint;
import dev.gangway.bench.Plan;
import dev.gangway.bench.Proxy;
import dev.gangway.bench.Run;
import dev.gangway.bench.Verdict;
import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.rules.RuleBook;
import dev.gangway.faultlab.HostileServer.Manners;
import dev.gangway.pki.Identity;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Wherever in a run a server stops to behave, the run ends by its deadline with a diagnosis, and a cancel ends it. */
@Timeout(60)
class EveryPhaseIT {
    private static final byte[] CONNACK_OK = {0x20, 3, 0, 0, 0};
    private static final Identity ROOT = Forge.authority("CN=Root of phases").make();
    private static final Identity SERVER =
            Forge.server("CN=localhost", "localhost").by(ROOT).make();

    private final List<AutoCloseable> open = new ArrayList<>();

    /** What we wait for when the server begins to misbehave. */
    enum Phase {
        HTTP_PROXY,
        SOCKS_PROXY,
        TLS,
        WEBSOCKET,
        CONNACK,
        CONNACK_BEHIND_TLS,
        PUBACK
    }

    /** What the server sends instead. */
    enum Misdeed {
        NOTHING,
        GARBAGE,
        HALF_A_MESSAGE,
        ONE_BYTE_AT_A_TIME,
        GIGABYTES,
        ENDLESS_HEADERS
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    private static Stream<Arguments> everything() {
        return Stream.of(Phase.values())
                .flatMap(phase -> Stream.of(Misdeed.values()).map(misdeed -> Arguments.of(phase, misdeed)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("everything")
    void theRunEndsWithADiagnosis(Phase phase, Misdeed misdeed) {
        Plan plan = plan(phase, socket -> {
            HostileServer.readSome(socket);
            send(misdeed, socket.getOutputStream());
            HostileServer.waitForEnd(socket);
        });
        Run run = Lab.run(plan.within(Duration.ofMillis(900)));
        assertThat(run.verdict()).as(() -> Timelines.show(run)).isInstanceOf(Verdict.Failed.class);
        assertThat(run.events()).hasSizeBetween(3, Timeline.MAX_EVENTS);
        assertThat(run.took()).isLessThan(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void cancelEndsTheRun(Phase phase) throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        Plan plan = plan(phase, socket -> {
            HostileServer.readSome(socket);
            waiting.countDown();
            HostileServer.waitForEnd(socket);
        });
        Cancellation cancellation = new Cancellation();
        CompletableFuture<Run> result = begin(plan, cancellation);
        assertThat(waiting.await(30, TimeUnit.SECONDS)).isTrue();
        assertThatCancelEnds(result, cancellation);
    }

    @Test
    void cancelEndsTheResolutionOfAName() throws Exception {
        Cancellation cancellation = new Cancellation();
        CompletableFuture<Run> result =
                begin(Lab.plain(1, "t").at(Endpoint.of(LabNames.SILENT, 1883, false)), cancellation);
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("gangway-resolve")));
        assertThatCancelEnds(result, cancellation);
    }

    @Test
    void cancelEndsConnecting() throws Exception {
        FullQueue queue = kept(FullQueue.start());
        Cancellation cancellation = new Cancellation();
        CountDownLatch resolved = new CountDownLatch(1);
        Plan plan = Lab.plain(queue.port(), "t").within(Duration.ofMinutes(5));
        CompletableFuture<Run> result = CompletableFuture.supplyAsync(
                () -> new Bench(new RuleBook()).run(plan, event -> resolved.countDown(), cancellation));
        assertThat(resolved.await(30, TimeUnit.SECONDS)).isTrue();
        assertThatCancelEnds(result, cancellation);
    }

    private static void assertThatCancelEnds(CompletableFuture<Run> result, Cancellation cancellation)
            throws Exception {
        cancellation.cancel();
        Run run = result.get(5, TimeUnit.SECONDS);
        assertThat(run.verdict()).as(() -> Timelines.show(run)).isInstanceOf(Verdict.Cancelled.class);
    }

    private static CompletableFuture<Run> begin(Plan plan, Cancellation cancellation) {
        Plan patient = plan.within(Duration.ofMinutes(5));
        return CompletableFuture.supplyAsync(() -> new Bench(new RuleBook()).run(patient, event -> {}, cancellation));
    }

    /** A run whose server behaves until the phase. */
    private Plan plan(Phase phase, Manners then) {
        return switch (phase) {
            case HTTP_PROXY -> through(Proxy.Kind.HTTP, then);
            case SOCKS_PROXY -> through(Proxy.Kind.SOCKS5, then);
            case TLS -> Lab.tls(kept(HostileServer.start(then)).port(), ROOT.leaf(), "t");
            case WEBSOCKET ->
                Lab.plain(1, "t")
                        .at(new Endpoint(
                                "localhost", kept(HostileServer.start(then)).port(), Endpoint.Transport.WS, "/mqtt"));
            case CONNACK -> Lab.plain(kept(HostileServer.start(then)).port(), "t");
            case CONNACK_BEHIND_TLS ->
                Lab.tls(kept(HostileServer.startTls(SERVER, then)).port(), ROOT.leaf(), "t");
            case PUBACK ->
                Lab.plain(kept(HostileServer.start(accepting(then))).port(), "t")
                        .publishing(Lab.telemetry("{}"));
        };
    }

    private static Manners accepting(Manners then) {
        return socket -> {
            HostileServer.readSome(socket);
            socket.getOutputStream().write(CONNACK_OK);
            then.treat(socket);
        };
    }

    private Plan through(Proxy.Kind kind, Manners then) {
        int port = kept(HostileServer.start(then)).port();
        return Lab.plain(1883, "t").through(new Proxy(kind, "localhost", port, Optional.empty(), Optional.empty()));
    }

    private static void send(Misdeed misdeed, OutputStream out) throws IOException, InterruptedException {
        switch (misdeed) {
            case NOTHING -> {
                // and then wait
            }
            case GARBAGE -> out.write("?\0\u007f~^§ }{ 0123456789".repeat(100).getBytes(StandardCharsets.UTF_8));
            case HALF_A_MESSAGE -> out.write(new byte[] {0x20});
            case ONE_BYTE_AT_A_TIME -> {
                while (true) {
                    out.write('H');
                    out.flush();
                    TimeUnit.MILLISECONDS.sleep(50);
                }
            }
            case GIGABYTES -> {
                byte[] zeros = new byte[1 << 16];
                while (true) {
                    out.write(zeros);
                }
            }
            case ENDLESS_HEADERS -> {
                out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
                byte[] header = "X-More: and more\r\n".repeat(1000).getBytes(StandardCharsets.US_ASCII);
                while (true) {
                    out.write(header);
                }
            }
        }
    }

    private <T extends AutoCloseable> T kept(T each) {
        open.add(each);
        return each;
    }
}
