package dev.gangway.bench.rules;

import dev.gangway.bench.event.NetDetail.ForeignBytes;
import java.util.HexFormat;

/** Shows the beginning of an answer. */
final class FirstBytes {
    private static final int SHOWN = 8;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    private FirstBytes() {}

    /** The first few bytes, as hexadecimal digits. */
    static String show(ForeignBytes bytes) {
        int length = Math.min(SHOWN, bytes.first().length);
        return HEX.formatHex(bytes.first(), 0, length) + (bytes.first().length > length ? " …" : "");
    }
}
