package dev.gangway.bench.export;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Remedy;
import java.util.Locale;
import java.util.Map;

/** What a file for people needs of the message bundles, which the bench does not know. Safe for several threads. */
public interface RunWords {
    /** The language. */
    Locale locale();

    /** The sentence of a diagnosis. */
    String title(Diagnosis diagnosis);

    /** What stands below it. */
    String text(Diagnosis diagnosis);

    /** One piece of evidence. */
    String evidence(Evidence evidence);

    /** One remedy. */
    String remedy(Remedy remedy);

    /** One check beside the verdict. */
    String check(String key, Map<String, String> args);

    /** Words of the page itself. */
    String get(String key, Map<String, ?> values);
}
