package dev.gangway.ui.bench.history;

import dev.gangway.testing.RunSummary;

/**
 * A test of earlier.
 *
 * @param summary what came of it
 * @param isRecorded whether its timeline can be opened
 */
public record HistoryRow(RunSummary summary, boolean isRecorded) {
    /** Whether it passed. */
    public boolean passed() {
        return summary.result() == RunSummary.Result.PASSED;
    }
}
