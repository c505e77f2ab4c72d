package dev.gangway.ui.kit;

import dev.gangway.line.unit.UnitVerdict;
import dev.gangway.ui.text.Words;
import java.util.regex.Pattern;

/** Verdicts and causes of units, as every screen of the line shows them. */
public final class LineWords {
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

    private LineWords() {}

    /** How good or bad a verdict is. */
    public static Level level(UnitVerdict verdict) {
        return switch (verdict) {
            case PASS -> Level.OK;
            case FAIL -> Level.BAD;
            case QUEUED, ERROR -> Level.WARNING;
        };
    }

    /** What a cause is called that several units share: its title, without what differs from one to the next. */
    public static String cause(Words words, String code) {
        String key = "diagnosis." + code + ".title";
        return words.has(key) ? PLACE.matcher(words.get(key)).replaceAll("…") : code;
    }

    /** A part of the whole as a percentage with one decimal place. */
    public static String percent(Words words, double part) {
        return String.format(words.locale(), "%.1f %%", 100 * part);
    }
}
