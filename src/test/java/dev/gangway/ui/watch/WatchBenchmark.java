package dev.gangway.ui.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.background.Background;
import dev.gangway.background.Cancellation;
import dev.gangway.bench.Mosquitto;
import dev.gangway.bench.kinds.Kinds;
import dev.gangway.bench.live.LiveBench;
import dev.gangway.bench.live.LiveSession;
import dev.gangway.bench.live.Watcher;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.ServerState;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.server.DeviceInterface;
import dev.gangway.server.broker.MqttBroker;
import dev.gangway.ui.FrameTimes;
import dev.gangway.ui.kit.SecretClipboard;
import dev.gangway.ui.kit.StyleSheets;
import dev.gangway.ui.kit.TestSubject;
import dev.gangway.ui.kit.Unexpected;
import dev.gangway.ui.shell.ConsoleWindow;
import dev.gangway.ui.text.Words;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The live session's view under load: 10,000 messages a second from Mosquitto, each decoded and shown while the window
 * draws; and what stays in memory after 400,000 more, as fast as the broker sends ({@code -Dgangway.watch.messages} for
 * another number). Aim: 60 frames a second, which is
 * 16.7 ms of the UI thread for a frame; memory that does not grow.
 */
@Tag("benchmark")
@Tag("mosquitto")
class WatchBenchmark {
    private static final int RATE = 10_000;
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration MEASURED = Duration.ofSeconds(20);

    /** An hour of messages is 36,000,000. */
    private static final long FLOOD = Long.getLong("gangway.watch.messages", 400_000);

    private static final int PARTS = 4;
    private static final byte[] LINE =
            "{\"temperature\":21.5,\"pressure\":1013.2,\"humidity\":40}\n".getBytes(StandardCharsets.US_ASCII);

    static {
        // JavaFX keeps up to 65,536 texts laid out; with fewer one sees what we keep ourselves
        System.setProperty("prism.cacheLayoutSize", "1024");
    }

    @TempDir
    private Path folder;

    private volatile LiveSession session;
    private volatile boolean over;
    private volatile int rate = RATE;

    @Test
    void tenThousandMessagesASecond() throws Exception {
        FxToolkit.registerPrimaryStage();
        try (Mosquitto broker = Mosquitto.start(folder, "allow_anonymous true", "max_queued_messages 0")) {
            WatchViewModel watch =
                    new WatchViewModel(new AnyBroker(broker), new Background(Platform::runLater, Unexpected::explain));
            FrameTimes frames = new FrameTimes(10_000);
            FxToolkit.setupStage(stage -> {
                Words words = Words.load(Locale.ENGLISH);
                PacketsCard card = new PacketsCard(
                        words, watch, new SecretClipboard(() -> Duration.ofSeconds(10), (_, _) -> {}, () -> words));
                card.getStylesheets().add(StyleSheets.of(WatchScreen.class, "watch.css"));
                javafx.application.Application.setUserAgentStylesheet(
                        new atlantafx.base.theme.PrimerLight().getUserAgentStylesheet());
                Scene scene = new Scene(card, 1280, 800);
                scene.getStylesheets().add(StyleSheets.of(ConsoleWindow.class, "/dev/gangway/ui/gangway.css"));
                stage.setScene(scene);
                stage.show();
                new Frames(watch, card::drawn).visible(true);
                watch.show(device());
            });
            await().until(() -> watch.state().get() instanceof WatchState.Ready);
            Platform.runLater(watch::connect);
            await().until(() -> watch.state().get().isConnected());
            Platform.runLater(() -> watch.subscribe("flood", 0));
            await().until(() -> watch.subscriptions().stream().anyMatch(Subscription::isGranted));
            measure(broker, watch, frames);
            over = true;
            Platform.runLater(watch::close);
        }
    }

