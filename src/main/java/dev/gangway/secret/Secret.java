package dev.gangway.secret;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Bytes that must not be seen: a token, a password, a private key. Prints as dots, is compared in constant time, and
 * is wiped by {@link #close}. Safe for use by several threads; after closing every use throws
 * {@link IllegalStateException}.
 */
public final class Secret implements AutoCloseable {
    private final byte[] bytes;
    private boolean closed;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes a copy; the caller wipes its own. */
    public static Secret copyOf(byte[] bytes) {
        return new Secret(bytes.clone());
    }

    /** Takes a copy as UTF-8; the caller wipes its own. */
    public static Secret copyOf(char[] chars) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(chars));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(encoded.array(), (byte) 0);
        return new Secret(bytes);
    }

    /** Takes text, as UTF-8. A String cannot be wiped: only where a library or a control hands us one. */
    public static Secret of(String text) {
        return new Secret(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Lends a copy of the bytes, which is wiped when {@code use} returns. */
    public synchronized <R> R withBytes(Function<byte[], R> use) {
        requireOpen();
        byte[] copy = bytes.clone();
        try {
            return use.apply(copy);
        } finally {
            Arrays.fill(copy, (byte) 0);
        }
    }

    /** Lends the characters, which are wiped when {@code use} returns. */
    public <R> R withChars(Function<char[], R> use) {
        return withBytes(copy -> {
            CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(copy));
            char[] chars = new char[decoded.remaining()];
            decoded.get(chars);
            Arrays.fill(decoded.array(), '\0');
            try {
                return use.apply(chars);
            } finally {
                Arrays.fill(chars, '\0');
            }
        });
    }

    /** The secret as text, for libraries that take nothing else and for showing it on purpose. */
    public String reveal() {
        return withBytes(copy -> new String(copy, StandardCharsets.UTF_8));
    }

    /** Number of bytes. */
    public synchronized int length() {
        requireOpen();
        return bytes.length;
    }

    /** An independent copy, which outlives this one. */
    public Secret copy() {
        return withBytes(Secret::copyOf);
    }

    /** Wipes it. */
    @Override
    public synchronized void close() {
        closed = true;
        Arrays.fill(bytes, (byte) 0);
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this secret was wiped");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that
                && withBytes(mine -> that.withBytes(theirs -> MessageDigest.isEqual(mine, theirs)));
    }

    @Override
    public int hashCode() {
        return 1; // equal secrets must agree, and a hash of the content would leak some of it
    }

    @Override
    public String toString() {
        return "••••••";
    }
}
