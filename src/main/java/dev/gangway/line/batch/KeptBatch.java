package dev.gangway.line.batch;

import dev.gangway.stored.StoredAs;
import java.time.Instant;
import java.util.Optional;

/**
 * A batch that was begun here, so that it is found again.
 *
 * @param results path of the file with its results; one batch has one
 * @param list path of the list
 * @param recipe its name
 * @param version of the recipe
 * @param began when
 * @param total units of it, the lines left out not counted
 * @param leftOut lines that were left out
 * @param end what it came to; empty while it runs, and where a crash came before its end
 */
public record KeptBatch(
        @StoredAs("results") String results,
        @StoredAs("list") String list,
        @StoredAs("recipe") String recipe,
        @StoredAs("version") int version,
        @StoredAs("began") Instant began,
        @StoredAs("total") long total,
        @StoredAs("leftOut") long leftOut,
        @StoredAs("end") Optional<End> end) {

    /**
     * What a batch came to.
     *
     * @param at when the last run of it ended
     */
    public record End(
            @StoredAs("at") Instant at,
            @StoredAs("passed") long passed,
            @StoredAs("failed") long failed,
            @StoredAs("queued") long queued,
            @StoredAs("errors") long errors) {
        /** How many are through. */
        public long done() {
            return passed + failed + queued + errors;
        }
    }

    /** The same, having come to this. */
    public KeptBatch ended(End what) {
        return new KeptBatch(results, list, recipe, version, began, total, leftOut, Optional.of(what));
    }

    /** The same under way again. */
    public KeptBatch again() {
        return new KeptBatch(results, list, recipe, version, began, total, leftOut, Optional.empty());
    }
}
