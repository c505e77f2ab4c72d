package dev.gangway.pki.reading;

import dev.gangway.diagnosis.Evidence;
import dev.gangway.pki.Source;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The text of a file that may be PEM, as people's tools leave it: with a byte order mark, in UTF-16 as PowerShell
 * writes it, with the line breaks of other systems, or with {@code \n} spelled out as in JSON.
 *
 * @param text with line feeds only
 * @param lineStarts where each line begins
 * @param notices what was put right
 */
record Text(String text, int[] lineStarts, List<Evidence> notices) {
    static Text of(Source source) {
        byte[] bytes = source.bytes();
        List<Evidence> notices = new ArrayList<>();
        int skip = 0;
        Charset charset = StandardCharsets.ISO_8859_1;
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            skip = 3;
            charset = StandardCharsets.UTF_8;
            notices.add(Evidence.inFile(source.name(), 1, "pki.notice.bom"));
        } else if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            charset = StandardCharsets.UTF_16;
            notices.add(Evidence.inFile(source.name(), 1, "pki.notice.utf16"));
        }
        String text = new String(bytes, skip, bytes.length - skip, charset);
        if (text.indexOf('\n') < 0 && text.contains("\\n")) {
            notices.add(Evidence.inFile(source.name(), 1, "pki.notice.escaped-lines"));
            text = text.replace("\\r", "").replace("\\n", "\n");
        }
        if (text.indexOf('\r') >= 0) {
            notices.add(Evidence.inFile(source.name(), 1, "pki.notice.crlf"));
            text = text.replace("\r\n", "\n").replace('\r', '\n');
        }
        return new Text(text, lineStarts(text), notices);
    }

    private static int[] lineStarts(String text) {
        return IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, text.length())
                                .filter(i -> text.charAt(i) == '\n')
                                .map(i -> i + 1))
                .toArray();
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
