package dev.gangway.vault.mapping;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the few forms of CBOR (RFC 8949) that records need, and wipes its buffer when done. */
final class CborWriter implements AutoCloseable {
    private byte[] buffer = new byte[512];
    private int length;

    void integer(long value) {
        if (value >= 0) {
            head(Cbor.UNSIGNED, value);
        } else {
            head(Cbor.NEGATIVE, -1 - value);
        }
    }

    void bytes(byte[] value) {
        head(Cbor.BYTES, value.length);
        append(value);
    }

    void text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        head(Cbor.TEXT, utf8.length);
        append(utf8);
        Arrays.fill(utf8, (byte) 0);
    }

    void array(int size) {
        head(Cbor.ARRAY, size);
    }

    void map(int size) {
        head(Cbor.MAP, size);
    }

    void bool(boolean value) {
        put(value ? Cbor.TRUE : Cbor.FALSE);
    }

    void nothing() {
        put(Cbor.NULL);
    }

    void real(double value) {
        put(Cbor.DOUBLE);
        number(Double.doubleToRawLongBits(value), Long.BYTES);
    }

    byte[] toBytes() {
        return Arrays.copyOf(buffer, length);
    }

    @Override
    public void close() {
        Arrays.fill(buffer, (byte) 0);
    }

    private void head(int major, long argument) {
        if (argument < Cbor.ONE_BYTE) {
            put(major | (int) argument);
        } else if (argument <= 0xFF) {
            put(major | Cbor.ONE_BYTE);
            number(argument, 1);
        } else if (argument <= 0xFFFF) {
            put(major | Cbor.TWO_BYTES);
            number(argument, 2);
        } else if (argument <= 0xFFFF_FFFFL) {
            put(major | Cbor.FOUR_BYTES);
            number(argument, 4);
        } else {
            put(major | Cbor.EIGHT_BYTES);
            number(argument, 8);
        }
    }

    private void number(long value, int bytes) {
        for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) {
            put((int) (value >>> shift));
        }
    }

    private void put(int value) {
        reserve(1);
        buffer[length++] = (byte) value;
    }

    private void append(byte[] value) {
        reserve(value.length);
        System.arraycopy(value, 0, buffer, length, value.length);
        length += value.length;
    }

    private void reserve(int more) {
        if (buffer.length - length < more) {
            byte[] old = buffer;
            buffer = Arrays.copyOf(old, Math.max(old.length * 2, Math.addExact(length, more)));
            Arrays.fill(old, (byte) 0);
        }
    }
}
