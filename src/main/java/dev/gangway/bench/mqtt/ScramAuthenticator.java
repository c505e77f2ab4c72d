package dev.gangway.bench.mqtt;

import dev.gangway.bench.MqttOptions.Authentication;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** SCRAM (RFC 5802, RFC 7677) with SHA-1, SHA-256 or SHA-512, without channel binding. */
final class ScramAuthenticator implements Authenticator {
    /** More rounds than any server has a reason for: not computed. */
    private static final int MOST_ITERATIONS = 1_000_000;

    private static final String NO_BINDING = "n,,";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Authentication authentication;
    private final String hash;
    private final String nonce;

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
    public byte[] answer(byte[] packet) {
        byte[] data = Authenticator.dataOf(packet);
        return Packets.auth(CONTINUE, authentication.method(), proof(new String(data, StandardCharsets.UTF_8)));
    }

    /** The client-final-message; empty where the server's message makes none possible. */
    byte[] proof(String serverFirst) {
        Map<String, String> parts = parts(serverFirst);
        try {
            String joined = parts.getOrDefault("r", "");
            int iterations = Integer.parseInt(parts.getOrDefault("i", "0"));
            if (!joined.startsWith(nonce) || iterations < 1 || iterations > MOST_ITERATIONS) {
                return new byte[0];
            }
            byte[] salted = salted(Base64.getDecoder().decode(parts.getOrDefault("s", "")), iterations);
            byte[] clientKey = hmac(salted, "Client Key");
            byte[] stored = MessageDigest.getInstance("SHA-" + hash).digest(clientKey);
            String binding = Base64.getEncoder().encodeToString(NO_BINDING.getBytes(StandardCharsets.UTF_8));
            String withoutProof = "c=" + binding + ",r=" + joined;
            byte[] signature = hmac(stored, bare() + "," + serverFirst + "," + withoutProof);
            for (int i = 0; i < clientKey.length; i++) {
                clientKey[i] ^= signature[i];
            }
            return (withoutProof + ",p=" + Base64.getEncoder().encodeToString(clientKey))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return new byte[0];
        }
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
