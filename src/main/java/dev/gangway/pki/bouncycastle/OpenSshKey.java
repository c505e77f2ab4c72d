package dev.gangway.pki.bouncycastle;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.bouncycastle.Parts.Part;
import dev.gangway.secret.Secret;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A private key as ssh-keygen writes it (OpenSSH's PROTOCOL.key): one cipher, one key derivation, one public key, and
 * the private part, which begins with the same number twice so that a wrong passphrase shows.
 *
 * @param cipher its name; {@code none} where nothing is encrypted
 * @param derivation name of the key derivation
 * @param salt of the key derivation; empty without one
 * @param rounds of the key derivation; 0 without one
 * @param publicPart as it stands in the file
 * @param privatePart as it stands in the file, encrypted or not
 * @param tag that authenticates the private part, where the cipher has one
 */
record OpenSshKey(
        String cipher, String derivation, byte[] salt, int rounds, byte[] publicPart, byte[] privatePart, byte[] tag) {
    /** People ask for a hundred or two where they are careful; each takes some milliseconds. */
    private static final int MAX_ROUNDS = 1_000;

    private static final int MAX_SALT = 1_024;
    private static final int IV = 16;
    private static final int GCM_IV = 12;
    private static final int TAG_BITS = 128;
    private static final Pattern AES = Pattern.compile("aes(128|192|256)-(ctr|cbc|gcm@openssh\\.com)");

    /**
     * Takes a blob apart.
     *
     * @throws IllegalArgumentException where it is not one, or holds several keys, which no tool writes
     */
    static OpenSshKey of(byte[] blob) {
        try {
            ByteBuffer in = ByteBuffer.wrap(blob);
            in.position(Magic.OPENSSH.length);
            String cipher = text(in);
            String derivation = text(in);
            ByteBuffer options = ByteBuffer.wrap(bytes(in));
            boolean bcrypt = options.hasRemaining();
            byte[] salt = bcrypt ? bytes(options) : new byte[0];
            int rounds = bcrypt ? options.getInt() : 0;
            if (in.getInt() != 1) {
                throw new IllegalArgumentException("not one key");
            }
            byte[] publicPart = bytes(in);
            byte[] privatePart = bytes(in);
            byte[] tag = new byte[in.remaining()];
            in.get(tag);
            return new OpenSshKey(cipher, derivation, salt, rounds, publicPart, privatePart, tag);
        } catch (BufferUnderflowException cutOff) {
            throw new IllegalArgumentException("cut off", cutOff);
        }
    }

    boolean isEncrypted() {
        return !cipher.equals("none");
    }

    /** Cipher, key derivation and its rounds in a few words. */
    String scheme() {
        return "OpenSSH, " + cipher + ", " + derivation + ", " + Integer.toUnsignedString(rounds);
    }

    /** The same blob without encryption. A wrong passphrase and an absurd cost are failures. */
    Outcome<byte[]> plain(String file, Part part, Secret passphrase) {
        Matcher aes = AES.matcher(cipher);
        if (!aes.matches() || !derivation.equals("bcrypt")) {
            return BouncyCastleReader.wrong(PkiCode.ENCRYPTION_UNKNOWN, file, part)
                    .fact("pki.encryption", "algorithm", scheme())
                    .remedy("pki.convert-openssh")
                    .failed();
        }
        if (rounds < 1 || rounds > MAX_ROUNDS || salt.length > MAX_SALT) {
            return Diagnosis.of(PkiCode.DERIVATION_TOO_EXPENSIVE)
                    .with("file", file)
                    .with("cost", Integer.toUnsignedString(rounds))
                    .with("limit", MAX_ROUNDS)
                    .remedy("pki.convert-openssh")
                    .failed();
        }
        return passphrase
                .withBytes(chars -> decrypted(aes.group(2), Integer.parseInt(aes.group(1)) / Byte.SIZE, chars))
                .<Outcome<byte[]>>map(Outcome::ok)
                .orElseGet(() -> BouncyCastleReader.wrong(PkiCode.PASSPHRASE_WRONG, file, part)
                        .remedy("pki.correct-passphrase")
                        .failed());
    }

    private Optional<byte[]> decrypted(String mode, int keyBytes, byte[] passphrase) {
        boolean gcm = mode.startsWith("gcm");
        int ivBytes = gcm ? GCM_IV : IV;
        byte[] derived = Bcrypt.derive(passphrase, salt, rounds, keyBytes + ivBytes);
        try {
            SecretKeySpec key = new SecretKeySpec(derived, 0, keyBytes, "AES");
            byte[] input = gcm ? joined(privatePart, tag) : privatePart;
            Cipher aes = Cipher.getInstance(gcm ? "AES/GCM/NoPadding" : "AES/" + mode + "/NoPadding");
            aes.init(
                    Cipher.DECRYPT_MODE,
                    key,
                    gcm
                            ? new GCMParameterSpec(TAG_BITS, derived, keyBytes, ivBytes)
                            : new IvParameterSpec(derived, keyBytes, ivBytes));
            byte[] plain = aes.doFinal(input);
            ByteBuffer numbers = ByteBuffer.wrap(plain);
            if (plain.length < 8) {
                return Optional.empty();
            }
            int first = numbers.getInt(); // the same number twice shows that the passphrase was right
            int second = numbers.getInt();
            return first == second ? Optional.of(unencrypted(plain)) : Optional.empty();
        } catch (BadPaddingException | IllegalBlockSizeException otherKey) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has AES", impossible);
        } finally {
            Arrays.fill(derived, (byte) 0);
        }
    }

    /** Readers of unencrypted keys take padding up to blocks of eight only. */
    private byte[] unencrypted(byte[] padded) {
        byte[] plain = withoutPadding(padded);
        byte[] repadded = Arrays.copyOf(plain, (plain.length + 7) / 8 * 8);
        for (int i = plain.length; i < repadded.length; i++) {
            repadded[i] = (byte) (i - plain.length + 1);
        }
        byte[] none = "none".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer out = ByteBuffer.allocate(Magic.OPENSSH.length + 16 + 8 + 12 + publicPart.length + repadded.length);
        out.put(Magic.OPENSSH);
        out.putInt(none.length)
                .put(none)
                .putInt(none.length)
                .put(none)
                .putInt(0)
                .putInt(1);
        out.putInt(publicPart.length).put(publicPart).putInt(repadded.length).put(repadded);
        return Arrays.copyOf(out.array(), out.position());
    }

    /** Padding is 1, 2, 3 and so on; there is none where the content ends with a block. */
    private static byte[] withoutPadding(byte[] padded) {
        int count = padded[padded.length - 1];
        if (count < 1 || count > Math.min(255, padded.length)) {
            return padded;
        }
        for (int i = 1; i <= count; i++) {
            if (padded[padded.length - 1 - count + i] != i) {
                return padded;
            }
        }
        return Arrays.copyOf(padded, padded.length - count);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static String text(ByteBuffer in) {
        return new String(bytes(in), StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("cut off");
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