    private void measure(Mosquitto broker, WatchViewModel watch, FrameTimes frames) throws Exception {
        Process publisher = new ProcessBuilder(
                        "mosquitto_pub", "-p", "" + broker.port(), "-t", "flood", "-q", "0", "-l")
                .redirectErrorStream(true)
                .start();
        long ui = uiThread();
        long renderer = renderer();
        Thread.ofPlatform().daemon().start(() -> feed(publisher.getOutputStream()));
        Thread.sleep(WARM_UP);
        Platform.runLater(frames::begin);
        long drawing = cpu(ui);
        long rendering = cpu(renderer);
        long before = received(watch);
        long since = System.nanoTime();
        Thread.sleep(MEASURED);
        double seconds = (System.nanoTime() - since) / 1e9;
        long messages = received(watch) - before;
        Platform.runLater(frames::stop);
        System.out.printf(Locale.ROOT, "%n%-44s %12s%n", "live session, 10,000 messages a second", "");
        FrameTimes.row("messages a second, decoded and shown", messages / seconds);
        frames.print(seconds);
        FrameTimes.row("CPU of the UI thread for a frame, ms", (cpu(ui) - drawing) / 1e6 / frames.count());
        FrameTimes.row("CPU of the renderer for a frame, ms", (cpu(renderer) - rendering) / 1e6 / frames.count());
        memory(watch);
        publisher.destroy();
        assertThat(watch.packets().list()).hasSize(ShownPackets.MOST);
    }

    /** As fast as the broker sends; the times are not of interest here. */
    private void memory(WatchViewModel watch) throws InterruptedException {
        rate = Integer.MAX_VALUE;
        long first = received(watch);
        FrameTimes.row("heap after GC, MB, at " + first, heap());
        for (int part = 1; part <= PARTS; part++) {
            long next = first + FLOOD * part / PARTS;
            await().atMost(Duration.ofMinutes(30)).until(() -> received(watch) > next);
            FrameTimes.row("heap after GC, MB, at " + received(watch), heap());
        }
        FrameTimes.row("events let go", session.dropped());
        System.out.println();
    }

    private static long uiThread() throws Exception {
        return WaitForAsyncUtils.asyncFx(() -> Thread.currentThread().threadId())
                .get();
    }

    private static long renderer() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("QuantumRenderer"))
                .findFirst()
                .orElseThrow()
                .threadId();
    }

    private static long cpu(long thread) {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread);
    }

    private static long received(WatchViewModel watch) {
        return watch.packets().traffic().get().received();
    }

    private static double heap() throws InterruptedException {
        System.gc();
        TimeUnit.MILLISECONDS.sleep(200);
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1e6;
    }

    /** A hundredth of the rate each hundredth of a second. */
    private void feed(OutputStream to) {
        try (OutputStream out = new BufferedOutputStream(to, 1 << 16)) {
            long next = System.nanoTime();
            while (!over) {
                for (int i = 0; i < Math.min(rate, 100_000) / 100; i++) {
                    out.write(LINE);
                }
                out.flush();
                next += 10_000_000;
                long left = next - System.nanoTime();
                if (left > 0) {
                    TimeUnit.NANOSECONDS.sleep(left);
                } else {
                    next -= left; // what was late is not caught up with
                }
            }
        } catch (IOException e) {
            // the publisher was stopped
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Device device() {
        return new Device(
                UUID.randomUUID(),
                "flooded",
                Optional.empty(),
                "default",
                "",
                new Credential.None(),
                ServerState.none(),
                Instant.now());
    }

    /** Opens sessions to the broker of this test. */
    private final class AnyBroker implements WatchWork {
        private final Mosquitto broker;

        AnyBroker(Mosquitto broker) {
            this.broker = broker;
        }

        @Override
        public Outcome<Plan> plan(Device device, Cancellation cancellation) {
            return Outcome.ok(Plan.connect(
                    Endpoint.of("127.0.0.1", broker.port(), false),
                    TlsOptions.trusting(List.of()),
                    MqttOptions.of(Version.V5, "watch", Optional.empty(), Optional.empty())));
        }

        @Override
        public LiveSession open(TestSubject subject, Plan plan, Watcher watcher) {
            session = new LiveBench(Kinds.judge()).open(plan, watcher);
            return session;
        }

        @Override
        public DeviceInterface server(TestSubject subject) {
            return new MqttBroker().devices();
        }
    }
}
