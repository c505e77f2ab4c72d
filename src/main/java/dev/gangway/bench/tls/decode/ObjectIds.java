package dev.gangway.bench.tls.decode;

import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** Names of the object identifiers that certificates and OCSP responses are made of. */
final class ObjectIds {
    private static final Map<String, String> EXTENSIONS = Map.ofEntries(
            Map.entry("2.5.29.14", "subject key identifier"),
            Map.entry("2.5.29.15", "key usage"),
            Map.entry("2.5.29.17", "subject alternative names"),
            Map.entry("2.5.29.18", "issuer alternative names"),
            Map.entry("2.5.29.19", "basic constraints"),
            Map.entry("2.5.29.30", "name constraints"),
            Map.entry("2.5.29.31", "CRL distribution points"),
            Map.entry("2.5.29.32", "certificate policies"),
            Map.entry("2.5.29.35", "authority key identifier"),
            Map.entry("2.5.29.36", "policy constraints"),
            Map.entry("2.5.29.37", "extended key usage"),
            Map.entry("1.3.6.1.5.5.7.1.1", "authority information access"),
            Map.entry("1.3.6.1.5.5.7.1.24", "TLS feature"),
            Map.entry("1.3.6.1.4.1.11129.2.4.2", "signed certificate timestamps"));

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("1.3.6.1.5.5.7.3.1", "serverAuth"),
            Map.entry("1.3.6.1.5.5.7.3.2", "clientAuth"),
            Map.entry("1.3.6.1.5.5.7.3.3", "codeSigning"),
            Map.entry("1.3.6.1.5.5.7.3.4", "emailProtection"),
            Map.entry("1.3.6.1.5.5.7.3.8", "timeStamping"),
            Map.entry("1.3.6.1.5.5.7.3.9", "OCSPSigning"),
            Map.entry("2.5.29.37.0", "anyExtendedKeyUsage"),
            Map.entry("1.3.6.1.5.5.7.48.1", "OCSP"),
            Map.entry("1.3.6.1.5.5.7.48.2", "caIssuers"),
            Map.entry("1.3.6.1.5.5.7.48.1.1", "basic OCSP response"),
            Map.entry("1.2.840.10045.2.1", "ecPublicKey"),
            Map.entry("1.2.840.10045.3.1.7", "secp256r1"),
            Map.entry("1.3.132.0.34", "secp384r1"),
            Map.entry("1.3.132.0.35", "secp521r1"),
            Map.entry("1.2.840.10045.4.3.2", "ecdsa-with-SHA256"),
            Map.entry("1.2.840.10045.4.3.3", "ecdsa-with-SHA384"),
            Map.entry("1.2.840.10045.4.3.4", "ecdsa-with-SHA512"),
            Map.entry("1.2.840.113549.1.1.1", "rsaEncryption"),
            Map.entry("1.2.840.113549.1.1.5", "sha1WithRSAEncryption"),
            Map.entry("1.2.840.113549.1.1.10", "rsassa-pss"),
            Map.entry("1.2.840.113549.1.1.11", "sha256WithRSAEncryption"),
            Map.entry("1.2.840.113549.1.1.12", "sha384WithRSAEncryption"),
            Map.entry("1.2.840.113549.1.1.13", "sha512WithRSAEncryption"),
            Map.entry("1.3.101.112", "Ed25519"),
            Map.entry("1.3.101.113", "Ed448"),
            Map.entry("1.3.14.3.2.26", "SHA-1"),
            Map.entry("2.16.840.1.101.3.4.2.1", "SHA-256"));

    private ObjectIds() {}

    /** An extension in words, otherwise its number. */
    static String extension(String oid) {
        return EXTENSIONS.getOrDefault(oid, "extension " + oid);
    }

    /** The name of an identifier, otherwise its number. */
    static String name(Der id) {
        String dotted = dotted(id);
        return NAMES.getOrDefault(dotted, dotted);
    }

    /** Number and name of the algorithm in an AlgorithmIdentifier, for example {@code 1.3.101.112 (Ed25519)}. */
    static String text(Der algorithm) {
        String dotted = dotted(algorithm.child(0));
        String name = NAMES.get(dotted);
        return name == null ? dotted : dotted + " (" + name + ")";
    }

    /** For example {@code 2.5.29.15}; empty where it is none. */
    static String dotted(Der id) {
        try {
            return ASN1ObjectIdentifier.fromContents(id.value()).getId();
        } catch (IllegalArgumentException e) {
            // Bouncy Castle's word for damaged contents
            return "";
        }
    }
}
