package dev.gangway.token.jwt;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.secret.Secret;
import dev.gangway.token.TokenCode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** Recognises by its content what a token is to be checked with. */
public final class CheckingKeys {
    private static final String BEGIN = "-----BEGIN ";

    private CheckingKeys() {}

    /**
     * A JSON Web Key Set, a public key or a certificate as PEM; anything else is a shared secret, taken as it is.
     *
     * @return fails for PEM of another kind, or that is damaged
     */
    public static Outcome<CheckingKey> recognise(Secret entered) {
        String text = entered.reveal().strip();
        if (text.isEmpty()) {
            return Outcome.ok(new CheckingKey.None());
        }
        if (text.startsWith("{")) {
            return Outcome.ok(new CheckingKey.KeySet(text));
        }
        if (!text.contains(BEGIN)) {
            return Outcome.ok(new CheckingKey.Shared(entered));
        }
        if (text.contains(BEGIN + "CERTIFICATE")) {
            return certificate(text);
        }
        return text.contains(BEGIN + "PUBLIC KEY") ? publicKey(text) : unreadable();
    }

    private static Outcome<CheckingKey> certificate(String pem) {
        try {
            byte[] bytes = pem.getBytes(StandardCharsets.US_ASCII);
            return Outcome.ok(new CheckingKey.Public(CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(bytes))
                    .getPublicKey()));
        } catch (CertificateException damaged) {
            return unreadable();
        }
    }

    private static Outcome<CheckingKey> publicKey(String pem) {
        for (String algorithm : List.of("EC", "RSA", "EdDSA")) {
            try {
                return Outcome.ok(new CheckingKey.Public(publicKey(algorithm, pem)));
            } catch (GeneralSecurityException | IllegalArgumentException notThisOne) {
                // the next one
            }
        }
        return unreadable();
    }

    /** A public key of this algorithm; throws where the PEM text holds another or is damaged. */
    static PublicKey publicKey(String algorithm, String pem) throws GeneralSecurityException {
        String body = pem.replaceAll("-----[A-Z ]+-----", "");
        return KeyFactory.getInstance(algorithm)
                .generatePublic(new X509EncodedKeySpec(Base64.getMimeDecoder().decode(body)));
    }

    private static Outcome<CheckingKey> unreadable() {
        return Diagnosis.of(TokenCode.BAD_KEY).remedy("token.give-public-key").failed();
    }

    /** What a token's signature is checked with. */
    public sealed interface CheckingKey {
        /** The shared secret of an HMAC. */
        record Shared(Secret secret) implements CheckingKey {}

        /** A public key, for example from a PEM file. */
        record Public(PublicKey key) implements CheckingKey {}

        /** A JSON Web Key Set (RFC 7517) as text; the token's key id picks the key. */
        record KeySet(String json) implements CheckingKey {}

        /** Nothing: what the token says is shown, not believed. */
        record None() implements CheckingKey {}
    }
}
