package dev.gangway.bench.logs;

import java.util.regex.Pattern;

/**
 * A line without what was put around it: colours of terminals, the JSON of Docker and of cloud logs, characters that
 * would steer a terminal or turn the direction of writing.
 *
 * @param number from 1
 * @param text what is left
 */
record LogLine(int number, String text) {
    /** Longer lines are read up to here. */
    static final int LONGEST = 4_096;

    private static final Pattern COLOUR =
            Pattern.compile("\\u001b?\\[\\d{1,2}(?:;\\d{1,3})*m|\\u001b\\[[0-9;?]*[A-Za-z]");

    /** Quoted for JSON, or for another log. */
    private static final Pattern ESCAPED = Pattern.compile("^[{\\[\"]|\\\\[nr](?![a-z]{3})|\\\\u001b");

    private static final Pattern DASH_BEFORE_NUMBER = Pattern.compile("[\u2010-\u2015\u2212](?=\\d)");

    static LogLine of(int number, String raw) {
        String line = raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw;
        if (line.indexOf('\\') >= 0 && ESCAPED.matcher(line).find()) {
            line = unwrapped(line);
        }
        if (line.indexOf('&') >= 0) {
            line = withoutEntities(line);
        }
        if (line.indexOf('[') >= 0) {
            line = COLOUR.matcher(line).replaceAll("");
        }
        return new LogLine(number, clean(plain(line)).strip());
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    private static String unwrapped(String json) {
        return json.replace("\\u001b", "\u001b")
                .replace("\\n", " ")
                .replace("\\r", " ")
                .replace("\\t", " ")
                .replace("\\\"", "\"")
                .replace("\\/", "/")
                .replace("\\\\", "\\");
    }

    /** Of a page that was copied with its marks. */
    private static String withoutEntities(String line) {
        return line.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
    }

    /** Word processors and forums put finer marks in the place of plain ones. */
    private static String plain(String line) {
        if (isPlain(line)) {
            return line;
        }
        return DASH_BEFORE_NUMBER
                .matcher(line)
                .replaceAll("-")
                .replace('\u201c', '"')
                .replace('\u201d', '"')
                .replace('\u201e', '"')
                .replace('\u2033', '"')
                .replace('\u2018', '\'')
                .replace('\u2019', '\'')
                .replace('\u00a0', ' ');
    }

    private static boolean isPlain(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) >= 0xA0) {
                return false;
            }
        }
        return true;
    }

    private static String clean(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (unwanted(line.charAt(i))) {
                StringBuilder kept = new StringBuilder(line.length());
                line.chars().forEach(c -> kept.append(unwanted((char) c) ? ' ' : (char) c));
                return kept.toString();
            }
        }
        return line;
    }

    private static boolean unwanted(char c) {
        return Character.isISOControl(c) || c >= 0x80 && Character.getType(c) == Character.FORMAT;
    }
}
