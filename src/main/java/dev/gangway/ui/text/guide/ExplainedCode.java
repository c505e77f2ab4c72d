package dev.gangway.ui.text.guide;

import dev.gangway.bench.logs.Cause;
import dev.gangway.bench.rules.BenchCode;
import dev.gangway.bench.rules.Catalogue;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a diagnosis code stands for.
 *
 * @param code stable, for example {@code tls.server-untrusted}
 * @param title the cause in a sentence; places that a diagnosis fills stand as {@code ‹host›}
 * @param text what it means
 * @param shownBy what shows it, and how sure that makes it; the surest first, never empty
 * @param remedies what helps, the best first; empty where only the diagnosis itself can tell
 */
public record ExplainedCode(String code, String title, String text, List<ShownBy> shownBy, List<String> remedies) {
    private static final String PREFIX = "diagnosis.";
    private static final String SUFFIX = ".title";
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    /** Whether a diagnosis has this code. */
    public static boolean exists(String code, Words words) {
        return words.has(PREFIX + code + SUFFIX);
    }

    /** All codes, in the order of the alphabet. */
    public static List<String> codes(Words words) {
        return words.keys().stream()
                .filter(key -> key.startsWith(PREFIX) && key.endsWith(SUFFIX))
                .map(key -> key.substring(PREFIX.length(), key.length() - SUFFIX.length()))
                .sorted()
                .toList();
    }

    /** What a code that exists stands for. */
    public static ExplainedCode of(String code, Words words) {
        List<String> remedies = Catalogue.find(code)
                .map(BenchCode::remedyKeys)
                .or(() -> Cause.find(code).map(Cause::remedies))
                .orElse(List.of());
        return new ExplainedCode(
                code,
                open(words.get(PREFIX + code + SUFFIX)),
                open(words.get(PREFIX + code + ".text")),
                ShownBy.of(code, words),
                remedies.stream()
                        .map(remedy -> open(words.get("remedy." + remedy)))
                        .toList());
    }

    /** Named places have no value here: shown as ‹host› they read as what they stand for. */
    static String open(String text) {
        return PLACE.matcher(text).replaceAll("‹$1›");
    }
}
