package dev.gangway.faultlab;

import dev.gangway.bench.model.Judge.Judgement;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.Verdict;
import dev.gangway.bench.rules.Spoken;
import dev.gangway.diagnosis.Diagnosis;
import java.util.function.Supplier;

/**
 * What the bench made of a trial.
 *
 * @param code of the diagnosis, or {@link Lab#PASS}
 * @param shown everything that was seen, for whoever has to find out why it is another code
 */
public record Sighting(String code, Supplier<String> shown) {
    /** Of a run whose words can all be spoken. */
    static Sighting of(Run run) {
        Spoken.checked(
                new Judgement(run.verdict(), run.conclusion(), run.checks()),
                run.events().size());
        String code = switch (run.verdict()) {
            case Verdict.Passed() -> Lab.PASS;
            case Verdict.Failed(Diagnosis diagnosis) -> diagnosis.code();
            case Verdict.Cancelled() -> "cancelled";
        };
        return new Sighting(code, () -> Timelines.show(run));
    }
}
