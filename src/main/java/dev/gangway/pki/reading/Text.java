package dev.gangway.pki.reading;

import dev.gangway.diagnosis.Evidence;
import dev.gangway.pki.Source;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a file that may be PEM, as people's tools leave it: with a byte order mark, in UTF-16 as PowerShell
 * writes it, with the line breaks of other systems, with {@code \n} spelled out as in JSON, or as a part of a URL.
 *
 * @param text with line feeds only
 * @param lineStarts where each line begins
 * @param notices what was put right
 */
record Text(String text, int[] lineStarts, List<Evidence> notices) {
    private static final Pattern IN_URL = Pattern.compile("-----BEGIN(%20|\\+)[A-Z]");
    private static final Pattern PERCENT = Pattern.compile("%([0-9A-Fa-f]{2})");

    /** So many characters tell whether every other byte is zero. */
    private static final int PROBE = 64;

    static Text of(Source source) {
        byte[] bytes = source.bytes();
        List<Evidence> notices = new ArrayList<>();
        String text = decoded(source.name(), bytes, notices);
        if (text.indexOf('\n') < 0 && text.contains("\\n")) {
            notices.add(Evidence.inFile(source.name(), 1, "pki.notice.escaped-lines"));
            text = text.replace("\\r", "").replace("\\n", "\n");
        }
        Matcher inUrl = IN_URL.matcher(text);
        if (inUrl.find()) {
            notices.add(Evidence.inFile(source.name(), 1, "pki.notice.in-url"));
            String spaced = inUrl.group(1).equals("+") ? text.replace('+', ' ') : text;
            text = PERCENT.matcher(spaced)
                    .replaceAll(
                            hex -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(hex.group(1), 16))));
        }
        if (text.indexOf('\r') >= 0) {
            notices.add(Evidence.inFile(source.name(), 1, "pki.notice.crlf"));
            text = text.replace("\r\n", "\n").replace('\r', '\n');
        }
        return new Text(text, lineStarts(text), notices);
    }

    private static String decoded(String file, byte[] bytes, List<Evidence> notices) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            notices.add(Evidence.inFile(file, 1, "pki.notice.bom"));
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            notices.add(Evidence.inFile(file, 1, "pki.notice.utf16"));
            return new String(bytes, StandardCharsets.UTF_16);
        }
        if (isSpread(bytes, 1) || isSpread(bytes, 0)) {
            notices.add(Evidence.inFile(file, 1, "pki.notice.utf16"));
            return new String(bytes, isSpread(bytes, 1) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException older) {
            // What Windows' older programs write; dashes and spaces of word processors are there as well.
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    /** Whether it is ASCII in UTF-16 without a byte order mark: every other byte is zero, and none of the rest. */
    private static boolean isSpread(byte[] bytes, int zeros) {
        int length = Math.min(bytes.length, PROBE) & ~1;
        if (length < 16) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[i] == 0 != (i % 2 == zeros)) {
                return false;
            }
        }
        return true;
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int lines = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            if (lines == starts.length) {
                starts = Arrays.copyOf(starts, 2 * lines);
            }
            starts[lines++] = at + 1;
        }
        return Arrays.copyOf(starts, lines);
    }

    /** The line of a place in the text, counted from 1. */
    int line(int at) {
        int found = Arrays.binarySearch(lineStarts, at);
        return found >= 0 ? found + 1 : -found - 1;
    }

    private static boolean startsWith(byte[] bytes, int... first) {
        if (bytes.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if ((bytes[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }
}
