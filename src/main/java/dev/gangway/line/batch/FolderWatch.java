package dev.gangway.line.batch;

import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.Devices;
import dev.gangway.inventory.Servers;
import dev.gangway.line.batch.LineReading.BadCell;
import dev.gangway.line.batch.WatchFolder.Taken;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.unit.UnitOrder.Existing;
import dev.gangway.line.unit.UnitResult;
import dev.gangway.line.unit.UnitVerdict;
import dev.gangway.line.unit.Units;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Runs the lists that are put into a folder, one after the other, each as a batch. A list that was begun is gone on with
 * at the next start, whatever ended it; none is run twice.
 */
public final class FolderWatch {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration BETWEEN_DELIVERIES = Duration.ofSeconds(5);

    /** Faults of a list that are told. */
    private static final int SHOWN = 200;

    private final Work work;
    private final Listener listener;
    private long deliveredAt = System.nanoTime();

    /**
     * What lists are run with.
     *
     * @param recipe that all of them come by
     * @param existing what becomes of devices that are there already
     * @param leaveOutBad whether the good lines of a list run where others are bad; else it goes to {@code failed} unrun
     * @param lanes most units at once
     * @param words what a diagnosis says to people
     */
    public record Work(
            Recipe recipe,
            Units units,
            Servers servers,
            Devices devices,
            Mappings mappings,
            Existing existing,
            boolean leaveOutBad,
            int lanes,
            Function<Diagnosis, String> words) {}

    /**
     * What came of a list.
     *
     * @param name of the file, as it was taken
     * @param totals of its units; empty where none was run
     * @param why none was run, or the run broke off
     * @param faults the first bad cells
     */
    public record Ended(String name, Optional<Totals> totals, Optional<Diagnosis> why, List<BadCell> faults) {
        public Ended {
            faults = List.copyOf(faults);
        }

        /** Whether every unit passed or waits for its server. */
        public boolean isGood() {
            return why.isEmpty()
                    && totals.filter(all -> all.count(UnitVerdict.FAIL) + all.count(UnitVerdict.ERROR) == 0)
                            .isPresent();
        }
    }

    /** Follows the work; called in the watching thread. */
    public interface Listener {
        /** A list was taken, or is gone on with. */
        void taken(String name);

        /** A list is through; what this returns is written beside it. */
        String ended(Ended ended);

        /** It was moved here. */
        void moved(Path list);

        /** A file is no list, and stays. */
        void leftAlone(String name);

        /** A unit that waited for its server has its verdict. */
        void later(UnitResult result);
    }

    /** Runs lists with this. */
    public FolderWatch(Work work, Listener listener) {
        this.work = work;
        this.listener = listener;
    }

    /**
     * Watches until it is cancelled; blocks.
     *
     * @param settle how long a list has to stay as it is before it is taken to be whole
     * @param once whether to end when no list is left
     * @return fails where the folder cannot be used, or another process watches it
     */
    public Outcome<Outcome.Done> run(Path folder, Duration settle, boolean once, Cancellation cancellation) {
        return WatchFolder.open(folder, settle).then(watched -> {
            try (watched) {
                Outcome<List<Taken>> left = watched.interrupted();
                if (left instanceof Outcome.Failed<List<Taken>>(Diagnosis why)) {
                    return Outcome.failed(why);
                }
                for (Taken each : left.orThrow()) {
                    Outcome<Outcome.Done> ended = run(watched, each, cancellation);
                    if (!ended.isOk() || cancellation.isCancelled()) {
                        return ended;
                    }
                }
                return watch(watched, once, cancellation);
            }
        });
    }

    private Outcome<Outcome.Done> watch(WatchFolder watched, boolean once, Cancellation cancellation) {
        while (!cancellation.isCancelled()) {
            watched.leftAlone().forEach(listener::leftAlone);
            Outcome<Optional<Taken>> next = watched.next();
            if (next instanceof Outcome.Failed<Optional<Taken>>(Diagnosis why)) {
                return Outcome.failed(why);
            }
            Optional<Taken> taken = next.orThrow();
            if (taken.isPresent()) {
                Outcome<Outcome.Done> ended = run(watched, taken.get(), cancellation);
                if (!ended.isOk()) {
                    return ended;
                }
                continue;
            }
            if (once && !watched.hasMore()) {
                return Outcome.done();
            }
            deliver(cancellation);
            cancellation.pause(BETWEEN_LOOKS);
        }
        return Outcome.done();
    }

    private void deliver(Cancellation cancellation) {
        if (System.nanoTime() - deliveredAt >= BETWEEN_DELIVERIES.toNanos()) {
            work.units().deliver(listener::later, cancellation);
            deliveredAt = System.nanoTime();
        }
    }

