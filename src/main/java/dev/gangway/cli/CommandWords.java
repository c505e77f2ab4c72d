package dev.gangway.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words of a line, as a shell would part them: by blanks, with single quotes around what is meant as it is, double
 * quotes around what may hold blanks, and a backslash before a letter that stands for itself. Nothing else is special:
 * no variables, no patterns.
 */
final class CommandWords {
    private CommandWords() {}

    /** The words, at least one; empty where a quote is not closed. The line must not be blank. */
    static Optional<List<String>> of(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean begun = false;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char each = line.charAt(i);
            if (each == '\\' && quote != '\'' && i + 1 < line.length()) {
                i++;
                word.append(line.charAt(i));
                begun = true;
            } else if (quote != 0) {
                if (each == quote) {
                    quote = 0;
                } else {
                    word.append(each);
                }
            } else if (each == '\'' || each == '"') {
                quote = each;
                begun = true;
            } else if (!Character.isWhitespace(each)) {
                word.append(each);
                begun = true;
            } else if (begun) {
                words.add(word.toString());
                word.setLength(0);
                begun = false;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return quote == 0 ? Optional.of(words) : Optional.empty();
    }
}
