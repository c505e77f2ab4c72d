package dev.gangway.bench.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.causes.Conclusion;
import dev.gangway.bench.causes.Exclusion;
import dev.gangway.bench.model.Judge.Judgement;
import dev.gangway.bench.model.Verdict;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Evidence.Place;
import dev.gangway.ui.text.Words;
import java.util.List;

/** Sees that every judgement can be spoken in both languages, with no named place left open. */
public final class Spoken {
    private static final List<Words> LANGUAGES =
            Words.LANGUAGES.stream().map(Words::load).toList();

    private Spoken() {}

    /** The same judgement, after a look at its words. */
    public static Judgement checked(Judgement judgement, int events) {
        for (Words words : LANGUAGES) {
            if (judgement.verdict() instanceof Verdict.Failed(Diagnosis diagnosis)) {
                diagnosis(words, diagnosis, events);
            }
            conclusion(words, judgement.conclusion(), events);
            judgement.checks().forEach(check -> text(words.check(check.key(), check.args())));
        }
        judgement.conclusion().candidates().forEach(Showings::collect);
        return judgement;
    }

    private static void diagnosis(Words words, Diagnosis diagnosis, int events) {
        assertThat(Catalogue.find(diagnosis.code())).as(diagnosis.code()).isPresent();
        text(words.title(diagnosis));
        text(words.text(diagnosis));
        evidence(words, diagnosis.evidence(), events);
        assertThat(diagnosis.evidence()).as(diagnosis.code()).isNotEmpty();
        assertThat(diagnosis.remedies()).as(diagnosis.code()).isNotEmpty();
        diagnosis.remedies().forEach(remedy -> text(words.remedy(remedy)));
    }

    private static void conclusion(Words words, Conclusion conclusion, int events) {
        conclusion.candidates().forEach(one -> {
            diagnosis(words, one.cause(), events);
            evidence(words, one.against(), events);
            one.settledBy().ifPresent(experiment -> text(words.get("experiment." + experiment.id())));
        });
        evidence(words, conclusion.established(), events);
        evidence(words, conclusion.excluded().stream().map(Exclusion::by).toList(), events);
    }

    private static void evidence(Words words, List<Evidence> evidence, int events) {
        evidence.forEach(seen -> {
            text(words.evidence(seen));
            if (seen.place() instanceof Place.InTimeline(int event)) {
                assertThat(event).isBetween(0, events - 1);
            }
        });
    }

    private static void text(String text) {
        assertThat(text)
                .isNotBlank()
                .doesNotContain("{")
                .doesNotStartWith("diagnosis.")
                .doesNotStartWith("experiment.")
                .doesNotContain("bench.");
    }
}
