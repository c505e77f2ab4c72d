package dev.gangway.line.serial;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The symbology identifier that a scanner may send in front (ISO/IEC 15424): {@code ]}, a letter, a digit.
 *
 * @param text empty where there is none
 */
record Symbology(String text) {
    private static final Pattern SHAPE = Pattern.compile("\\][A-Za-z][0-9A-Za-z]");

    /** GS1-128, GS1 DataBar, GS1 Data Matrix, GS1 QR Code, GS1 DotCode; GS1 General Specifications, figure 5.1.6-2. */
    private static final Set<String> GS1 = Set.of("]C1", "]e0", "]e1", "]e2", "]d2", "]Q3", "]J1");

    static Symbology of(String scan) {
        Matcher matcher = SHAPE.matcher(scan);
        return new Symbology(matcher.lookingAt() ? matcher.group() : "");
    }

    int length() {
        return text.length();
    }

    boolean isGs1() {
        return GS1.contains(text);
    }
}
