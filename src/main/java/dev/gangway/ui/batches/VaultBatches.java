package dev.gangway.ui.batches;

import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.Devices;
import dev.gangway.inventory.Servers;
import dev.gangway.line.batch.BatchCode;
import dev.gangway.line.batch.BatchPreparation;
import dev.gangway.line.batch.BatchRun;
import dev.gangway.line.batch.BatchState;
import dev.gangway.line.batch.KeptBatch;
import dev.gangway.line.batch.KeptBatches;
import dev.gangway.line.batch.LineReading;
import dev.gangway.line.batch.Mappings;
import dev.gangway.line.batch.ResultFile;
import dev.gangway.line.batch.Totals;
import dev.gangway.line.batch.UnitList;
import dev.gangway.line.batch.table.TableFormat;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.recipe.RecipeCode;
import dev.gangway.line.recipe.Recipes;
import dev.gangway.line.station.StationSetups;
import dev.gangway.line.unit.UnitOrder.Existing;
import dev.gangway.line.unit.UnitVerdict;
import dev.gangway.line.unit.Units;
import dev.gangway.vault.files.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Carries out with the use cases what the batches ask for.
 *
 * @param words what a diagnosis says to people, for the results
 */
public record VaultBatches(
        Recipes recipesKept,
        Units units,
        StationSetups setups,
        Devices devices,
        Servers servers,
        KeptBatches kept,
        Mappings mappings,
        Function<Diagnosis, String> words,
        InstantSource clock)
        implements BatchWork {
    private static final int PREVIEW = 8;
    private static final int FAULTS = 10_000;

    @Override
    public List<Recipe> recipes() {
        return recipesKept.all();
    }

    @Override
    public List<KeptBatch> earlier() {
        return kept.all().stream().map(this::counted).toList();
    }

    private KeptBatch counted(KeptBatch batch) {
        if (batch.end().isPresent()) {
            return batch;
        }
        return ResultFile.totals(Path.of(batch.results()))
                .toOptional()
                .map(totals -> batch.ended(end(totals)))
                .orElse(batch);
    }

    @Override
    public Outcome<UnitList> open(Path file) {
        return UnitList.open(file, Optional.empty(), Optional.empty(), Optional.empty())
                .map(mappings::recall);
    }

    @Override
    public Outcome<List<LineReading.Read>> preview(UnitList list, Recipe recipe) {
        List<LineReading.Read> first = new ArrayList<>();
        return BatchPreparation.reading(list, recipe, Existing.REFUSE)
                .then(reading -> list.read(line -> {
                    first.add(reading.read(line));
                    return first.size() < PREVIEW;
                }))
                .map(_ -> first);
    }

    @Override
    public Outcome<Checked> check(UnitList list, Recipe recipe, Cancellation cancellation) {
        return list.mapping()
                .checked(list.name())
                .then(_ -> BatchPreparation.of(list, recipe, Existing.REFUSE, FAULTS))
                .then(preparation -> preparation.passedBefore().then(passed -> {
                    mappings.remember(list);
                    return preparation
                            .check(passed.isEmpty(), servers, devices, cancellation)
                            .map(report -> Checked.of(report.lines(), preparation, passed));
                }));
    }

    @Override
    public Outcome<Job> begin(UnitList list, Recipe recipe, Checked checked, Existing existing) {
        BitSet leftOut = checked.leftOut(existing);
        long total = checked.units(existing);
        if (total == 0) {
            return Diagnosis.of(BatchCode.NOTHING_TO_DO)
                    .with("file", list.name())
                    .failed();
        }
        Path results = freeName(list);
        Optional<String> sheet =
                list.format() instanceof TableFormat.Xlsx xlsx ? Optional.of(xlsx.sheet()) : Optional.empty();
        return here().then(at -> BatchPreparation.reading(list, recipe, existing)
                .then(reading -> BatchState.of(
                                list,
                                sheet,
                                recipe.name(),
                                recipe.version(),
                                existing,
                                !leftOut.isEmpty(),
                                leftOut,
                                BatchRun.USUAL_LANES)
                        .map(state -> {
                            BatchRun run = new BatchRun(at, words, results, state.lanes());
                            KeptBatch batch = new KeptBatch(
                                    results.toString(),
                                    list.file().toAbsolutePath().toString(),
                                    recipe.name(),
                                    recipe.version(),
                                    clock.instant(),
                                    total,
                                    leftOut.cardinality(),
                                    Optional.empty());
                            return new Running(
                                    batch,
                                    run,
                                    (listener, stop) ->
                                            run.begin(state, list, reading, leftOut, total, listener, stop));
                        })));
    }

    /** Units by the set-up of the station: its name in their records, its printer for their labels. */
    private Outcome<Units> here() {
        return setups.get().site(Optional.empty()).map(units::at);
    }

    @Override
    public Outcome<Job> resume(KeptBatch batch, Set<UnitVerdict> again) {
        Path results = Path.of(batch.results());
        return here().then(at -> BatchState.read(results)
                .then(state -> began(state)
                        .then(recipe -> state.open()
                                .then(list -> BatchPreparation.reading(list, recipe, state.existing())
                                        .map(reading -> {
                                            BatchRun run = new BatchRun(at, words, results, state.lanes());
                                            BitSet leftOut =
                                                    (BitSet) state.leftOut().clone();
                                            return new Running(
                                                    batch.again(),
                                                    run,
                                                    (listener, stop) -> run.resume(
                                                            list,
                                                            reading,
                                                            leftOut,
                                                            batch.total(),
                                                            again,
                                                            listener,
                                                            stop));
                                        })))));
    }

    /** The very version that a batch began with. */
    private Outcome<Recipe> began(BatchState state) {
        return recipesKept
                .version(state.recipe(), state.version())
                .<Outcome<Recipe>>map(Outcome::ok)
                .orElseGet(() -> Diagnosis.of(RecipeCode.UNKNOWN)
                        .with("name", state.recipe())
                        .failed());
    }

    @Override
    public Outcome<List<ResultFile.Entry>> results(KeptBatch batch) {
        Map<Long, ResultFile.Entry> last = new LinkedHashMap<>();
        return ResultFile.read(Path.of(batch.results()), entry -> last.put(entry.line(), entry))
                .map(_ -> List.copyOf(last.values()));
    }

    @Override
    public Outcome<Outcome.Done> save(KeptBatch batch, Path target) {
        try {
            WholeFile.replace(target, Files.readAllBytes(Path.of(batch.results())));
            return Outcome.done();
        } catch (IOException e) {
            return Diagnosis.of(BatchCode.RESULTS_UNWRITABLE)
                    .with("file", target)
                    .remedy("batch.free-disk")
                    .failed();
        }
    }

    @Override
    public Outcome.Done forget(KeptBatch batch) {
        kept.remove(batch);
        return Outcome.Done.DONE;
    }

    /** Beside the list, under a name that nothing has yet. */
    private static Path freeName(UnitList list) {
        Path file = list.file().toAbsolutePath();
        Path free = file.resolveSibling(list.name() + ".results.csv");
        for (int i = 2; Files.exists(free) || Files.exists(BatchState.beside(free)); i++) {
            free = file.resolveSibling(list.name() + ".results-" + i + ".csv");
        }
        return free;
    }

    private KeptBatch.End end(Totals totals) {
        return new KeptBatch.End(
                clock.instant(),
                totals.count(UnitVerdict.PASS),
                totals.count(UnitVerdict.FAIL),
                totals.count(UnitVerdict.QUEUED),
                totals.count(UnitVerdict.ERROR));
    }

    /** One that is kept while it runs, so that a crash leaves it to be found. */
    private final class Running implements Job {
        private final KeptBatch batch;
        private final BatchRun run;
        private final BiFunction<BatchRun.Listener, Cancellation, Outcome<Totals>> going;

        Running(KeptBatch batch, BatchRun run, BiFunction<BatchRun.Listener, Cancellation, Outcome<Totals>> going) {
            this.batch = batch;
            this.run = run;
            this.going = going;
        }

        @Override
        public KeptBatch kept() {
            return batch;
        }

        @Override
        public void pause(boolean on) {
            run.pause(on);
        }

        @Override
        public Outcome<Totals> run(BatchRun.Listener listener, Cancellation cancellation) {
            kept.put(batch);
            return going.apply(listener, cancellation).map(totals -> {
                kept.put(batch.ended(end(totals)));
                return totals;
            });
        }
    }
}
