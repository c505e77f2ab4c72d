package dev.gangway.bench.tls.decode;

import dev.gangway.bench.event.Field;
import dev.gangway.bench.event.FieldReader;
import dev.gangway.pki.CertificateFacts;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;

/** Opens the extensions of a certificate (RFC 5280, section 4.2), each at its place in the DER. */
final class CertificateExtensionFields {
    private static final int KEY_IDENTIFIER = 0x80;
    private static final int DIRECTORY_NAME = 0xA4;

    private CertificateExtensionFields() {}

    /** {@code list} is the sequence of extensions; {@code offset} is where the certificate begins in the message. */
    static List<Field> read(X509Certificate certificate, Der list, int offset) {
        return list.children().stream()
                .map(each -> extension(certificate, each, offset))
                .toList();
    }

    private static Field extension(X509Certificate certificate, Der element, int offset) {
        Der id = element.child(0);
        String oid = ObjectIds.dotted(id);
        List<Field> parts = new ArrayList<>();
        parts.add(id.inside(offset, "extension", oid));
        boolean critical = element.child(1).tag() == Der.BOOLEAN;
        if (critical) {
            parts.add(element.child(1).inside(offset, "critical", "yes"));
        }
        Der octets = element.child(critical ? 2 : 1);
        Der value = Der.at(element.bytes(), octets.content());
        String words = switch (oid) {
            case "2.5.29.15" -> usage(certificate);
            case "2.5.29.37" -> each(value, offset, "purpose", parts, ObjectIds::name);
            case "2.5.29.17", "2.5.29.18" -> each(value, offset, "name", parts, CertificateExtensionFields::general);
            case "2.5.29.19" -> constraints(certificate);
            case "2.5.29.14" -> FieldReader.hex(value.value());
            case "2.5.29.35" ->
                value.child(0).tag() == KEY_IDENTIFIER
                        ? FieldReader.hex(value.child(0).value())
                        : FieldReader.hex(value.value());
            case "1.3.6.1.5.5.7.1.1" -> each(value, offset, "access", parts, CertificateExtensionFields::access);
            case "2.5.29.31" -> each(value, offset, "point", parts, CertificateExtensionFields::point);
            case "2.5.29.32" -> each(value, offset, "policy", parts, policy -> ObjectIds.name(policy.child(0)));
            case "1.3.6.1.5.5.7.1.24" -> "OCSP must be stapled";
            default -> FieldReader.hex(octets.value());
        };
        return element.field(
                offset, ObjectIds.extension(oid), words + (critical ? " · critical" : ""), parts.toArray(Field[]::new));
    }

    /** What one element says in words. */
    private interface Words {
        String of(Der element);
    }

    private static String each(Der list, int offset, String name, List<Field> parts, Words words) {
        List<Der> elements = list.children();
        elements.forEach(element -> parts.add(element.inside(offset, name, words.of(element))));
        return elements.stream().map(words::of).collect(Collectors.joining(", "));
    }

    private static String usage(X509Certificate certificate) {
        return certificate.getKeyUsage() == null ? "none" : String.join(", ", CertificateFacts.keyUsages(certificate));
    }

    private static String constraints(X509Certificate certificate) {
        int length = certificate.getBasicConstraints();
        if (length < 0) {
            return "not an authority";
        }
        return length == Integer.MAX_VALUE ? "authority" : "authority, path length " + length;
    }

    /** An address where something is to be had, and what (section 4.2.2.1). */
    private static String access(Der description) {
        return ObjectIds.name(description.child(0)) + " " + general(description.child(1));
    }

    /** Where a revocation list is (section 4.2.1.13): the first name of the point. */
    private static String point(Der point) {
        Der names = point.child(0).child(0);
        return names.children().stream()
                .map(CertificateExtensionFields::general)
                .collect(Collectors.joining(", "));
    }

    /** GeneralName (section 4.2.1.6); the tag says which kind. */
    private static String general(Der name) {
        byte[] value = name.value();
        return switch (name.tag()) {
            case 0x81, 0x82, 0x86 -> new String(value, StandardCharsets.ISO_8859_1);
            case 0x87 -> address(value);
            case 0x88 -> ObjectIds.dotted(name);
            case DIRECTORY_NAME -> directory(value);
            default -> FieldReader.hex(value);
        };
    }

    private static String address(byte[] value) {
        try {
            return InetAddress.getByAddress(value).getHostAddress();
        } catch (UnknownHostException e) {
            return FieldReader.hex(value);
        }
    }

    private static String directory(byte[] value) {
        try {
            return CertificateFields.name(new X500Principal(value));
        } catch (IllegalArgumentException e) {
            return FieldReader.hex(value);
        }
    }
}
