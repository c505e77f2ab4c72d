package dev.gangway.ui.batches;

import static org.awaitility.Awaitility.await;

import dev.gangway.app.Wiring;
import dev.gangway.app.Workspace;
import dev.gangway.credentials.PinSource;
import dev.gangway.line.PracticeProcess;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.recipe.RecipeCredential;
import dev.gangway.line.recipe.StationRules;
import dev.gangway.settings.PlatformPaths;
import dev.gangway.ui.FrameTimes;
import dev.gangway.ui.shell.WindowCase;
import dev.gangway.vault.TestVaults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A batch of 10,000 ({@code -Dgangway.batch.units} for another number) with the window open on it: how long its frames
 * take, and what stays in memory. Tokens and no test, so that units end as fast as they can and the window has the most to
 * show; the practice server runs in a process of its own. Aim: no frame over 32 ms, a heap that is flat but for the rows.
 */
@Tag("benchmark")
class BatchWindowBenchmark extends WindowCase {
    private static final int UNITS = Integer.getInteger("gangway.batch.units", 10_000);
    private static final int PARTS = 5;

    @TempDir
    private Path elsewhere;

    private PracticeProcess plant;

    @Override
    protected void beforeTheWindow() {
        Path vault = new PlatformPaths(folder, folder).vaultFile();
        TestVaults.create(vault).close();
        try (Workspace workspace = new Wiring(Clock.systemUTC()).over(TestVaults.unlock(vault), PinSource.NONE)) {
            plant = PracticeProcess.start(elsewhere);
            workspace.servers().save(plant.entry("plant"));
            workspace.recipes().save(recipe());
            Files.writeString(
                    elsewhere.resolve("lot.csv"),
                    IntStream.range(0, UNITS)
                            .mapToObj("S%06d"::formatted)
                            .collect(Collectors.joining("\n", "serial\n", "\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Recipe recipe() {
        return new Recipe(
                "Pump",
                1,
                "pump-{serial}",
                "",
                "default",
                "",
                Map.of(),
                new RecipeCredential.Token(20),
                Optional.of("plant"),
                Recipe.Proof.NONE,
                Optional.empty(),
                StationRules.USUAL,
                Optional.empty());
    }

    @AfterEach
    void closeThePlant() {
        plant.close();
    }

    @Test
    void framesAndMemoryWhileABatchRuns() throws InterruptedException {
        driver.type("#passphrase", TestVaults.PASSPHRASE);
        robot.clickOn("#unlock");
        driver.awaitShown("#rail-batches");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        driver.awaitShown("#new-batch");
        files.willPick(elsewhere.resolve("lot.csv"));
        robot.push(KeyCode.CONTROL, KeyCode.N);
        driver.awaitShown("#holds-0");
        robot.type(KeyCode.F5);
        driver.awaitShown("#batch-run");
        await().atMost(Duration.ofMinutes(2))
                .until(() -> !robot.lookup("#batch-run").queryButton().isDisabled());
        FrameTimes frames = new FrameTimes(200_000);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        driver.awaitShown("#batch-pause");
        List<String> heaps = new ArrayList<>();
        reached(UNITS / 20); // what is new at the first sight, is loaded and compiled
        Platform.runLater(frames::begin);
        long since = System.nanoTime();
        int first = done();
        for (int part = 1; part < PARTS; part++) {
            reached(UNITS * part / PARTS);
            Platform.runLater(frames::stop); // collecting everything is not what the window does
            heaps.add(String.format(Locale.ROOT, "%,.1f MB at %,d", heap(), done()));
            Platform.runLater(frames::goOn);
        }
        reached(UNITS);
        double seconds = (System.nanoTime() - since) / 1e9;
        Platform.runLater(frames::stop);
        driver.awaitGone("#batch-pause");
        heaps.add(String.format(Locale.ROOT, "%,.1f MB at %,d", heap(), done()));
        System.out.printf(Locale.ROOT, "%n%-56s%n", "a batch of " + UNITS + " with the window open");
        FrameTimes.row("units a second", (done() - first) / seconds);
        frames.print(seconds);
        System.out.println("heap after a collection: " + String.join(", ", heaps));
        driver.picture("batch-benchmark");
    }

    private void reached(int units) {
        await().pollInterval(Duration.ofMillis(200))
                .atMost(Duration.ofMinutes(60))
                .until(() -> done() >= units);
    }

    private int done() {
        return robot.lookup("#batch-lines").queryAs(TableView.class).getItems().size();
    }

    private static double heap() throws InterruptedException {
        System.gc();
        TimeUnit.MILLISECONDS.sleep(100);
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1e6;
    }
}
