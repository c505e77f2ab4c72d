package dev.gangway.bench.tls.decode;

import dev.gangway.bench.event.Field;
import dev.gangway.bench.event.FieldReader;
import dev.gangway.bench.event.MalformedException;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.security.auth.x500.X500Principal;

/** Opens an X.509 certificate (RFC 5280) to its fields, each at its place in the DER. */
final class CertificateFields {
    private static final int EXPLICIT_VERSION = 0xA0;
    private static final int EXPLICIT_EXTENSIONS = 0xA3;

    /** Types that RFC 4514 has no short names for. */
    private static final Map<String, String> TYPES = Map.of(
            "1.2.840.113549.1.9.1", "emailAddress",
            "2.5.4.5", "serialNumber",
            "2.5.4.4", "SN",
            "2.5.4.42", "GN",
            "2.5.4.12", "title",
            "2.5.4.97", "organizationIdentifier");

    private CertificateFields() {}

    /** Reads the certificate that fills this part. */
    static String read(FieldReader part, List<X509Certificate> chain) throws MalformedException {
        int start = part.position();
        byte[] der = part.bytes(part.remaining(), "DER");
        X509Certificate certificate = parse(der);
        chain.add(certificate);
        fields(certificate, der, start).forEach(part::add);
        return shortName(certificate.getSubjectX500Principal());
    }

    /** The fields of a certificate that is part of something else; {@code offset} is where the bytes begin. */
    static List<Field> of(Der element, int offset) throws MalformedException {
        byte[] der = Arrays.copyOfRange(element.bytes(), element.start(), element.end());
        return fields(parse(der), der, offset + element.start());
    }

    private static List<Field> fields(X509Certificate certificate, byte[] der, int start) {
        Der whole = Der.at(der, 0);
        List<Der> signed = whole.child(0).children();
        boolean versioned = !signed.isEmpty() && signed.getFirst().tag() == EXPLICIT_VERSION;
        List<Der> parts = versioned ? signed.subList(1, signed.size()) : signed;
        List<Field> fields = new ArrayList<>();
        if (versioned) {
            fields.add(signed.getFirst().child(0).inside(start, "version", "v" + certificate.getVersion()));
        }
        fields.add(part(parts, 0)
                .inside(start, "serial number", certificate.getSerialNumber().toString(16)));
        fields.add(algorithm(part(parts, 1), start, "signature algorithm", certificate.getSigAlgName()));
        fields.add(part(parts, 2).field(start, "issuer", name(certificate.getIssuerX500Principal())));
        Der validity = part(parts, 3);
        String from = certificate.getNotBefore().toInstant().toString();
        String to = certificate.getNotAfter().toInstant().toString();
        fields.add(validity.field(
                start,
                "validity",
                from + " to " + to,
                validity.child(0).inside(start, "not before", from),
                validity.child(1).inside(start, "not after", to)));
        fields.add(part(parts, 4).field(start, "subject", name(certificate.getSubjectX500Principal())));
        fields.add(key(part(parts, 5), start, certificate.getPublicKey()));
        parts.stream()
                .filter(each -> each.tag() == EXPLICIT_EXTENSIONS)
                .forEach(each -> fields.addAll(CertificateExtensionFields.read(certificate, each.child(0), start)));
        if (certificate.getBasicConstraints() < 0 && certificate.getExtensionValue("2.5.29.19") == null) {
            fields.add(Field.of("basic constraints", "none, so not an authority"));
        }
        fields.add(algorithm(whole.child(1), start, "signed with", certificate.getSigAlgName()));
        fields.add(bits(whole.child(2), start, "signature"));
        fields.addAll(fingerprints(der));
        return fields;
    }

    private static Der part(List<Der> parts, int position) {
        return position < parts.size() ? parts.get(position) : Der.at(new byte[0], 0);
    }

    private static Field algorithm(Der element, int start, String name, String words) {
        return element.field(start, name, words, element.child(0).inside(start, "algorithm", ObjectIds.text(element)));
    }

    /** SubjectPublicKeyInfo (section 4.1.2.7). */
    private static Field key(Der element, int start, PublicKey key) {
        List<Field> parts = new ArrayList<>();
        Der algorithm = element.child(0);
        parts.add(algorithm.child(0).inside(start, "algorithm", ObjectIds.text(algorithm)));
        if (algorithm.child(1).tag() == Der.OID) {
            parts.add(algorithm.child(1).inside(start, "curve", ObjectIds.name(algorithm.child(1))));
        }
        if (key instanceof RSAPublicKey rsa) {
            Der numbers = Der.at(element.bytes(), element.child(1).content() + 1);
            parts.add(numbers.child(0).inside(start, "modulus", number(rsa.getModulus())));
            parts.add(numbers.child(1)
                    .inside(start, "exponent", rsa.getPublicExponent().toString()));
        } else {
            parts.add(bits(element.child(1), start, "public key"));
        }
        return element.field(start, "public key", KeyWords.of(key), parts.toArray(Field[]::new));
    }

    private static String number(BigInteger value) {
        return FieldReader.hex(value.toByteArray());
    }

    /** A bit string without the byte that counts unused bits. */
    private static Field bits(Der element, int start, String name) {
        byte[] value = element.value();
        if (value.length < 2) {
            return element.field(start, name, "");
        }
        byte[] bits = Arrays.copyOfRange(value, 1, value.length);
        return Field.at(start + element.content() + 1, bits.length, name, FieldReader.hex(bits));
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

    /** As in RFC 4514. */
    static String name(X500Principal principal) {
        String name = principal.getName(X500Principal.RFC2253, TYPES);
        return name.isEmpty() ? "empty" : name;
    }

    /** Says what kind of public key it is. */
    static final class KeyWords {
        private KeyWords() {}

        static String of(PublicKey key) {
            return switch (key) {
                case RSAPublicKey rsa -> "RSA, " + rsa.getModulus().bitLength() + " bits";
                case ECPublicKey ec ->
                    "EC, " + ec.getParams().getCurve().getField().getFieldSize() + " bits";
                case EdECPublicKey edwards -> edwards.getParams().getName();
                default -> key.getAlgorithm();
            };
        }
    }
}
