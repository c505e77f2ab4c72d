package dev.gangway.pki.bouncycastle;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.diagnosis.OwnBug;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.bouncycastle.Parts.Part;
import dev.gangway.pki.reading.Content;
import dev.gangway.secret.Secret;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.BadPaddingException;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;

/**
 * Opens encrypted private keys: PKCS#8 with PBES1 or PBES2 (RFC 8018), OpenSSL's old way with a {@code Proc-Type}
 * header, and OpenSSH's. Padding tells whether the passphrase was right, and so does the structure of what comes
 * out.
 */
final class Decryption {
    private static final Pattern DEK_INFO = Pattern.compile(
            "((?:(?:AES|CAMELLIA|ARIA)-(?:128|192|256)|SEED|DES|DES-EDE3|DES-EDE|BF|RC2)-(?:CBC|CFB|OFB|ECB)),"
                    + "((?:[0-9A-Fa-f]{16}){1,2})");

    private Decryption() {}

    /** The content in the clear; as it is where it was never encrypted. */
    static Outcome<byte[]> plain(String file, Part part, Optional<Secret> passphrase) {
        boolean legacy = part.block().headers().getOrDefault("Proc-Type", "").contains("ENCRYPTED");
        boolean openSsh = part.content() == Content.OPENSSH_KEY;
        if (!legacy && !openSsh && part.content() != Content.PKCS8_ENCRYPTED) {
            return Outcome.ok(part.block().content());
        }
        if (openSsh) {
            return openSsh(file, part, passphrase);
        }
        if (passphrase.isEmpty()) {
            return passphraseMissing(file, part);
        }
        return legacy
                ? legacy(file, part, part.block().headers(), passphrase.get())
                : pkcs8(file, part, passphrase.get());
    }

    private static Outcome<byte[]> openSsh(String file, Part part, Optional<Secret> passphrase) {
        OpenSshKey key;
        try {
            key = OpenSshKey.of(part.block().content());
        } catch (IllegalArgumentException damaged) {
            return PrivateKeys.damaged(file, part.block().line());
        }
        if (!key.isEncrypted()) {
            return Outcome.ok(part.block().content());
        }
        return passphrase.map(opens -> key.plain(file, part, opens)).orElseGet(() -> passphraseMissing(file, part));
    }

    private static Outcome<byte[]> passphraseMissing(String file, Part part) {
        return BouncyCastleReader.wrong(PkiCode.PASSPHRASE_MISSING, file, part)
                .remedy("pki.give-passphrase")
                .failed();
    }

    private static Outcome<byte[]> pkcs8(String file, Part part, Secret passphrase) {
        try {
            PKCS8EncryptedPrivateKeyInfo sealed =
                    new PKCS8EncryptedPrivateKeyInfo(part.block().content());
            Optional<Diagnosis> refused =
                    new DerivationCost(file).add(sealed.toASN1Structure().getEncryptionAlgorithm());
            if (refused.isPresent()) {
                return Outcome.failed(refused.get());
            }
            return passphrase.withChars(chars -> open(file, part, sealed, chars));
        } catch (IOException | RuntimeException damaged) {
            OwnBug.passOn(damaged);
            return damaged(file, part);
        }
    }

    private static Outcome<byte[]> open(
            String file, Part part, PKCS8EncryptedPrivateKeyInfo sealed, char[] passphrase) {
        try {
            if (OldCiphers.isPbes1(sealed.toASN1Structure())) {
                byte[] plain = OldCiphers.pbes1(sealed.toASN1Structure(), passphrase);
                return DerContent.of(plain).isPlainKey() ? Outcome.ok(plain) : wrongPassphrase(file, part);
            }
            InputDecryptorProvider decryptor = new JcePKCSPBEInputDecryptorProviderBuilder()
                    .setProvider(Providers.BC)
                    .build(passphrase);
            return Outcome.ok(sealed.decryptPrivateKeyInfo(decryptor).getEncoded());
        } catch (PKCSException refused) {
            return refused.getCause() instanceof OperatorCreationException
                    ? unknown(
                            file,
                            part,
                            sealed.toASN1Structure()
                                    .getEncryptionAlgorithm()
                                    .getAlgorithm()
                                    .getId())
                    : wrongPassphrase(file, part);
        } catch (BadPaddingException garbage) {
            return wrongPassphrase(file, part);
        } catch (IOException | GeneralSecurityException | RuntimeException damaged) {
            OwnBug.passOn(damaged);
            // what another passphrase could not mend: parameters or lengths that the cipher does not take
            return damaged(file, part);
        }
    }

    private static Outcome<byte[]> legacy(String file, Part part, Map<String, String> headers, Secret passphrase) {
        String stated = headers.getOrDefault("DEK-Info", "");
        Matcher dek = DEK_INFO.matcher(stated);
        if (!dek.matches()) {
            return unknown(file, part, stated);
        }
        byte[] iv = HexFormat.of().parseHex(dek.group(2));
        return passphrase.withChars(chars -> {
            try {
                byte[] sealed = part.block().content();
                byte[] plain = OldCiphers.isPem(dek.group(1))
                        ? OldCiphers.pem(dek.group(1), sealed, iv, chars)
                        : new JcePEMDecryptorProviderBuilder()
                                .setProvider(Providers.BC)
                                .build(chars)
                                .get(dek.group(1))
                                .decrypt(sealed, iv);
                return DerContent.of(plain).isPlainKey() ? Outcome.ok(plain) : wrongPassphrase(file, part);
            } catch (IOException | BadPaddingException garbage) {
                return wrongPassphrase(file, part);
            } catch (GeneralSecurityException | OperatorCreationException | RuntimeException damaged) {
                OwnBug.passOn(damaged);
                return damaged(file, part);
            }
        });
    }

    private static Outcome<byte[]> wrongPassphrase(String file, Part part) {
        return BouncyCastleReader.wrong(PkiCode.PASSPHRASE_WRONG, file, part)
                .remedy("pki.correct-passphrase")
                .failed();
    }

    private static Outcome<byte[]> damaged(String file, Part part) {
        return BouncyCastleReader.wrong(PkiCode.KEY_DAMAGED, file, part)
                .remedy("pki.copy-again")
                .failed();
    }

    private static Outcome<byte[]> unknown(String file, Part part, String algorithm) {
        return BouncyCastleReader.wrong(PkiCode.ENCRYPTION_UNKNOWN, file, part)
                .fact("pki.encryption", "algorithm", algorithm)
                .remedy("pki.convert-key")
                .failed();
    }
}
