package dev.gangway.vault.sealing;

import dev.gangway.vault.VaultLockedException;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** A key that can be wiped, which the one of the JDK cannot. Safe for use by several threads. */
final class KeyBytes implements SecretKey {
    private static final long serialVersionUID = 1L;
    private static final int MOST_RESTING = 16;

    private final String algorithm;
    private final transient byte[] bytes;
    private transient boolean destroyed;
    private transient @Nullable Mac mac;
    /** Ciphers of AES-GCM that nobody uses at the moment: to find one among the providers takes as long as to open a row. */
    private final transient Deque<Cipher> resting = new ArrayDeque<>();

    /** Takes the bytes over. */
    KeyBytes(String algorithm, byte[] bytes) {
        this.algorithm = algorithm;
        this.bytes = bytes;
    }

    @Override
    public String getAlgorithm() {
        return algorithm;
    }

    @Override
    public String getFormat() {
        return "RAW";
    }

    @Override
    public synchronized byte[] getEncoded() {
        if (destroyed) {
            throw new VaultLockedException();
        }
        return bytes.clone();
    }

    /** HMAC-SHA-256 that has been given this key; for cloning alone. */
    synchronized Mac mac() {
        if (destroyed) {
            throw new VaultLockedException();
        }
        if (mac == null) {
            try {
                mac = Mac.getInstance("HmacSHA256");
                mac.init(this);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
            }
        }
        return mac;
    }

    /** A cipher of AES-GCM for the caller alone, to be given its mode and nonce before each use. */
    Cipher cipher() throws GeneralSecurityException {
        synchronized (this) {
            Cipher one = resting.poll();
            if (one != null) {
                return one;
            }
        }
        return Cipher.getInstance("AES/GCM/NoPadding");
    }

    /** Takes one back after it has done its work; one that failed is left to the collector. */
    synchronized void rest(Cipher cipher) {
        if (!destroyed && resting.size() < MOST_RESTING) {
            resting.push(cipher);
        }
    }

    @Override
    public synchronized void destroy() {
        destroyed = true;
        resting.clear();
        mac = null;
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public synchronized boolean isDestroyed() {
        return destroyed;
    }
}
