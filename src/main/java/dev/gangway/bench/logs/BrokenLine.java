package dev.gangway.bench.logs;

import java.util.Optional;

/**
 * Puts lines together that a window, a mail or a form broke in the middle of a sentence. Only lines that say nothing by
 * themselves are, and only where the first looks cut off and the next like its rest. Not safe for several threads.
 */
final class BrokenLine {
    private static final int SHORTEST = 25;
    private static final int LONGEST = 400;

    /** A log in which nothing is known is not read twice from end to end. */
    private static final int MOST = 5_000;

    private String before = "";
    private int tried;

    /** The line with what stands before it; nothing where it is no rest of another. */
    Optional<String> with(String line) {
        if (before.length() < SHORTEST || before.length() > LONGEST || line.isEmpty() || tried >= MOST) {
            return Optional.empty();
        }
        char last = before.charAt(before.length() - 1);
        char first = line.charAt(0);
        boolean cut = Character.isLetterOrDigit(last) || ",-:(_".indexOf(last) >= 0;
        boolean rest = Character.isLowerCase(first) || "(-:".indexOf(first) >= 0;
        if (!cut || !rest) {
            return Optional.empty();
        }
        tried++;
        return Optional.of(before + " " + line);
    }

    /** Notes the line that was read, and whether it was understood; the next may be its rest. */
    void after(String line, boolean known) {
        before = known ? "" : with(line).orElse(line);
    }
}
