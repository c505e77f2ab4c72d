package dev.gangway.bench.mqtt;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The server's side of SCRAM (RFC 5802), from the RFC's formulas alone: it shares no code with our client, and
 * computes Hi by itself. It keeps what a server keeps: salt, iterations, stored key and server key. For one exchange.
 */
public final class ScramServer {
    private static final byte[] SALT = "gangway-test-salt".getBytes(StandardCharsets.UTF_8);

    private final String hash;
    private final String user;
    private final int iterations;
    private final String ownNonce;
    private final byte[] storedKey;
    private final byte[] serverKey;
    private String clientFirstBare = "";
    private String serverFirst = "";

    /**
     * One that knows this user.
     *
     * @param hash 1, 256 or 512
     */
    public ScramServer(int hash, String user, String password, int iterations, String ownNonce) {
        this.hash = String.valueOf(hash);
        this.user = user;
        this.iterations = iterations;
        this.ownNonce = ownNonce;
        byte[] salted = hi(password.getBytes(StandardCharsets.UTF_8));
        this.storedKey = h(hmac(salted, bytes("Client Key")));
        this.serverKey = hmac(salted, bytes("Server Key"));
    }

    /** The server-first-message; empty where the client-first-message is not that of a known user. */
    public Optional<byte[]> challenge(byte[] clientFirst) {
        String message = new String(clientFirst, StandardCharsets.UTF_8);
        if (!message.startsWith("n,,n=" + user + ",r=")) {
            return Optional.empty();
        }
        clientFirstBare = message.substring("n,,".length());
        String nonce = clientFirstBare.substring(clientFirstBare.indexOf(",r=") + 3);
        serverFirst = "r=" + nonce + ownNonce + ",s=" + Base64.getEncoder().encodeToString(SALT) + ",i=" + iterations;
        return Optional.of(bytes(serverFirst));
    }

    /** The server-final-message; empty where the client does not know the password. */
    public Optional<byte[]> conclude(byte[] clientFinal) {
        String message = new String(clientFinal, StandardCharsets.UTF_8);
        int proofAt = message.lastIndexOf(",p=");
        if (proofAt < 0) {
            return Optional.empty();
        }
        byte[] whole = bytes(clientFirstBare + "," + serverFirst + "," + message.substring(0, proofAt));
        byte[] signature = hmac(storedKey, whole);
        byte[] clientKey = Base64.getDecoder().decode(message.substring(proofAt + 3));
        for (int i = 0; i < clientKey.length; i++) {
            clientKey[i] ^= signature[i];
        }
        return MessageDigest.isEqual(h(clientKey), storedKey)
                ? Optional.of(bytes("v=" + Base64.getEncoder().encodeToString(hmac(serverKey, whole))))
                : Optional.empty();
    }

    /** Hi(str, salt, i) of RFC 5802, section 2.2. */
    private byte[] hi(byte[] password) {
        byte[] first = java.util.Arrays.copyOf(SALT, SALT.length + 4);
        first[first.length - 1] = 1;
        Mac mac = mac(password);
        byte[] round = mac.doFinal(first);
        byte[] result = round.clone();
        for (int i = 1; i < Math.min(iterations, 1_000_000); i++) {
            round = mac.doFinal(round);
            for (int j = 0; j < result.length; j++) {
                result[j] ^= round[j];
            }
        }
        return result;
    }

    private byte[] hmac(byte[] key, byte[] text) {
        return mac(key).doFinal(text);
    }

    private Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA" + hash);
            mac.init(new SecretKeySpec(key, "HMAC"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] h(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-" + hash).digest(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
