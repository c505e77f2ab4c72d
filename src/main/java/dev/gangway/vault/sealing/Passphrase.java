package dev.gangway.vault.sealing;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.secret.Secret;
import dev.gangway.vault.VaultCode;
import dev.gangway.vault.Vaults;
import java.nio.CharBuffer;
import java.text.Normalizer;
import java.util.Optional;

/** Rules for passphrases (NIST SP 800-63B-4, section 3.1.1.2). */
public final class Passphrase {
    static final int SALT_BYTES = 16;

    private static final int FEWEST_DIFFERENT = 5;

    private Passphrase() {}

    /** Why this may not become the passphrase of a vault, where it may not. */
    public static Optional<Diagnosis> objection(Secret fresh) {
        int characters = fresh.withChars(chars -> Character.codePointCount(chars, 0, chars.length));
        if (characters < Vaults.PASSPHRASE_CHARACTERS) {
            return Optional.of(Diagnosis.of(VaultCode.PASSPHRASE_TOO_SHORT)
                    .with("least", Vaults.PASSPHRASE_CHARACTERS)
                    .remedy("vault.longer-passphrase", "least", Vaults.PASSPHRASE_CHARACTERS)
                    .build());
        }
        long different = fresh.withChars(
                chars -> CharBuffer.wrap(chars).codePoints().distinct().count());
        if (different < FEWEST_DIFFERENT) {
            return Optional.of(Diagnosis.of(VaultCode.PASSPHRASE_TOO_SIMPLE)
                    .remedy("vault.longer-passphrase", "least", Vaults.PASSPHRASE_CHARACTERS)
                    .build());
        }
        return Optional.empty();
    }

    /** The key that a passphrase yields. */
    static KeyBytes stretch(Secret passphrase, Argon2Cost cost, byte[] salt) {
        try (Secret normal = normalised(passphrase)) {
            return new KeyBytes("AES", normal.withBytes(bytes -> cost.derive(bytes, salt)));
        }
    }

    /**
     * In Unicode's normal form KC, so that an umlaut typed on one system opens the vault on another. Plain ASCII, which
     * has one form only, is spared the way through a String.
     */
    private static Secret normalised(Secret passphrase) {
        boolean plain = passphrase.withBytes(bytes -> {
            for (byte b : bytes) {
                if (b < 0) {
                    return false;
                }
            }
            return true;
        });
        return plain
                ? passphrase.copy()
                : passphrase.withChars(
                        chars -> Secret.of(Normalizer.normalize(CharBuffer.wrap(chars), Normalizer.Form.NFKC)));
    }
}
