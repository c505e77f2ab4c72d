package dev.gangway.pki.reading;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.PkiCode;
import java.util.Arrays;
import java.util.Base64;

/** The base64 of one PEM block: decodes it, or says in which line it is damaged. */
final class Base64Body {
    private Base64Body() {}

    /**
     * Decodes.
     *
     * @param file name of the file, for messages
     * @param body the text between the markers, without headers
     * @param firstLine line of the file in which the body begins
     */
    static Outcome<byte[]> decode(String file, String body, int firstLine) {
        byte[] kept = new byte[body.length()];
        int length = 0;
        int line = firstLine;
        int lastLine = firstLine;
        int column = 0;
        int padding = 0;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            column++;
            if (c == '\n') {
                line++;
                column = 0;
            } else if (!isBlank(c)) {
                boolean pad = c == '=';
                if (!pad && (padding > 0 || !isBase64(c))) {
                    return damaged(file, line)
                            .fact(isBase64(c) ? "pki.padding-inside" : "pki.bad-character", "column", column)
                            .remedy("pki.copy-again")
                            .failed();
                }
                padding += pad ? 1 : 0;
                lastLine = line;
                kept[length++] = (byte) c;
            }
        }
        if (length == 0 || length % 4 != 0 || padding > 2) {
            return damaged(file, oddLine(body, firstLine, lastLine))
                    .fact("pki.base64-length", "count", length - padding)
                    .remedy("pki.copy-again")
                    .failed();
        }
        try {
            return Outcome.ok(Base64.getDecoder().decode(Arrays.copyOf(kept, length)));
        } catch (IllegalArgumentException oddPadding) {
            return damaged(file, lastLine).remedy("pki.copy-again").failed();
        } finally {
            Arrays.fill(kept, (byte) 0);
        }
    }

    /** The first line that is not as long as the one before it, which is where something was lost; or the last. */
    private static int oddLine(String body, int firstLine, int lastLine) {
        String[] lines = body.split("\n", -1);
        int width = 0;
        for (int i = 0; i < lines.length; i++) {
            int length = lines[i].strip().length();
            if (width == 0) {
                width = length;
            } else if (length != width && firstLine + i < lastLine) {
                return firstLine + i;
            }
        }
        return lastLine;
    }

    private static Diagnosis.Builder damaged(String file, int line) {
        return Diagnosis.of(PkiCode.PEM_BASE64)
                .with("file", file)
                .with("line", line)
                .evidence(Evidence.inFile(file, line, "pki.line", "line", line));
    }

    /** Also the spaces that web pages and word processors bring along. */
    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
    }

    private static boolean isBase64(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/';
    }
}
