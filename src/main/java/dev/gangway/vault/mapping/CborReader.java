package dev.gangway.vault.mapping;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads what {@link CborWriter} writes, and passes over any other CBOR. Any other bytes end in a
 * {@link MalformedCborException}, never in a crash.
 */
final class CborReader {
    /** Far more than any record nests; keeps hostile bytes from overflowing the stack. */
    private static final int MAX_DEPTH = 100;

    private final byte[] bytes;
    private int at;

    CborReader(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean isAtEnd() {
        return at == bytes.length;
    }

    long integer() {
        int first = next();
        long argument = argument(first);
        return switch (first & 0xE0) {
            case Cbor.UNSIGNED -> argument;
            case Cbor.NEGATIVE -> -1 - argument;
            default -> throw unexpected("an integer", first);
        };
    }

    byte[] bytes() {
        return content(Cbor.BYTES, "bytes");
    }

    String text() {
        byte[] utf8 = content(Cbor.TEXT, "text");
        String text = new String(utf8, StandardCharsets.UTF_8);
        Arrays.fill(utf8, (byte) 0);
        return text;
    }

    int array() {
        return size(Cbor.ARRAY, "an array");
    }

    int map() {
        return size(Cbor.MAP, "a map");
    }

    boolean bool() {
        int first = next();
        if (first != Cbor.TRUE && first != Cbor.FALSE) {
            throw unexpected("a boolean", first);
        }
        return first == Cbor.TRUE;
    }

    double real() {
        int first = next();
        if (first != Cbor.DOUBLE) {
            throw unexpected("a double", first);
        }
        return Double.longBitsToDouble(number(Long.BYTES));
    }

    /** Whether null comes next; takes it if so. */
    boolean nothing() {
        if (at < bytes.length && (bytes[at] & 0xFF) == Cbor.NULL) {
            at++;
            return true;
        }
        return false;
    }

    /** Passes over one item, whatever it is: any that RFC 8949 knows, whoever wrote it. */
    void skip() {
        skip(0);
    }

    private void skip(int depth) {
        if (depth > MAX_DEPTH) {
            throw new MalformedCborException("nested too deeply");
        }
        int first = next();
        boolean endless = (first & 0x1F) == Cbor.ENDLESS;
        switch (first & 0xE0) {
            case Cbor.UNSIGNED, Cbor.NEGATIVE -> argument(first);
            case Cbor.BYTES, Cbor.TEXT -> {
                if (endless) {
                    skipToEnd(depth);
                } else {
                    int length = fitting(argument(first)); // moves to the content
                    at += length;
                }
            }
            case Cbor.ARRAY, Cbor.MAP -> {
                if (endless) {
                    skipToEnd(depth);
                } else {
                    long count = fitting(argument(first));
                    skipItems((first & 0xE0) == Cbor.MAP ? count * 2 : count, depth);
                }
            }
            case Cbor.TAG -> {
                argument(first);
                skip(depth + 1);
            }
            default -> argument(first); // true, null, floating point: their bytes are where an argument would be
        }
    }

    private void skipItems(long count, int depth) {
        for (long i = 0; i < count; i++) {
            skip(depth + 1);
        }
    }

    private void skipToEnd(int depth) {
        while (!ends()) {
            skip(depth + 1);
        }
    }

    /** Whether an item of no given length ends here; takes its end if so. */
    private boolean ends() {
        if (at < bytes.length && (bytes[at] & 0xFF) == Cbor.END) {
            at++;
            return true;
        }
        return false;
    }

    private byte[] content(int major, String expected) {
        if (at < bytes.length && (bytes[at] & 0xFF) == (major | Cbor.ENDLESS)) {
            at++;
            return pieces(major, expected);
        }
        int length = size(major, expected);
        byte[] content = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return content;
    }

    /** A string of no given length: pieces that have one, and an end. */
    private byte[] pieces(int major, String expected) {
        byte[] all = new byte[0];
        while (!ends()) {
            int length = size(major, expected);
            byte[] longer = Arrays.copyOf(all, all.length + length);
            System.arraycopy(bytes, at, longer, all.length, length);
            Arrays.fill(all, (byte) 0);
            all = longer;
            at += length;
        }
        return all;
    }

    /** A length or count; each element takes a byte at least, so it cannot exceed what is left. */
    private int size(int major, String expected) {
        int first = next();
        if ((first & 0xE0) != major) {
            throw unexpected(expected, first);
        }
        return fitting(argument(first));
    }

    private int fitting(long size) {
        if (size < 0 || size > bytes.length - at) {
            throw new MalformedCborException("a length of " + size + " at byte " + at + " exceeds what is left");
        }
        return (int) size;
    }

    private long argument(int first) {
        int low = first & 0x1F;
        return switch (low) {
            case Cbor.ONE_BYTE -> number(1);
            case Cbor.TWO_BYTES -> number(2);
            case Cbor.FOUR_BYTES -> number(4);
            case Cbor.EIGHT_BYTES -> number(8);
            default -> {
                if (low > Cbor.EIGHT_BYTES) {
                    throw unexpected("a known length", first);
                }
                yield low;
            }
        };
    }

    private long number(int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | next();
        }
        return value;
    }

    private int next() {
        if (at == bytes.length) {
            throw new MalformedCborException("ends too early");
        }
        return bytes[at++] & 0xFF;
    }

    private MalformedCborException unexpected(String expected, int first) {
        return new MalformedCborException(
                "expected " + expected + " at byte " + (at - 1) + ", found 0x" + Integer.toHexString(first));
    }
}
