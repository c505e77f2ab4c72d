package dev.gangway.line.unit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.line.batch.BatchRun;
import dev.gangway.line.batch.BatchState;
import dev.gangway.line.batch.LineReading;
import dev.gangway.line.batch.Totals;
import dev.gangway.line.batch.UnitList;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.recipe.RecipeCredential;
import dev.gangway.line.recipe.StationRules;
import dev.gangway.line.unit.UnitOrder.Existing;
import dev.gangway.practice.rest.RestFault;
import dev.gangway.server.ServerCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A server that says that it has too many requests is waited for, and every unit of the batch passes in the end. */
class LimitedServerIT extends LineCase {
    private static final int UNITS = 12;

    private final AtomicInteger limited = new AtomicInteger();

    @Test
    void aBatchWaitsAndNoUnitIsAtFault() throws IOException {
        workspace.servers().check(entry(server), never).orThrow(); // signed in, which is not limited
        server.faults().rest(new RestFault.TooManyRequests());
        Path list = Files.writeString(
                folder.resolve("list.csv"),
                IntStream.range(0, UNITS).mapToObj(i -> "L" + i).collect(Collectors.joining("\n", "serial\n", "\n")));
        UnitList units = UnitList.open(list, Optional.empty()).orThrow();
        LineReading reading = new LineReading(units, tokens(), Existing.REFUSE, Outcome::ok);
        BatchState state = BatchState.of(units, Optional.empty(), "pump", 1, Existing.REFUSE, false, new BitSet(), 4)
                .orThrow();
        Totals totals = new BatchRun(this::run, why -> why.code(), folder.resolve("results.csv"), 4)
                .begin(state, units, reading, new BitSet(), UNITS, (row, now, lanes) -> {}, never)
                .orThrow();
        assertThat(limited.get()).isPositive();
        assertThat(totals.count(UnitVerdict.PASS)).isEqualTo(UNITS);
        assertThat(IntStream.range(0, UNITS).map(i -> workspace.units().failures("L" + i)))
                .containsOnly(0);
    }

    /** The server has room again once it has refused a few. */
    private UnitResult run(UnitOrder order, Consumer<UnitStep> steps, Cancellation stop) {
        UnitResult result = workspace.units().run(order, steps, stop);
        if (result.cause().filter(why -> why.is(ServerCode.RATE_LIMITED)).isPresent()
                && limited.incrementAndGet() == 4) {
            server.faults().reset();
        }
        return result;
    }

    private static Recipe tokens() {
        return new Recipe(
                "pump",
                1,
                "pump-{serial}",
                "",
                "default",
                "",
                Map.of(),
                new RecipeCredential.Token(20),
                Optional.of(SERVER),
                Recipe.Proof.NONE,
                Optional.empty(),
                StationRules.USUAL,
                Optional.empty());
    }
}
