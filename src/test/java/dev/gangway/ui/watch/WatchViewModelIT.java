package dev.gangway.ui.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.app.Workspace;
import dev.gangway.background.Background;
import dev.gangway.bench.live.LiveState;
import dev.gangway.bench.model.MqttMessage;
import dev.gangway.onboarding.Station;
import dev.gangway.ui.UiQueue;
import dev.gangway.ui.kit.Unexpected;
import dev.gangway.vault.TestVaults;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The live session as the screen sees it, without a screen. */
class WatchViewModelIT {
    @TempDir
    private Path folder;

    private final UiQueue ui = new UiQueue();

    @Test
    void aSessionIsOpenedUsedAndLeft() {
        try (Station station = new Station(folder)) {
            Path vault = folder.resolve("other.vault");
            station.introduceTo(vault, "pump-7");
            try (Workspace workspace = station.open(TestVaults.unlock(vault))) {
                WatchViewModel watch = new WatchViewModel(
                        new VaultWatch(workspace.live(), workspace.servers()), new Background(ui, Unexpected::explain));
                watch.show(workspace.devices().named("pump-7").orElseThrow());
                run(() -> watch.state().get() instanceof WatchState.Ready);
                watch.connect();
                run(() -> watch.state().get().isConnected());
                watch.subscribe("v1/devices/me/attributes", 1);
                run(() -> watch.subscriptions().contains(new Subscription("v1/devices/me/attributes", 1)));
                watch.publish(MqttMessage.text("v1/devices/me/telemetry", "{\"t\":1}", 1));
                run(() -> framed(watch, "PUBACK"));
                assertThat(watch.packets().traffic().get().sent()).isPositive();
                watch.packets().filter("telemetry");
                assertThat(watch.packets().list())
                        .singleElement()
                        .satisfies(event -> assertThat(event.name()).isEqualTo("PUBLISH"));
                watch.packets().filter("");
                watch.packets().paused().set(true);
                int shown = watch.packets().list().size();
                watch.disconnect();
                run(() ->
                        watch.state().get() instanceof WatchState.Live live && live.state() instanceof LiveState.Left);
                watch.packets().frame(System.nanoTime());
                assertThat(watch.packets().list()).as("the list stands still").hasSize(shown);
                watch.packets().paused().set(false);
                assertThat(watch.packets().list()).hasSizeGreaterThan(shown);
            }
        }
    }

    private static boolean framed(WatchViewModel watch, String packet) {
        watch.packets().frame(System.nanoTime());
        return watch.packets().list().stream().anyMatch(event -> event.name().equals(packet));
    }

    /** Runs what comes to the UI thread until this holds. */
    private void run(BooleanSupplier holds) {
        while (!holds.getAsBoolean()) {
            ui.runNext();
        }
    }
}
