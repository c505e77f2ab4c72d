package dev.gangway.pki;

import dev.gangway.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Writes PEM as RFC 7468 wants it: lines of 64 characters, line feeds, nothing around the block. */
public final class Pem {
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Pem() {}

    /** One certificate. */
    public static String certificate(X509Certificate certificate) {
        try {
            return new String(block("CERTIFICATE", certificate.getEncoded()), StandardCharsets.US_ASCII);
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Several certificates, in the given order. */
    public static String certificates(List<X509Certificate> chain) {
        return String.join("", chain.stream().map(Pem::certificate).toList());
    }

    /** An unencrypted PKCS#8 key ({@code BEGIN PRIVATE KEY}). */
    public static Secret privateKey(PrivateKey key) {
        return Keys.pkcs8(key).withBytes(der -> secretBlock("PRIVATE KEY", der));
    }

    /** A block that holds a secret. */
    public static Secret secretBlock(String label, byte[] der) {
        byte[] text = block(label, der);
        try {
            return Secret.copyOf(text);
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    /** What is in the one block of a text that was made here. */
    public static byte[] content(String block) {
        return Base64.getMimeDecoder().decode(block.replaceAll("-----[^-]*-----", ""));
    }

    /** A block with any label, as ASCII bytes. */
    public static byte[] block(String label, byte[] der) {
        byte[] begin = ("-----BEGIN " + label + "-----\n").getBytes(StandardCharsets.US_ASCII);
        byte[] end = ("\n-----END " + label + "-----\n").getBytes(StandardCharsets.US_ASCII);
        byte[] body = LINES.encode(der);
        byte[] text = new byte[begin.length + body.length + end.length];
        System.arraycopy(begin, 0, text, 0, begin.length);
        System.arraycopy(body, 0, text, begin.length, body.length);
        System.arraycopy(end, 0, text, begin.length + body.length, end.length);
        Arrays.fill(body, (byte) 0);
        return text;
    }
}
