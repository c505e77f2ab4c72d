package dev.gangway.pki;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;

/** Digests by which certificates are compared and looked up. */
public final class Fingerprints {
    private static final HexFormat COLONS = HexFormat.ofDelimiter(":").withUpperCase();

    private Fingerprints() {}

    /** SHA-256 of the DER as openssl prints it: upper case with colons. */
    public static String sha256(X509Certificate certificate) {
        return COLONS.formatHex(digest("SHA-256", der(certificate)));
    }

    /** SHA-1 of the DER as openssl prints it: upper case with colons. For comparison with old tools only. */
    public static String sha1(X509Certificate certificate) {
        return COLONS.formatHex(digest("SHA-1", der(certificate)));
    }

    /**
     * The id under which ThingsBoard stores an X.509 credential: SHA3-256, in lower case, of the base64 text of the
     * DER without line breaks. The text, not the DER: {@code openssl x509 -fingerprint} never shows it.
     */
    public static String credentialsId(X509Certificate certificate) {
        return sha3(Base64.getEncoder().encodeToString(der(certificate)));
    }

    /** SHA3-256 of a text as UTF-8, in lower case. */
    public static String sha3(String text) {
        return HexFormat.of().formatHex(digest("SHA3-256", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] digest(String algorithm, byte[] input) {
        try {
            return MessageDigest.getInstance(algorithm).digest(input);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
