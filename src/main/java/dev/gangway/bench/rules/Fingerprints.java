package dev.gangway.bench.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;

/** The fingerprints by which people and servers know a certificate. */
final class Fingerprints {
    private Fingerprints() {}

    /** SHA-256 of the DER encoding, as browsers and openssl show it. */
    static String sha256(X509Certificate certificate) {
        return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest("SHA-256", der(certificate)));
    }

    /** ThingsBoard's own: SHA3-256 of the base64 text without line breaks, lower-case hexadecimal. */
    static String thingsBoard(X509Certificate certificate) {
        byte[] text = Base64.getEncoder().encodeToString(der(certificate)).getBytes(StandardCharsets.US_ASCII);
        return HexFormat.of().formatHex(digest("SHA3-256", text));
    }

    private static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a parsed certificate has an encoding", e);
        }
    }

    private static byte[] digest(String algorithm, byte[] data) {
        try {
            return MessageDigest.getInstance(algorithm).digest(data);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
