package dev.gangway.line.batch;

import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.line.batch.LineReading.Read;
import dev.gangway.line.unit.UnitCode;
import dev.gangway.line.unit.UnitEngine;
import dev.gangway.line.unit.UnitResult;
import dev.gangway.line.unit.UnitVerdict;
import dev.gangway.server.ServerCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * One batch: units of a list brought on board, several at once, each with a line in the results. Whatever ends it, the
 * lines without a result are run when it is gone on with, and no other; the engine takes a unit that it has finished for
 * done, so that none is done twice even where the crash came between the two.
 */
public final class BatchRun {
    /** Most units at once where nobody says how many. */
    public static final int USUAL_LANES = 16;

    /** How often a unit is tried that the server has no room for. */
    private static final int TRIES = 8;

    private final UnitEngine engine;
    private final Function<Diagnosis, String> words;
    private final LaneLimit limit;
    private final Path results;

    /**
     * Over this engine.
     *
     * @param words what a diagnosis says to people, for the results
     * @param results file of the results
     * @param lanes most at once, at least 1
     */
    public BatchRun(UnitEngine engine, Function<Diagnosis, String> words, Path results, int lanes) {
        this.engine = engine;
        this.words = words;
        this.results = results;
        limit = new LaneLimit(lanes);
    }

    /** Follows a batch; called from several threads, one at a time. */
    public interface Listener {
        /** A unit is through. */
        void ended(ResultFile.Row row, Totals totals, int lanes);
    }

    /** Begins: writes the state and the heading of the results, then runs. Blocks. */
    public Outcome<Totals> begin(
            BatchState state,
            UnitList list,
            LineReading reading,
            BitSet leftOut,
            long total,
            Listener listener,
            Cancellation cancellation) {
        return ResultFile.create(results, ResultFile.attributesOf(list.mapping()))
                .then(file -> {
                    try (file) {
                        return state.write(results)
                                .then(_ -> run(
                                        list,
                                        reading,
                                        leftOut,
                                        new Totals(total),
                                        false,
                                        file,
                                        listener,
                                        cancellation));
                    }
                });
    }

    /**
     * Goes on with a batch. Blocks.
     *
     * @param leftOut lines that are bad
     * @param again verdicts that are tried again; empty for the lines alone that have none
     */
    public Outcome<Totals> resume(
            UnitList list,
            LineReading reading,
            BitSet leftOut,
            long total,
            Set<UnitVerdict> again,
            Listener listener,
            Cancellation cancellation) {
        if (!Files.exists(results)) {
            return Diagnosis.of(BatchCode.STATE_UNREADABLE)
                    .with("file", results)
                    .remedy("batch.begin-anew")
                    .failed();
        }
        return ResultFile.reopen(results, ResultFile.attributesOf(list.mapping()))
                .then(file -> {
                    try (file) {
                        return ResultFile.done(results, again)
                                .then(done -> earlier(total, done).then(totals -> {
                                    done.or(leftOut);
                                    return run(list, reading, done, totals, true, file, listener, cancellation);
                                }));
                    }
                });
    }

    /** The verdicts that stay. */
    private Outcome<Totals> earlier(long total, BitSet done) {
        Totals totals = new Totals(total);
        java.util.Map<Long, ResultFile.Entry> last = new java.util.HashMap<>();
        return ResultFile.read(results, entry -> last.put(entry.line(), entry)).map(_ -> {
            last.values().stream()
                    .filter(entry -> done.get((int) entry.line()))
                    .forEach(entry -> totals.add(entry.verdict(), entry.cause()));
            totals.markEarlier();
            return totals;
        });
    }

    /** Starts no unit any more until it is gone on with; those that run end. */
    public void pause(boolean on) {
        limit.pause(on);
    }

    private Outcome<Totals> run(
            UnitList list,
            LineReading reading,
            BitSet leftOut,
            Totals totals,
            boolean resumed,
            ResultFile file,
            Listener listener,
            Cancellation cancellation) {
        long began = System.nanoTime();
        AtomicReference<Diagnosis> broken = new AtomicReference<>();
        AtomicReference<Throwable> bug = new AtomicReference<>();
        Outcome<Outcome.Done> read;
        // A unit waits in native code for the disk, which would keep a virtual thread's carrier from the other lanes.
        try (ExecutorService lanes = Executors.newCachedThreadPool(
                Thread.ofPlatform().name("gangway-lane-", 1).factory())) {
            read = list.read(line -> {
                if (leftOut.get((int) line.number())) {
                    return true;
                }
                if (!limit.acquire(cancellation) || broken.get() != null || bug.get() != null) {
                    return false;
                }
                Read each = reading.read(line);
                lanes.execute(() -> {
                    try {
                        UnitResult result = run(each, cancellation);
                        if (cancellation.isCancelled() && result.verdict() == UnitVerdict.ERROR) {
                            return;
                        }
                        if (result.isVaultBroken()) {
                            broken.compareAndSet(null, result.cause().orElseThrow());
                            return; // its line comes when the batch is gone on with
                        }
                        ResultFile.Row row = row(each, result, resumed);
                        synchronized (totals) {
                            file.append(row).failure().ifPresent(why -> broken.compareAndSet(null, why));
                            totals.add(row.verdict(), row.cause());
                            totals.activeFor(System.nanoTime() - began);
                            listener.ended(row, totals, limit.now());
                        }
                    } catch (RuntimeException | Error e) {
                        bug.compareAndSet(null, e);
                    } finally {
                        limit.release();
                    }
                });
                return true;
            });
        }
        if (bug.get() != null) {
            throw new IllegalStateException(bug.get());
        }
        totals.activeFor(System.nanoTime() - began);
        return broken.get() != null ? Outcome.failed(broken.get()) : read.map(_ -> totals);
    }

    private UnitResult run(Read each, Cancellation cancellation) {
        for (int attempt = 1; ; attempt++) {
            UnitResult result = engine.run(each.order(), step -> {}, cancellation);
            LaneLimit.Load load = load(result);
            limit.learn(load, result.cause().flatMap(ServerCode::retryAfter));
            if (load != LaneLimit.Load.LIMITED || attempt == TRIES) {
                return result;
            }
            limit.release();
            if (!limit.acquire(cancellation)) {
                limit.hold();
                return result;
            }
        }
    }

    private static LaneLimit.Load load(UnitResult result) {
        return result.cause()
                .map(why -> why.is(ServerCode.RATE_LIMITED)
                        ? LaneLimit.Load.LIMITED
                        : ServerCode.isOutOfReach(why) || why.is(ServerCode.SERVER_ERROR)
                                ? LaneLimit.Load.TROUBLED
                                : LaneLimit.Load.FINE)
                .orElse(LaneLimit.Load.FINE);
    }

    private ResultFile.Row row(Read each, UnitResult result, boolean resumed) {
        // the crash came between the end of the unit and its line
        boolean recovered = resumed
                && result.cause().filter(why -> why.is(UnitCode.DONE_ALREADY)).isPresent();
        UnitVerdict verdict = recovered ? UnitVerdict.PASS : result.verdict();
        return new ResultFile.Row(
                each.line().number(),
                result.order(),
                verdict,
                verdict == UnitVerdict.PASS
                        ? ""
                        : result.cause().map(Diagnosis::code).orElse(""),
                verdict == UnitVerdict.PASS ? "" : result.cause().map(words).orElse(""),
                result.attempt(),
                result.began(),
                result.took(),
                result.device().map(device -> device.id().toString()).orElse(""));
    }
}
