package dev.gangway.bench.mqtt;

import dev.gangway.bench.event.AuthDetail.AuthFault;
import dev.gangway.bench.model.MqttOptions.Authentication;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** SCRAM (RFC 5802, RFC 7677) with SHA-1, SHA-256 or SHA-512, without channel binding. */
final class ScramAuthenticator implements Authenticator {
    /** The methods that it knows. */
    static final Set<String> METHODS = Set.of("SCRAM-SHA-1", "SCRAM-SHA-256", "SCRAM-SHA-512");

    /** More rounds than any server has a reason for: not computed. */
    private static final int MOST_ITERATIONS = 1_000_000;

    private static final String NO_BINDING = "n,,";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Authentication authentication;
    private final String hash;
    private final String nonce;
    private byte[] serverSignature = {};

    ScramAuthenticator(Authentication authentication) {
        this(authentication, newNonce());
    }

    ScramAuthenticator(Authentication authentication, String nonce) {
        this.authentication = authentication;
        this.hash = authentication.method().toUpperCase(Locale.ROOT).substring("SCRAM-SHA-".length());
        this.nonce = nonce;
    }

    @Override
    public byte[] first() {
        return (NO_BINDING + bare()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Answer answer(byte[] challenge) {
        String serverFirst = new String(challenge, StandardCharsets.UTF_8);
        Map<String, String> parts = parts(serverFirst);
        String joined = parts.getOrDefault("r", "");
        try {
            int iterations = Integer.parseInt(parts.getOrDefault("i", "0"));
            byte[] salt = Base64.getDecoder().decode(parts.getOrDefault("s", ""));
            if (!joined.startsWith(nonce) || joined.length() == nonce.length()) {
                return new Answer.None(AuthFault.NONCE_DIFFERS);
            }
            if (iterations > MOST_ITERATIONS) {
                return new Answer.None(AuthFault.TOO_MANY_ITERATIONS);
            }
            if (iterations < 1 || salt.length == 0) {
                return new Answer.None(AuthFault.CHALLENGE_UNREADABLE);
            }
            return new Answer.Data(proof(serverFirst, joined, salted(salt, iterations)));
        } catch (IllegalArgumentException e) {
            return new Answer.None(AuthFault.CHALLENGE_UNREADABLE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java has HMAC and PBKDF2 with these hashes
        }
    }

    /** The client-final-message; remembers what the server has to prove. */
    private byte[] proof(String serverFirst, String joined, byte[] salted) throws GeneralSecurityException {
        byte[] clientKey = hmac(salted, "Client Key");
        byte[] stored = MessageDigest.getInstance("SHA-" + hash).digest(clientKey);
        String binding = Base64.getEncoder().encodeToString(NO_BINDING.getBytes(StandardCharsets.UTF_8));
        String withoutProof = "c=" + binding + ",r=" + joined;
        String whole = bare() + "," + serverFirst + "," + withoutProof;
        byte[] signature = hmac(stored, whole);
        for (int i = 0; i < clientKey.length; i++) {
            clientKey[i] ^= signature[i];
        }
        serverSignature = hmac(hmac(salted, "Server Key"), whole);
        return (withoutProof + ",p=" + Base64.getEncoder().encodeToString(clientKey)).getBytes(StandardCharsets.UTF_8);
    }

    /** The server-final-message (RFC 5802, section 5): only who knows the password can sign it. */
    @Override
    public Optional<AuthChecked> conclude(byte[] data) {
        if (data.length == 0) {
            return Optional.of(new AuthChecked(Optional.of(AuthFault.PROOF_MISSING)));
        }
        String said = parts(new String(data, StandardCharsets.UTF_8)).getOrDefault("v", "");
        byte[] expected = Base64.getEncoder().encode(serverSignature);
        boolean right =
                serverSignature.length > 0 && MessageDigest.isEqual(expected, said.getBytes(StandardCharsets.UTF_8));
        return Optional.of(new AuthChecked(right ? Optional.empty() : Optional.of(AuthFault.PROOF_WRONG)));
    }

    private String bare() {
        String user = authentication.user().replace("=", "=3D").replace(",", "=2C");
        return "n=" + user + ",r=" + nonce;
    }

    private byte[] salted(byte[] salt, int iterations) throws GeneralSecurityException {
        int bits = hash.equals("1") ? 160 : Integer.parseInt(hash);
        char[] password = authentication.secret().withChars(char[]::clone);
        PBEKeySpec spec = new PBEKeySpec(password, salt, iterations, bits);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA" + hash)
                    .generateSecret(spec)
                    .getEncoded();
        } finally {
            spec.clearPassword();
            Arrays.fill(password, '\0');
        }
    }

    private byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA" + hash);
        mac.init(new SecretKeySpec(key, "HMAC"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> parts(String message) {
        Map<String, String> parts = new HashMap<>();
        for (String part : message.split(",", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parts.put(part.substring(0, equals), part.substring(equals + 1));
            }
        }
        return parts;
    }

    private static String newNonce() {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
