package dev.gangway.ui.text.guide;

import dev.gangway.bench.causes.Certainty;
import dev.gangway.bench.logs.Cause;
import dev.gangway.bench.logs.LogShowing;
import dev.gangway.bench.rules.Catalogue;
import dev.gangway.bench.rules.Showing;
import dev.gangway.ui.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * By what a cause shows, and how sure that makes it.
 *
 * @param how the sentence that says how sure, and where
 * @param facts what is seen there; empty where the sentence says all
 */
public record ShownBy(String how, List<String> facts) {
    private static final String WORDS = "help.shown.";

    public ShownBy {
        facts = List.copyOf(facts);
    }

    /** Read when it is first asked for. */
    private static final class Known {
        private static final Map<String, List<Showing>> RULES =
                Showing.all().stream().collect(Collectors.groupingBy(Showing::code));
        private static final Map<String, String> KINDS = kinds();

        private Known() {}
    }

    /** All that shows this cause, the surest first; reads files of the program. */
    static List<ShownBy> of(String code, Words words) {
        return Catalogue.find(code)
                .map(known -> byRules(code, words))
                .or(() -> Cause.find(code).map(cause -> byLog(cause, words)))
                .orElseGet(() -> byItself(code, words));
    }

    private static List<ShownBy> byRules(String code, Words words) {
        List<Showing> showings = Known.RULES.getOrDefault(code, List.of());
        List<ShownBy> shown = new ArrayList<>();
        for (Showing one : showings) {
            String how = one.proof().map(Enum::name).orElse(one.certainty().name());
            shown.add(new ShownBy(words.get(WORDS + how), texts(one.evidence(), "evidence.", words)));
        }
        List<String> settling =
                showings.stream().flatMap(one -> one.settledBy().stream()).toList();
        if (settling.isEmpty()) {
            showings.stream()
                    .map(Showing::certainty)
                    .min(Comparator.naturalOrder())
                    .filter(surest -> surest != Certainty.PROVEN)
                    .ifPresent(
                            surest -> shown.add(new ShownBy(words.get(WORDS + "at-most-" + surest.name()), List.of())));
        } else {
            shown.add(new ShownBy(words.get(WORDS + "settled"), texts(settling, "experiment.", words)));
        }
        return shown;
    }

    private static List<ShownBy> byLog(Cause cause, Words words) {
        List<ShownBy> shown = new ArrayList<>();
        LogShowing.of(cause)
                .forEach((certainty, keys) ->
                        shown.add(new ShownBy(words.get(WORDS + "log." + certainty.name()), texts(keys, "", words))));
        shown.add(new ShownBy(words.get(WORDS + "log.bench"), List.of()));
        return shown;
    }

    /** What the program meets itself and does not infer. */
    private static List<ShownBy> byItself(String code, Words words) {
        String kind = Known.KINDS.getOrDefault(code, Known.KINDS.get(code.substring(0, code.indexOf('.')) + ".*"));
        return kind == null ? List.of() : List.of(new ShownBy(words.get(WORDS + kind), List.of()));
    }

    private static List<String> texts(List<String> keys, String prefix, Words words) {
        return keys.stream()
                .map(key -> ExplainedCode.open(words.get(prefix + key)))
                .distinct()
                .toList();
    }

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(ShownBy.class.getResourceAsStream("certain.txt"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" +"))
                    .forEach(column -> Stream.of(column).skip(1).forEach(code -> kinds.put(code, column[0])));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return kinds;
    }
}
