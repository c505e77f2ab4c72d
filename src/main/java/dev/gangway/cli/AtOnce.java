package dev.gangway.cli;

import dev.gangway.support.Version;
import java.util.function.Supplier;

/**
 * Answers to what needs neither the parser of options nor anything that commands work with: they come as soon as the JVM
 * is up. Whatever else was typed goes to the parser, which also knows these.
 */
final class AtOnce {
    private AtOnce() {}

    /** Answers, where it can; makes the terminal only then. */
    static boolean answers(Supplier<Terminal> terminal, String... args) {
        return switch (args[0]) {
            case "--version", "-V" -> args.length == 1 && version(terminal.get());
            case "explain" -> args.length == 2 && !args[1].startsWith("-") && explains(terminal.get(), args[1]);
            default -> false;
        };
    }

    private static boolean version(Terminal terminal) {
        for (String line : Version.lines()) {
            terminal.line(line);
        }
        return true;
    }

    private static boolean explains(Terminal terminal, String code) {
        Explanation explanation = new Explanation(terminal);
        boolean known = explanation.knows(code);
        if (known) {
            explanation.print(code);
        }
        return known;
    }
}
