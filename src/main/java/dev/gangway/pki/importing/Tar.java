package dev.gangway.pki.importing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Walks the files of a tar archive (POSIX.1-1988 ustar; long names as GNU tar and POSIX.1-2001 pax write them) that lies
 * in memory. Links, folders and devices are passed over. Not safe for several threads.
 */
final class Tar {
    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int SIZE_AT = 124;
    private static final int CHECKSUM_AT = 148;
    private static final int TYPE_AT = 156;
    private static final int MAGIC_AT = 257;
    private static final int PREFIX_AT = 345;
    private static final int PREFIX = 155;

    private final byte[] bytes;
    private int at;

    Tar(byte[] bytes) {
        this.bytes = bytes;
    }

    /** One file of it. */
    record Entry(String name, byte[] content) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Whether these begin with a header whose checksum is right. */
    static boolean isTar(byte[] bytes) {
        return bytes.length >= BLOCK && bytes[0] != 0 && isHeader(bytes, 0);
    }

    private static boolean isHeader(byte[] bytes, int at) {
        int sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            boolean checksum = i >= CHECKSUM_AT && i < CHECKSUM_AT + 8;
            sum += checksum ? ' ' : bytes[at + i] & 0xFF;
        }
        try {
            return sum == octal(bytes, at + CHECKSUM_AT, 8);
        } catch (IOException noNumber) {
            return false;
        }
    }

    /**
     * The next file; null at the end.
     *
     * @throws IOException where it is damaged
     */
    @org.jspecify.annotations.Nullable
    Entry next() throws IOException {
        String longName = "";
        while (at + BLOCK <= bytes.length && bytes[at] != 0) {
            if (!isHeader(bytes, at)) {
                throw new IOException("checksum");
            }
            int header = at;
            long size = octal(bytes, header + SIZE_AT, 12);
            if (size < 0 || header + BLOCK + size > bytes.length) {
                throw new IOException("cut off");
            }
            int start = header + BLOCK;
            at = (int) Math.min(bytes.length, start + (size + BLOCK - 1) / BLOCK * BLOCK);
            byte[] content = Arrays.copyOfRange(bytes, start, start + (int) size);
            switch (bytes[header + TYPE_AT]) {
                case 'L' -> longName = text(content, 0, content.length);
                case 'x' -> longName = paxPath(new String(content, StandardCharsets.UTF_8), longName);
                case 0, '0', '7' -> {
                    return new Entry(longName.isEmpty() ? name(header) : longName, content);
                }
                default -> longName = "";
            }
        }
        return null;
    }

    private String name(int header) {
        String name = text(bytes, header, NAME);
        boolean posix = text(bytes, header + MAGIC_AT, 6).equals("ustar");
        String prefix = posix ? text(bytes, header + PREFIX_AT, PREFIX) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static String paxPath(String records, String otherwise) {
        return records.lines()
                .filter(line -> line.contains(" path="))
                .map(line -> line.substring(line.indexOf('=') + 1))
                .findFirst()
                .orElse(otherwise);
    }

    private static String text(byte[] bytes, int at, int length) {
        int end = at;
        while (end < at + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, at, end - at, StandardCharsets.UTF_8);
    }

    private static long octal(byte[] bytes, int at, int length) throws IOException {
        String digits = text(bytes, at, length).strip();
        try {
            return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
        } catch (NumberFormatException damaged) {
            throw new IOException(damaged);
        }
    }
}
