package dev.gangway.pki.reading;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes away what other languages put around the lines of a PEM block: escapes and joins of string constants (JSON, C,
 * Java, Python, PHP, Visual Basic), entities and tags of XML and HTML, control words of RTF, soft breaks of mail, and
 * marks at the start of each line as in quoted mail and comments.
 */
final class Wrapping {
    /** From the quote that ends a string constant to the one that begins the next. */
    private static final Pattern JOIN = Pattern.compile("([\"'`])[^\"'`]{0,200}\\1");

    private static final Pattern LINE_BREAK = Pattern.compile("\\\\{1,3}[nrt]|\\\\{1,2}u000[aAdD9]|\\\\{1,2}x0[aAdD9]");
    private static final Pattern CODE = Pattern.compile("\\\\{1,2}(?:u00|x)([0-9A-Fa-f]{2})");
    private static final Pattern ENTITY = Pattern.compile("&#(?:x([0-9A-Fa-f]{1,4})|([0-9]{1,5}));");
    private static final Pattern TAG = Pattern.compile("<[^<>]{1,200}>|&nbsp;|<!\\[CDATA\\[|]]>");
    private static final Pattern RTF = Pattern.compile("\\\\'a0|\\\\[a-z]+-?[0-9]* ?|\\\\~|[{}]");
    private static final Pattern SOFT_BREAK = Pattern.compile("=[ \\t]*\\n");
    private static final Pattern CONTINUED = Pattern.compile("(?m)[ \\t]*\\\\+[ \\t]*$");
    private static final List<Pattern> STARTS = List.of(
            Pattern.compile("^\\s*(?:[>|]\\s?)+"),
            Pattern.compile("^\\s*//+\\s?(?=.)"),
            Pattern.compile("^\\s*(?:[#;%*!']|--|REM\\b|rem\\b)+[ \\t]?"));

    private Wrapping() {}

    /** Whether all lines of a block are a comment as in C++ or Java. */
    static boolean isCommented(String inside) {
        if (!inside.contains("//")) {
            return false;
        }
        List<String> lines = inside.lines().filter(line -> !line.isBlank()).toList();
        return lines.size() > 2
                && lines.stream().allMatch(line -> line.stripLeading().startsWith("//"));
    }

    /**
     * The same without.
     *
     * @param whole the text of the file
     * @param inside what stands between the BEGIN and the END of one block in it
     */
    static String removed(String whole, String inside) {
        String text = inside;
        if (whole.stripLeading().startsWith("{\\rtf")) {
            text = RTF.matcher(text).replaceAll("\n");
        }
        if (whole.contains("=3D") || whole.toLowerCase(Locale.ROOT).contains("quoted-printable")) {
            text = SOFT_BREAK.matcher(text).replaceAll("").replace("=3D", "=").replace("=0A", "\n");
        }
        text = text.replace("\\\"", "\"").replace("\\/", "/");
        text = LINE_BREAK.matcher(text).replaceAll("\n");
        text = CODE.matcher(text).replaceAll(code -> character(Integer.parseInt(code.group(1), 16)));
        text = ENTITY.matcher(text)
                .replaceAll(entity -> character(
                        entity.group(1) == null
                                ? Integer.parseInt(entity.group(2))
                                : Integer.parseInt(entity.group(1), 16)));
        text = JOIN.matcher(text).replaceAll("\n");
        text = TAG.matcher(text).replaceAll("\n");
        text = CONTINUED.matcher(text).replaceAll("");
        return withoutStarts(text);
    }

    private static String character(int code) {
        return Matcher.quoteReplacement(String.valueOf((char) code));
    }

    /** The last line may be the start of the one with END alone, so it does not count. */
    private static String withoutStarts(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        for (Pattern start : STARTS) {
            if (lines.size() > 1
                    && lines.subList(0, lines.size() - 1).stream()
                            .allMatch(line -> start.matcher(line).find())) {
                return lines.stream()
                        .map(line -> start.matcher(line).replaceFirst(""))
                        .collect(Collectors.joining("\n"));
            }
        }
        return text;
    }
}
