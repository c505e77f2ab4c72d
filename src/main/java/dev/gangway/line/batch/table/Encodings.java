package dev.gangway.line.batch.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Recognises how text is encoded: by its byte order mark, by zero bytes in every second place, by trying. */
final class Encodings {
    /** What Excel writes where it does not write UTF-8. */
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final int SAMPLE = 1 << 16;

    private Encodings() {}

    /**
     * An encoding and the length of its mark.
     *
     * @param mark in bytes
     */
    record Found(Charset charset, int mark) {}

    /** The encoding; empty where it is no text that we know. */
    static Optional<Found> of(Path file) throws IOException {
        byte[] start;
        try (InputStream bytes = Files.newInputStream(file)) {
            start = bytes.readNBytes(SAMPLE);
        }
        if (begins(start, 0xff, 0xfe, 0, 0) || begins(start, 0, 0, 0xfe, 0xff)) {
            return Optional.empty();
        }
        if (begins(start, 0xef, 0xbb, 0xbf)) {
            return Optional.of(new Found(StandardCharsets.UTF_8, 3));
        }
        if (begins(start, 0xff, 0xfe)) {
            return Optional.of(new Found(StandardCharsets.UTF_16LE, 2));
        }
        if (begins(start, 0xfe, 0xff)) {
            return Optional.of(new Found(StandardCharsets.UTF_16BE, 2));
        }
        int[] zeros = new int[2];
        for (int i = 0; i < start.length; i++) {
            if (start[i] == 0) {
                zeros[i & 1]++;
            }
        }
        // text of these languages has a zero in nearly every second byte of UTF-16, and nowhere else
        if (zeros[1] > start.length / 4 && zeros[0] <= zeros[1] / 8) {
            return Optional.of(new Found(StandardCharsets.UTF_16LE, 0));
        }
        if (zeros[0] > start.length / 4 && zeros[1] <= zeros[0] / 8) {
            return Optional.of(new Found(StandardCharsets.UTF_16BE, 0));
        }
        if (zeros[0] + zeros[1] > 0) {
            return Optional.empty();
        }
        for (Charset each : new Charset[] {StandardCharsets.UTF_8, WINDOWS_1252}) {
            if (fits(file, each)) {
                return Optional.of(new Found(each, 0));
            }
        }
        return Optional.empty();
    }

    private static boolean fits(Path file, Charset charset) throws IOException {
        char[] buffer = new char[SAMPLE];
        try (InputStreamReader reader = new InputStreamReader(
                Files.newInputStream(file),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT))) {
            while (reader.read(buffer) >= 0) {
                // only whether it can be read matters
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean begins(byte[] bytes, int... with) {
        if (bytes.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((bytes[i] & 0xff) != with[i]) {
                return false;
            }
        }
        return true;
    }
}
