package dev.gangway.bench.tls.decode;

import dev.gangway.bench.event.Field;
import dev.gangway.bench.event.FieldReader;
import dev.gangway.bench.event.MalformedException;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.security.auth.x500.X500Principal;

/** Opens an X.509 certificate (RFC 5280) to the fields people look for, each at its place in the DER. */
final class CertificateFields {
    private static final List<String> USAGES = List.of(
            "digitalSignature",
            "nonRepudiation",
            "keyEncipherment",
            "dataEncipherment",
            "keyAgreement",
            "keyCertSign",
            "cRLSign",
            "encipherOnly",
            "decipherOnly");

    private static final Map<String, String> PURPOSES = Map.of(
            "1.3.6.1.5.5.7.3.1", "serverAuth",
            "1.3.6.1.5.5.7.3.2", "clientAuth",
            "1.3.6.1.5.5.7.3.3", "codeSigning",
            "1.3.6.1.5.5.7.3.4", "emailProtection",
            "1.3.6.1.5.5.7.3.8", "timeStamping",
            "1.3.6.1.5.5.7.3.9", "OCSPSigning",
            "2.5.29.37.0", "anyExtendedKeyUsage");

    private CertificateFields() {}

    /** Reads the certificate that fills this part. */
    static String read(FieldReader part, List<X509Certificate> chain) throws MalformedException {
        int start = part.position();
        byte[] der = part.bytes(part.remaining(), "DER");
        X509Certificate certificate = parse(der);
        chain.add(certificate);
        DerPlaces places = DerPlaces.of(der, start);
        part.add(places.field(DerPlaces.Part.SUBJECT, "subject", name(certificate.getSubjectX500Principal())));
        part.add(places.field(DerPlaces.Part.ISSUER, "issuer", name(certificate.getIssuerX500Principal())));
        part.add(places.field(
                DerPlaces.Part.SERIAL,
                "serial number",
                certificate.getSerialNumber().toString(16)));
        part.add(places.field(
                DerPlaces.Part.VALIDITY,
                "validity",
                date(certificate.getNotBefore().toInstant()) + " to "
                        + date(certificate.getNotAfter().toInstant())));
        part.add(places.field(DerPlaces.Part.KEY, "public key", KeyWords.of(certificate.getPublicKey())));
        part.add(places.field(DerPlaces.Part.SIGNATURE, "signature algorithm", certificate.getSigAlgName()));
        extensions(certificate).forEach(part::add);
        fingerprints(der).forEach(part::add);
        return shortName(certificate.getSubjectX500Principal());
    }

    /** The common name where there is one, otherwise the whole name. */
    static String shortName(X500Principal name) {
        String text = name.getName();
        int at = text.indexOf("CN=");
        if (at < 0) {
            return text;
        }
        int end = text.indexOf(',', at);
        return text.substring(at, end < 0 ? text.length() : end);
    }

    private static X509Certificate parse(byte[] der) throws MalformedException {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new MalformedException("not an X.509 certificate");
        }
    }

    private static List<Field> extensions(X509Certificate certificate) {
        List<Field> fields = new ArrayList<>();
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            if (names != null) {
                fields.add(Field.of(
                        "subject alternative names",
                        names.stream().map(name -> String.valueOf(name.get(1))).collect(Collectors.joining(", "))));
            }
            List<String> purposes = certificate.getExtendedKeyUsage();
            if (purposes != null) {
                fields.add(Field.of(
                        "extended key usage",
                        purposes.stream()
                                .map(oid -> PURPOSES.getOrDefault(oid, oid))
                                .collect(Collectors.joining(", "))));
            }
        } catch (CertificateParsingException e) {
            fields.add(Field.of("malformed", "an extension cannot be read"));
        }
        boolean[] usage = certificate.getKeyUsage();
        if (usage != null) {
            fields.add(Field.of(
                    "key usage",
                    IntStream.range(0, Math.min(usage.length, USAGES.size()))
                            .filter(i -> usage[i])
                            .mapToObj(USAGES::get)
                            .collect(Collectors.joining(", "))));
        }
        int pathLength = certificate.getBasicConstraints();
        fields.add(Field.of(
                "basic constraints",
                pathLength < 0
                        ? "not an authority"
                        : "authority" + (pathLength == Integer.MAX_VALUE ? "" : ", path length " + pathLength)));
        return fields;
    }

    private static List<Field> fingerprints(byte[] der) {
        byte[] text = Base64.getEncoder().encode(der);
        return List.of(
                Field.of("SHA-256", digest("SHA-256", der)),
                Field.of("SHA-1", digest("SHA-1", der)),
                // ThingsBoard's credentials id is taken over the base64 text, not over the DER
                Field.of("ThingsBoard SHA3-256", digest("SHA3-256", text)));
    }

    private static String digest(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(X500Principal principal) {
        String name = principal.getName();
        return name.isEmpty() ? "empty" : name;
    }

    private static String date(java.time.Instant instant) {
        return DateTimeFormatter.ISO_INSTANT.format(instant);
    }
}
