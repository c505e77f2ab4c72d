package dev.gangway.bench.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Puts a block of a pcapng file together, little-endian. Not safe for several threads. */
final class PcapngBlock {
    private static final int FRAME = 12;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    PcapngBlock i16(int value) {
        body.write(value);
        body.write(value >> 8);
        return this;
    }

    PcapngBlock i32(int value) {
        return i16(value).i16(value >> 16);
    }

    PcapngBlock i64(long value) {
        return i32((int) value).i32((int) (value >> 32));
    }

    PcapngBlock bytes(byte[] bytes) {
        body.writeBytes(bytes);
        return this;
    }

    /** An option that holds text, filled up to four bytes. */
    PcapngBlock option(int code, String text) {
        byte[] value = text.getBytes(StandardCharsets.UTF_8);
        return i16(code).i16(value.length).bytes(value).bytes(new byte[-value.length & 3]);
    }

    /** The block with its type, and its length at both ends; filled up to four bytes. */
    byte[] block(int type) {
        int padding = -body.size() & 3;
        int total = FRAME + body.size() + padding;
        return new PcapngBlock()
                .i32(type)
                .i32(total)
                .bytes(body.toByteArray())
                .bytes(new byte[padding])
                .i32(total)
                .body
                .toByteArray();
    }
}
