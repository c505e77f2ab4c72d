package dev.gangway.ui.bench.history;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.testing.RunSummary;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.text.Words;

/** The result of an earlier test in words. */
final class ResultWords {
    private ResultWords() {}

    static Level level(RunSummary.Result result) {
        return switch (result) {
            case PASSED -> Level.OK;
            case FAILED -> Level.BAD;
            case CANCELLED -> Level.WARNING;
        };
    }

    static String verdict(Words words, RunSummary.Result result) {
        return words.get("runs.result." + result);
    }

    /** The code and what it means; nothing for a test that passed. */
    static String cause(Words words, RunSummary summary) {
        return summary.diagnosis()
                .map((Diagnosis why) -> why.code() + " · " + words.title(why))
                .orElse("");
    }
}
