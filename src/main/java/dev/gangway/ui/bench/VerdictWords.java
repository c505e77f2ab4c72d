package dev.gangway.ui.bench;

import dev.gangway.bench.causes.Conclusion;
import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.bench.export.Recording;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.Verdict;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.TestSubject;
import dev.gangway.ui.text.Words;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The state of the bench in one sentence, and the facts under it.
 *
 * @param level how good it is
 * @param sentence the result
 * @param facts what was tested, and how long it took
 */
record VerdictWords(Level level, String sentence, String facts) {
    /** The words for this state. */
    static VerdictWords of(BenchState state, Optional<TestSubject> subject, Optional<Plan> plan, Words words) {
        String target = subject.map(TestSubject::name).orElse("")
                + plan.map(its -> " → " + its.endpoint().uri()).orElse("");
        return switch (state) {
            case BenchState.Empty _ -> new VerdictWords(Level.NEUTRAL, words.get("bench.verdict.empty"), "");
            case BenchState.Working _ -> new VerdictWords(Level.INFO, words.get("bench.verdict.working"), target);
            case BenchState.Ready _ -> new VerdictWords(Level.NEUTRAL, words.get("bench.verdict.ready"), target);
            case BenchState.Running _ -> new VerdictWords(Level.INFO, words.get("bench.verdict.running"), target);
            case BenchState.Finished(Run run) ->
                of(
                        run.verdict(),
                        run.conclusion(),
                        passed(run.plan(), words),
                        target + " · " + took(run.took(), words),
                        words);
            case BenchState.Old(Recording old) ->
                of(
                        old.verdict(),
                        old.conclusion(),
                        words.get("runs.passed"),
                        words.get("runs.earlier", "at", words.formats().dateTime(old.startedAt())) + " · "
                                + old.endpoint() + " · " + took(old.took(), words),
                        words);
            case BenchState.Asking(var _, Plan _, Run _) ->
                new VerdictWords(Level.WARNING, words.get("bench.verdict.asking"), target);
            case BenchState.Blocked(Diagnosis diagnosis) -> new VerdictWords(Level.BAD, words.title(diagnosis), target);
        };
    }

    private static String took(Duration took, Words words) {
        return words.formats().took(took);
    }

    private static VerdictWords of(Verdict verdict, Conclusion conclusion, String passed, String facts, Words words) {
        return switch (verdict) {
            case Verdict.Passed() -> new VerdictWords(Level.OK, passed, facts);
            case Verdict.Failed(Diagnosis diagnosis) ->
                new VerdictWords(Level.BAD, failed(diagnosis, conclusion, words), facts);
            case Verdict.Cancelled() -> new VerdictWords(Level.WARNING, words.get("bench.verdict.cancelled"), facts);
        };
    }

    /** Says what was proven and no more: the cause where it is, else how far the test came and how it ended. */
    private static String failed(Diagnosis diagnosis, Conclusion conclusion, Words words) {
        boolean proven = conclusion.first().map(Hypothesis::isProven).orElse(true);
        return proven || conclusion.established().isEmpty()
                ? words.title(diagnosis)
                : conclusion.established().stream().map(words::evidence).collect(Collectors.joining(". "));
    }

    /** Says what was proven and no more. */
    private static String passed(Plan plan, Words words) {
        if (plan.publication().isEmpty()) {
            return words.get("bench.verdict.connected");
        }
        return words.get(plan.readBack().isEmpty() ? "bench.verdict.published" : "bench.verdict.read-back");
    }
}
