package dev.gangway.line.batch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Texts and the lines where they were seen first, in 16 to 32 bytes each: five million need 100 MB. Knows a text by 64
 * bits of its SHA-256, so that of five million one in a million lists has two that it takes for the same.
 */
final class SeenOnce {
    private long[] keys = new long[1 << 10];
    private int[] lines = new int[1 << 10];
    private int count;
    private final MessageDigest digest;

    SeenOnce() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The line where this text was seen before, or 0; the first line of a text is kept. */
    long firstLine(String text, long line) {
        if (count * 4L >= keys.length * 3L) {
            grow();
        }
        long key = key(text);
        int at = slot(key);
        if (lines[at] != 0) {
            return lines[at];
        }
        keys[at] = key;
        lines[at] = (int) Math.min(Integer.MAX_VALUE, line);
        count++;
        return 0;
    }

    /** Whether this text was seen. */
    boolean has(String text) {
        return lines[slot(key(text))] != 0;
    }

    private long key(String text) {
        return ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    private int slot(long key) {
        int at = (int) (key & keys.length - 1);
        while (lines[at] != 0 && keys[at] != key) {
            at = at + 1 & keys.length - 1;
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldLines = lines;
        keys = new long[oldKeys.length * 2];
        lines = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldLines[i] != 0) {
                int at = slot(oldKeys[i]);
                keys[at] = oldKeys[i];
                lines[at] = oldLines[i];
            }
        }
    }
}
