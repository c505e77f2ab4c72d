package dev.gangway.vault.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Parts put together so that no two different lists of parts give the same bytes: each goes after its length. */
final class LengthPrefixed {
    private LengthPrefixed() {}

    /**
     * The framed parts.
     *
     * @param parts texts, byte arrays and longs
     */
    static byte[] of(Object... parts) {
        byte[][] encoded = new byte[parts.length][];
        int size = 0;
        for (int i = 0; i < parts.length; i++) {
            encoded[i] = switch (parts[i]) {
                case String text -> text.getBytes(StandardCharsets.UTF_8);
                case byte[] bytes -> bytes;
                case Long number ->
                    ByteBuffer.allocate(Long.BYTES).putLong(number).array();
                default -> throw new IllegalArgumentException("cannot frame " + parts[i].getClass());
            };
            size += Integer.BYTES + encoded[i].length;
        }
        ByteBuffer frame = ByteBuffer.allocate(size);
        for (byte[] part : encoded) {
            frame.putInt(part.length).put(part);
        }
        return frame.array();
    }
}
