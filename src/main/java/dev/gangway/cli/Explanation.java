package dev.gangway.cli;

import dev.gangway.bench.logs.Cause;
import dev.gangway.bench.rules.BenchCode;
import dev.gangway.bench.rules.Catalogue;
import dev.gangway.cli.Terminal.Colour;
import dev.gangway.ui.text.Words;
import java.util.List;

/** What a diagnosis code stands for, printed. Uses neither the parser of options nor a library, so it comes at once. */
final class Explanation {
    private static final String PREFIX = "diagnosis.";
    private static final String SUFFIX = ".title";

    private final Terminal terminal;
    private final Words words;

    Explanation(Terminal terminal) {
        this.terminal = terminal;
        this.words = terminal.words();
    }

    /** Whether a diagnosis has this code. */
    boolean knows(String code) {
        return words.has(PREFIX + code + SUFFIX);
    }

    /** Title, meaning and remedies of a code that is known. */
    void print(String code) {
        terminal.line(terminal.in(Colour.STRONG, open(words.get(PREFIX + code + SUFFIX))));
        Wrap.lines(open(words.get(PREFIX + code + ".text")), "  ").forEach(terminal::line);
        List<String> remedies = Catalogue.find(code)
                .map(BenchCode::remedyKeys)
                .or(() -> Cause.find(code).map(Cause::remedies))
                .orElse(List.of());
        if (!remedies.isEmpty()) {
            terminal.line("");
            terminal.say("remedies");
            for (int i = 0; i < remedies.size(); i++) {
                Wrap.item(open(words.get("remedy." + remedies.get(i))), "  " + (i + 1) + ". ")
                        .forEach(terminal::line);
            }
        }
    }

    /** All codes with their titles. */
    void printAll() {
        TextTable table = TextTable.of(words, "code", "meaning");
        codes().forEach(each -> table.row(each, words.get(PREFIX + each + SUFFIX)));
        table.print(terminal);
    }

    /** All codes, in the order of the alphabet. */
    List<String> codes() {
        return words.keys().stream()
                .filter(key -> key.startsWith(PREFIX) && key.endsWith(SUFFIX))
                .map(key -> key.substring(PREFIX.length(), key.length() - SUFFIX.length()))
                .sorted()
                .toList();
    }

    /** Named places have no value here: shown as ‹host› they read as what they stand for. */
    private static String open(String text) {
        return text.replaceAll("\\{(\\w+)}", "‹$1›");
    }
}
