package dev.gangway.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.diagnosis.Diagnosis;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The causes of several failures, each once with how often it was the one. */
final class Causes {
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Map<String, Diagnosis> examples = new LinkedHashMap<>();

    /** Of these failures. */
    Causes(List<Diagnosis> failures) {
        for (Diagnosis why : failures) {
            counts.merge(why.code(), 1, Integer::sum);
            examples.putIfAbsent(why.code(), why);
        }
    }

    /** A line for each, the most frequent first; nothing where nothing failed. */
    void print(Terminal terminal) {
        if (counts.isEmpty()) {
            return;
        }
        terminal.line("");
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(each -> Wrap.item(
                                each.getKey() + ": " + terminal.words().title(examples.get(each.getKey())),
                                "%4d × ".formatted(each.getValue()))
                        .forEach(terminal::line));
    }

    /** Adds {@code causes}: how often each code was the cause. */
    void addTo(ObjectNode node) {
        ObjectNode causes = node.putObject("causes");
        counts.forEach(causes::put);
    }
}
