package dev.gangway.pki.bouncycastle;

import dev.gangway.diagnosis.Diagnosis;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * What it costs to open a BKS or UBER key store with all its keys; Bouncy Castle would derive each key without asking,
 * and allocate as many bytes as a length says. Their layout is that of Bouncy Castle's BcKeyStoreSpi.
 */
final class BksCost {
    private static final int SALT_AT = 8;
    private static final int SALT = 20;
    private static final int COUNT_AT = SALT_AT + SALT;
    private static final int HEADER = COUNT_AT + 4;
    /** HMAC with SHA-1 over all entries. */
    private static final int DIGEST = 20;

    private static final int CERTIFICATE = 1;
    private static final int KEY = 2;
    private static final int SECRET = 3;
    private static final int SEALED = 4;

    private BksCost() {}

    /**
     * Whether its entries can be walked to the digest that ends it, which is so in BKS alone: that what is encrypted
     * begins like the end of the entries happens in one UBER of 256.
     */
    static boolean isPlain(byte[] bytes) {
        ByteArrayInputStream body = body(bytes);
        try {
            return walk(body, new DerivationCost("")) != null || body.available() == DIGEST;
        } catch (IOException encrypted) {
            return false;
        }
    }

    /** Why not to open a BKS; empty where the cost is bearable. */
    static Optional<Diagnosis> refuse(String file, byte[] bytes) {
        DerivationCost cost = new DerivationCost(file);
        Optional<Diagnosis> refused = cost.add(count(bytes));
        try {
            return refused.isPresent() ? refused : Optional.ofNullable(walk(body(bytes), cost));
        } catch (IOException checkedBefore) {
            return Optional.empty();
        }
    }

    /** Why not to open an UBER; empty where the cost is bearable, or the passphrase wrong. */
    static Optional<Diagnosis> refuseSealed(String file, byte[] bytes, char[] passphrase) {
        DerivationCost cost = new DerivationCost(file);
        Optional<Diagnosis> refused = cost.add(count(bytes));
        if (refused.isPresent()) {
            return refused;
        }
        String algorithm = "PBEWithSHAAndTwofish-CBC";
        PBEKeySpec spec = new PBEKeySpec(passphrase);
        try {
            Cipher cipher = Cipher.getInstance(algorithm, Providers.BC);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    SecretKeyFactory.getInstance(algorithm, Providers.BC).generateSecret(spec),
                    new PBEParameterSpec(
                            Arrays.copyOfRange(bytes, SALT_AT, COUNT_AT),
                            count(bytes).intValueExact()));
            byte[] plain = cipher.doFinal(bytes, HEADER, bytes.length - HEADER);
            try {
                return Optional.ofNullable(walk(new ByteArrayInputStream(plain), cost));
            } finally {
                Arrays.fill(plain, (byte) 0);
            }
        } catch (GeneralSecurityException | IOException wrongPassphrase) {
            return Optional.empty();
        } finally {
            spec.clearPassword();
        }
    }

    private static BigInteger count(byte[] bytes) {
        return new BigInteger(1, Arrays.copyOfRange(bytes, COUNT_AT, HEADER));
    }

    private static ByteArrayInputStream body(byte[] bytes) {
        return new ByteArrayInputStream(bytes, HEADER, bytes.length - HEADER);
    }

    /** Null where all is bearable. */
    private static @Nullable Diagnosis walk(InputStream bytes, DerivationCost cost) throws IOException {
        DataInputStream in = new DataInputStream(bytes);
        for (int type = in.read(); type > 0; type = in.read()) {
            in.readUTF(); // its name
            in.readLong(); // when it was made
            int chain = in.readInt();
            for (int i = 0; i < chain; i++) {
                certificate(in);
            }
            switch (type) {
                case CERTIFICATE -> certificate(in);
                case KEY -> {
                    in.read();
                    in.readUTF();
                    in.readUTF();
                    skip(in, in.readInt());
                }
                case SECRET, SEALED -> {
                    int length = in.readInt();
                    int salt = in.readInt();
                    skip(in, salt);
                    int iterations = in.readInt();
                    Optional<Diagnosis> refused = cost.add(BigInteger.valueOf(iterations));
                    if (refused.isPresent()) {
                        return refused.get();
                    }
                    skip(in, length - salt - 8);
                }
                default -> throw new IOException("no such entry");
            }
        }
        return null;
    }

    private static void certificate(DataInputStream in) throws IOException {
        in.readUTF();
        skip(in, in.readInt());
    }

    private static void skip(DataInputStream in, int length) throws IOException {
        if (length < 0 || length > in.available()) {
            throw new IOException("longer than the file");
        }
        in.skipNBytes(length);
    }
}
