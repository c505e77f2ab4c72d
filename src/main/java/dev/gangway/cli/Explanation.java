package dev.gangway.cli;

import dev.gangway.cli.Terminal.Colour;
import dev.gangway.ui.text.Words;
import dev.gangway.ui.text.guide.ExplainedCode;
import java.util.List;

/** What a diagnosis code stands for, printed. Uses neither the parser of options nor a library, so it comes at once. */
final class Explanation {
    private final Terminal terminal;
    private final Words words;

    Explanation(Terminal terminal) {
        this.terminal = terminal;
        this.words = terminal.words();
    }

    /** Whether a diagnosis has this code. */
    boolean knows(String code) {
        return ExplainedCode.exists(code, words);
    }

    /** Title, meaning, what shows it, and remedies of a code that is known. */
    void print(String code) {
        ExplainedCode explained = ExplainedCode.of(code, words);
        terminal.line(terminal.in(Colour.STRONG, explained.title()));
        Wrap.lines(explained.text(), "  ").forEach(terminal::line);
        terminal.line("");
        terminal.line(words.get("help.shown") + ":");
        explained.shownBy().forEach(shown -> {
            Wrap.lines(shown.how(), "  ").forEach(terminal::line);
            shown.facts().forEach(fact -> Wrap.item(fact, "    - ").forEach(terminal::line));
        });
        List<String> remedies = explained.remedies();
        if (!remedies.isEmpty()) {
            terminal.line("");
            terminal.say("remedies");
            for (int i = 0; i < remedies.size(); i++) {
                Wrap.item(remedies.get(i), "  " + (i + 1) + ". ").forEach(terminal::line);
            }
        }
    }

    /** All codes with their titles. */
    void printAll() {
        TextTable table = TextTable.of(words, "code", "meaning");
        codes().forEach(each -> table.row(each, words.get("diagnosis." + each + ".title")));
        table.print(terminal);
    }

    /** All codes, in the order of the alphabet. */
    List<String> codes() {
        return ExplainedCode.codes(words);
    }
}
