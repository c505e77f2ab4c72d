package dev.gangway.pki.authority;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.PkiCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.naming.ldap.Rdn;

/**
 * Fills the places in braces of a template.
 *
 * @param template its name, for messages
 * @param values of the places
 */
record Places(String template, Map<String, String> values) {
    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");

    /** The names of the places in these texts, in order. */
    static Set<String> in(Stream<String> texts) {
        Set<String> found = new LinkedHashSet<>();
        texts.forEach(text -> PLACE.matcher(text).results().forEach(place -> found.add(place.group(1))));
        return found;
    }

    /** A distinguished name; what needs a backslash in a value gets one. */
    Outcome<String> subject(String pattern) {
        return fill(pattern, Rdn::escapeValue);
    }

    /** Texts that take the values as they are. */
    Outcome<List<String>> texts(List<String> patterns) {
        List<String> filled = new ArrayList<>();
        for (String pattern : patterns) {
            switch (fill(pattern, value -> value)) {
                case Outcome.Ok<String>(String text) -> filled.add(text);
                case Outcome.Failed<String>(Diagnosis why) -> {
                    return Outcome.failed(why);
                }
            }
        }
        return Outcome.ok(filled);
    }

    private Outcome<String> fill(String pattern, UnaryOperator<String> written) {
        Optional<String> empty = in(Stream.of(pattern)).stream()
                .filter(place -> values.getOrDefault(place, "").isBlank())
                .findFirst();
        if (empty.isPresent()) {
            return Diagnosis.of(PkiCode.TEMPLATE_PLACE)
                    .with("template", template)
                    .with("place", empty.get())
                    .evidence(Evidence.inField(empty.get(), "pki.attribute", "attribute", empty.get()))
                    .remedy("pki.fill-place", "place", empty.get())
                    .failed();
        }
        return Outcome.ok(PLACE.matcher(pattern)
                .replaceAll(place -> Matcher.quoteReplacement(written.apply(values.getOrDefault(place.group(1), "")))));
    }
}
