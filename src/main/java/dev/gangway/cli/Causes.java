package dev.gangway.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.diagnosis.Diagnosis;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The causes of several failures, each once with how often it was the one. */
final class Causes {
    private final Map<String, List<Diagnosis>> byCode;

    /** Of these failures. */
    Causes(List<Diagnosis> failures) {
        byCode = failures.stream()
                .collect(Collectors.groupingBy(Diagnosis::code, LinkedHashMap::new, Collectors.toList()));
    }

    /** A line for each, the most frequent first; nothing where nothing failed. */
    void print(Terminal terminal) {
        if (byCode.isEmpty()) {
            return;
        }
        terminal.line("");
        byCode.values().stream()
                .sorted(Comparator.comparing(each -> -each.size()))
                .forEach(each -> Wrap.item(
                                each.getFirst().code() + ": " + terminal.words().title(each.getFirst()),
                                "%4d × ".formatted(each.size()))
                        .forEach(terminal::line));
    }

    /** Adds {@code causes}: how often each code was the cause. */
    void addTo(ObjectNode node) {
        ObjectNode causes = node.putObject("causes");
        byCode.forEach((code, each) -> causes.put(code, each.size()));
    }
}
