package dev.gangway.diagnosis;

/**
 * Makes text harmless for a terminal or a page and keeps it on its line: control characters (C0, C1, DEL) steer it, directional
 * formatting (Unicode UAX 9) shows a text in another order than it is, invisible formatting hides that two are not the
 * same.
 */
public final class Printable {
    private static final char REPLACED = '\ufffd';
    private static final int PICTURES = 0x2400;
    private static final int PICTURE_OF_DELETE = 0x2421;
    private static final int DELETE = 0x7f;

    /** File systems take 255 bytes; endings and moments come behind it. */
    private static final int LONGEST_FILE_NAME = 100;

    private Printable() {}

    /** The text with a visible sign in place of each such character. */
    public static String of(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(each -> append(safe, each));
        return safe.toString();
    }

    /**
     * What somebody else has said, as one line to show: white space as single blanks, cut after so many characters.
     *
     * @param most characters of the text, at least 1
     */
    public static String quoted(String text, int most) {
        return line(text.replaceAll("\\s+", " ").strip(), most);
    }

    /**
     * Text as one line to show, with a visible sign in place of each such character, cut after so many.
     *
     * @param most characters of the text, at least 1
     */
    public static String line(String text, int most) {
        String kept = cut(text, most);
        int odd = 0;
        while (odd < kept.length() && kept.charAt(odd) >= ' ' && kept.charAt(odd) < DELETE) {
            odd++;
        }
        return odd == kept.length() ? kept : of(kept);
    }

    /** The text as it is, cut after so many characters and never within one of two halves. */
    public static String cut(String text, int most) {
        if (text.length() <= most || text.length() == most + 1 && text.endsWith("…")) {
            return text; // maybe cut before
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most) + "…";
    }

    /**
     * A name that somebody gave as the beginning of a file's name on every system: ASCII letters, digits, dot, underscore
     * and hyphen, no more than 100 of them, no option and no folder.
     */
    public static String fileName(String name) {
        String safe = name.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^(-|\\.+$)", "_");
        return safe.substring(0, Math.min(safe.length(), LONGEST_FILE_NAME));
    }

    /** The text with a visible sign in place of each such character but line feeds and tabulators. */
    public static String ofLines(String text) {
        int odd = 0;
        while (odd < text.length() && isPlain(text.charAt(odd))) {
            odd++;
        }
        if (odd == text.length()) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(each -> {
            if (each == '\n' || each == '\t') {
                safe.append((char) each);
            } else {
                append(safe, each);
            }
        });
        return safe.toString();
    }

    private static boolean isPlain(char each) {
        return each >= ' ' && each < DELETE || each == '\n';
    }

    /** Whether this code point can be printed as it is. */
    public static boolean is(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                false;
            // joiners are part of how some scripts are spelled; a soft hyphen shows nothing and moves nothing
            case Character.FORMAT -> codePoint == 0x200c || codePoint == 0x200d || codePoint == 0xad;
            case Character.UNASSIGNED -> !isNoncharacter(codePoint);
            default -> true;
        };
    }

    /** Appends this code point, or the visible sign in its place. */
    public static void append(StringBuilder to, int codePoint) {
        if (is(codePoint)) {
            to.appendCodePoint(codePoint);
        } else if (codePoint < ' ') {
            to.append((char) (PICTURES + codePoint));
        } else if (codePoint == DELETE) {
            to.append((char) PICTURE_OF_DELETE);
        } else {
            to.append(REPLACED);
        }
    }

    private static boolean isNoncharacter(int codePoint) {
        return codePoint >= 0xfdd0 && codePoint <= 0xfdef || (codePoint & 0xfffe) == 0xfffe;
    }
}
