package dev.gangway.line.unit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.line.recipe.DeviceProgram;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.recipe.StationRules;
import dev.gangway.line.station.Station;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A station whose bad golden unit passes sees no faults, and takes no unit until it does; one unit it takes once. */
class GoldenUnitsIT extends LineCase {
    private static final String GOOD = "GOLD";
    private static final String BAD = "BAD-GOLD";

    @Test
    void theShiftDoesNotBeginWhereTheBadGoldenUnitPasses() throws IOException {
        Path blind = Files.createFile(folder.resolve("blind"));
        Station station = new Station(workspace.units(), recipeOf(blind));
        assertThat(run(station, BAD)).isEqualTo("ERROR station.golden-bad-passed"); // in whichever order they come
        assertThat(run(station, GOOD)).isEqualTo("PASS");
        assertThat(run(station, BAD)).isEqualTo("ERROR station.golden-bad-passed");
        assertThat(station.isProven()).isFalse();
        assertThat(station.provenAt()).isEmpty();
        assertThat(run(station, "SN-1")).isEqualTo("ERROR station.golden-bad-next");
        assertThat(station.attempts()).isEmpty();
        assertThat(workspace.units().failures(BAD)).isZero();

        Files.delete(blind); // somebody has looked at the fixture
        assertThat(run(station, BAD)).isEqualTo("FAIL unit.not-written");
        assertThat(station.isProven()).isTrue();
        assertThat(station.provenAt()).isPresent();
        assertThat(run(station, "SN-1")).isEqualTo("PASS");
        assertThat(station.attempts()).hasSize(1); // golden units are not counted
    }

    @Test
    void aGoodGoldenUnitThatFailsKeepsTheShiftFromBeginning() throws IOException {
        Path blind = folder.resolve("blind");
        Recipe swapped = withGolden(recipeOf(blind), "BAD-1", "BAD-2");
        Station station = new Station(workspace.units(), swapped);
        assertThat(run(station, "BAD-1")).isEqualTo("ERROR station.golden-good-failed");
        assertThat(run(station, "BAD-2")).isEqualTo("FAIL unit.not-written");
        assertThat(run(station, "SN-1")).isEqualTo("ERROR station.golden-good-first");
        Files.createFile(blind);
        assertThat(run(station, "BAD-1")).isEqualTo("PASS");
        assertThat(run(station, "SN-1")).isEqualTo("PASS");
    }

    @Test
    void oneUnitOnTwoScannersRunsOnce() throws Exception {
        Path go = folder.resolve("go");
        Station station = new Station(
                workspace.units(), writingBy("while [ ! -e '" + go + "' ]; do sleep 0.02; done; echo '{\"ok\":true}'"));
        CountDownLatch writing = new CountDownLatch(1);
        try (ExecutorService lane = Executors.newSingleThreadExecutor()) {
            Future<UnitResult> first = lane.submit(() -> station.run(
                    "SN-1",
                    step -> {
                        if (step.name() == UnitStep.Name.WRITE) {
                            writing.countDown();
                        }
                    },
                    never));
            writing.await();
            assertThat(run(station, "SN-1")).isEqualTo("FAIL station.under-way");
            Files.createFile(go);
            assertThat(first.get().verdict()).isEqualTo(UnitVerdict.PASS);
        }
        assertThat(run(station, "SN-1")).isEqualTo("FAIL station.done-already");
        assertThat(station.attempts()).hasSize(1);
    }

    private String run(Station station, String serial) {
        UnitResult result = station.run(serial, step -> {}, never);
        return (result.verdict() + " " + result.cause().map(why -> why.code()).orElse("")).strip();
    }

    /** Its fixture finds fault with every unit whose serial number has BAD in it, while there is no such file. */
    private Recipe recipeOf(Path blind) {
        String script = "grep -q '\"serial\":\"BAD' && [ ! -e '" + blind + "' ]"
                + " && echo '{\"ok\":false,\"message\":\"short circuit\"}' || echo '{\"ok\":true}'";
        return withGolden(
                recipe().writtenBy(new DeviceProgram(List.of("/bin/sh", "-c", script), Duration.ofSeconds(20))),
                GOOD,
                BAD);
    }

    private static Recipe withGolden(Recipe of, String good, String bad) {
        return new Recipe(
                of.name(),
                of.version(),
                of.namePattern(),
                of.serials(),
                of.profile(),
                of.label(),
                Map.of(),
                of.credential(),
                of.server(),
                of.test(),
                Optional.empty(),
                new StationRules(false, Optional.of(good), Optional.of(bad), 2, 1),
                of.program());
    }
}
