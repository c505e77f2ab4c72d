package dev.gangway.pki;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Remembers what signatures have shown: whether a key and a certificate belong together never changes, and asking again
 * costs as much as a handshake. A question is kept as a hash over a salt of this process, so that nothing of a key stays
 * in memory. Bounded; safe for use by several threads.
 */
public final class Remembered {
    /** The newest; a line has a few questions a unit under way. */
    private static final int MOST = 4_096;

    private static final byte[] SALT = new SecureRandom().generateSeed(32);

    private final byte[] about;
    private final Map<ByteBuffer, Boolean> answers = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Boolean> eldest) {
            return size() > MOST;
        }
    };

    /** Of questions of this kind. */
    public Remembered(String about) {
        this.about = about.getBytes(StandardCharsets.UTF_8);
    }

    /** What was found out before about exactly this, or what {@code slow} finds out now. */
    public boolean answer(BooleanSupplier slow, byte[]... question) {
        ByteBuffer hash = ByteBuffer.wrap(hash(question));
        synchronized (answers) {
            Boolean known = answers.get(hash);
            if (known != null) {
                return known;
            }
        }
        boolean found = slow.getAsBoolean();
        synchronized (answers) {
            answers.put(hash, found);
        }
        return found;
    }

    /** What is true because we made it so. */
    void know(byte[]... question) {
        ByteBuffer hash = ByteBuffer.wrap(hash(question));
        synchronized (answers) {
            answers.put(hash, true);
        }
    }

    private byte[] hash(byte[]... question) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(SALT);
            digest.update(about);
            for (byte[] part : question) {
                digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, part.length));
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
