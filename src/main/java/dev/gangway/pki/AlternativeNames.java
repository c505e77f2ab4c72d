package dev.gangway.pki;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The alternative names of a certificate (RFC 5280, section 4.2.1.6) as people read them. */
public final class AlternativeNames {
    private static final int OTHER = 0;
    private static final int SEQUENCE = 0x30;
    private static final int IMPLICIT = 0xA0;

    private AlternativeNames() {}

    /** All of them, each with its kind before it, for example {@code DNS:pump.example}; empty also where damaged. */
    public static List<String> of(X509Certificate certificate) {
        return entries(certificate).stream().flatMap(AlternativeNames::text).toList();
    }

    /**
     * What a certificate without a common name is called by: its first alternative name without the kind, else the
     * serial number of its subject.
     */
    public static Optional<String> standIn(X509Certificate certificate) {
        return Stream.of("DNS:", "URI:", "email:", "hwModuleName:", "IP:")
                .flatMap(kind -> of(certificate).stream()
                        .filter(name -> name.startsWith(kind))
                        .map(name -> kind.startsWith("hw")
                                ? name.substring(name.lastIndexOf(':') + 1)
                                : name.substring(kind.length())))
                .findFirst()
                .or(() -> Subjects.attribute(certificate, "SERIALNUMBER"));
    }

    /** The other names among them. */
    public static List<OtherName> others(X509Certificate certificate) {
        return entries(certificate).stream()
                .filter(entry -> entry.getFirst().equals(OTHER))
                .flatMap(AlternativeNames::other)
                .toList();
    }

    private static Collection<List<?>> entries(X509Certificate certificate) {
        try {
            Collection<List<?>> entries = certificate.getSubjectAlternativeNames();
            return entries == null ? List.of() : entries;
        } catch (CertificateParsingException damaged) {
            return List.of();
        }
    }

    private static Stream<String> text(List<?> entry) {
        Object value = entry.get(1);
        return switch ((Integer) entry.getFirst()) {
            case OTHER -> other(entry).map(OtherName::text);
            case 1 -> Stream.of("email:" + value);
            case 2 -> Stream.of("DNS:" + value);
            case 4 -> Stream.of("directory:" + value);
            case 6 -> Stream.of("URI:" + value);
            case 7 -> Stream.of("IP:" + value);
            case 8 -> Stream.of("registeredID:" + value);
            default -> Stream.empty();
        };
    }

    /** The JDK gives its DER: a sequence, or that in an implicit tag, of type and explicit value. */
    private static Stream<OtherName> other(List<?> entry) {
        if (!(entry.get(1) instanceof byte[] der) || der.length < 6) {
            return Stream.empty();
        }
        try {
            Walk outer = new Walk(der, 0);
            boolean known = outer.tag() == SEQUENCE || outer.tag() == IMPLICIT;
            Walk type = new Walk(der, outer.content());
            Walk tagged = new Walk(der, type.end());
            byte[] value = Arrays.copyOfRange(der, tagged.content(), tagged.end());
            String dotted = OtherName.dotted(Arrays.copyOfRange(der, type.content(), type.end()));
            return known ? Stream.of(new OtherName(dotted, HexFormat.of().formatHex(value))) : Stream.empty();
        } catch (IndexOutOfBoundsException | IllegalArgumentException damaged) {
            return Stream.empty();
        }
    }

    /** One element of DER. */
    private record Walk(byte[] der, int at) {
        int tag() {
            return der[at] & 0xFF;
        }

        int content() {
            int length = der[at + 1] & 0xFF;
            return at + 2 + (length < 0x80 ? 0 : length & 0x7F);
        }

        int end() {
            int length = der[at + 1] & 0xFF;
            if (length >= 0x80) {
                int count = length & 0x7F;
                length = 0;
                for (int i = 0; i < count; i++) {
                    length = length << 8 | der[at + 2 + i] & 0xFF;
                }
            }
            return content() + length;
        }
    }
}
