package dev.gangway.pki;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.diagnosis.Code;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.stream.Stream;

/** Sees that a failure has the expected code, and that every word of it can be shown in both languages. */
public final class Explained {
    private static final List<Words> LANGUAGES =
            Words.LANGUAGES.stream().map(Words::load).toList();

    private Explained() {}

    /** The diagnosis of an outcome that must have failed in this way. */
    public static Diagnosis failedWith(Outcome<?> outcome, Code code) {
        Diagnosis diagnosis = outcome.failure().orElseThrow(() -> new AssertionError("it did not fail"));
        assertThat(diagnosis.code()).isEqualTo(code.id());
        complete(diagnosis);
        return diagnosis;
    }

    /** Every word there, every named place filled. */
    public static void complete(Diagnosis diagnosis) {
        assertThat(diagnosis.remedies()).as(diagnosis.code()).isNotEmpty();
        for (Words words : LANGUAGES) {
            Stream.of(
                            Stream.of(words.title(diagnosis), words.text(diagnosis)),
                            diagnosis.evidence().stream().map(words::evidence),
                            diagnosis.remedies().stream().map(words::remedy))
                    .flatMap(each -> each)
                    .forEach(text -> assertThat(text).doesNotContain("{", "pki."));
        }
    }

    /** The same for a note. */
    public static void complete(Evidence notice) {
        for (Words words : LANGUAGES) {
            assertThat(words.evidence(notice)).doesNotContain("{", "pki.");
        }
    }
}