    /** Runs a list to its end; one that was cancelled stays where it is, to be gone on with. */
    private Outcome<Outcome.Done> run(WatchFolder watched, Taken taken, Cancellation cancellation) {
        String name = taken.list().getFileName().toString();
        listener.taken(name);
        Ended ended = batch(taken, name, cancellation);
        if (cancellation.isCancelled()) {
            return Outcome.done();
        }
        return watched.end(taken, ended.isGood(), listener.ended(ended)).map(list -> {
            listener.moved(list);
            return Outcome.Done.DONE;
        });
    }

    private Ended batch(Taken taken, String name, Cancellation cancellation) {
        boolean begun = Files.exists(BatchState.beside(taken.results()));
        Outcome<UnitList> list = begun
                ? BatchState.read(taken.results()).then(BatchState::open)
                : UnitList.open(taken.list(), Optional.empty())
                        .map(work.mappings()::recall)
                        .then(found -> found.mapping().checked(found.name()).map(found::with));
        Outcome<Ended> ended = list.then(found -> BatchPreparation.of(found, work.recipe(), work.existing(), SHOWN)
                .then(preparation -> preparation
                        .check(!begun, work.servers(), work.devices(), cancellation)
                        .map(report -> begun
                                ? resumed(taken, name, found, preparation, report, cancellation)
                                : begun(taken, name, found, preparation, report, cancellation))));
        return switch (ended) {
            case Outcome.Ok<Ended>(Ended done) -> done;
            case Outcome.Failed<Ended>(Diagnosis why) -> refused(name, why, List.of());
        };
    }

    private Ended begun(
            Taken taken,
            String name,
            UnitList list,
            BatchPreparation preparation,
            DryRun.Report report,
            Cancellation cancellation) {
        if (cancellation.isCancelled()) {
            return new Ended(name, Optional.empty(), Optional.empty(), List.of());
        }
        if (report.bad() > 0 && !work.leaveOutBad()) {
            return refused(
                    name,
                    Diagnosis.of(BatchCode.LINES_BAD)
                            .with("file", name)
                            .with("count", report.bad())
                            .with("total", report.lines())
                            .remedy("batch.correct-or-leave-out")
                            .build(),
                    preparation.shown());
        }
        BitSet leftOut = preparation.badLines();
        long total = report.lines() - leftOut.cardinality();
        if (total == 0) {
            return refused(
                    name,
                    Diagnosis.of(BatchCode.NOTHING_TO_DO).with("file", name).build(),
                    preparation.shown());
        }
        try {
            Files.deleteIfExists(taken.results()); // a crash came before its first unit
        } catch (IOException e) {
            Outcome<Outcome.Done> unwritable = ResultFile.unwritable(taken.results());
            return refused(name, unwritable.failure().orElseThrow(), List.of());
        }
        return ended(
                name,
                preparation,
                BatchState.of(
                                list,
                                Optional.empty(),
                                work.recipe().name(),
                                work.recipe().version(),
                                work.existing(),
                                work.leaveOutBad(),
                                leftOut,
                                work.lanes())
                        .then(state -> new BatchRun(work.units(), work.words(), taken.results(), work.lanes())
                                .begin(
                                        state,
                                        list,
                                        preparation.reading(),
                                        leftOut,
                                        total,
                                        (row, totals, lanes) -> {},
                                        cancellation)));
    }

    private Ended resumed(
            Taken taken,
            String name,
            UnitList list,
            BatchPreparation preparation,
            DryRun.Report report,
            Cancellation cancellation) {
        return ended(name, preparation, BatchState.read(taken.results()).then(state -> {
            if (state.version() != work.recipe().version()) {
                return Diagnosis.of(BatchCode.RECIPE_CHANGED)
                        .with("recipe", work.recipe().name())
                        .with("version", work.recipe().version())
                        .with("began", state.version())
                        .remedy("batch.other-recipe")
                        .failed();
            }
            BitSet leftOut = preparation.badLines();
            leftOut.or(state.leftOut());
            return new BatchRun(work.units(), work.words(), taken.results(), work.lanes())
                    .resume(
                            list,
                            preparation.reading(),
                            leftOut,
                            report.lines() - leftOut.cardinality(),
                            Set.of(),
                            (row, totals, lanes) -> {},
                            cancellation);
        }));
    }

    private static Ended ended(String name, BatchPreparation preparation, Outcome<Totals> totals) {
        return new Ended(name, totals.toOptional(), totals.failure(), preparation.shown());
    }

    private static Ended refused(String name, Diagnosis why, List<BadCell> faults) {
        return new Ended(name, Optional.empty(), Optional.of(why), faults);
    }
}
