package dev.gangway.pki;

import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/** Distinguished names as people read them. */
public final class Subjects {
    /** What Java writes as numbers, and a value as hexadecimal. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("2.5.4.4", "SURNAME"),
            Map.entry("2.5.4.5", "SERIALNUMBER"),
            Map.entry("2.5.4.12", "T"),
            Map.entry("2.5.4.15", "BUSINESSCATEGORY"),
            Map.entry("2.5.4.17", "POSTALCODE"),
            Map.entry("2.5.4.41", "NAME"),
            Map.entry("2.5.4.42", "GIVENNAME"),
            Map.entry("2.5.4.43", "INITIALS"),
            Map.entry("2.5.4.44", "GENERATION"),
            Map.entry("2.5.4.46", "DN"),
            Map.entry("2.5.4.65", "PSEUDONYM"),
            Map.entry("2.5.4.97", "ORGANIZATIONIDENTIFIER"),
            Map.entry("1.2.840.113549.1.9.1", "EMAILADDRESS"),
            Map.entry("1.2.840.113549.1.9.2", "UNSTRUCTUREDNAME"),
            Map.entry("1.2.840.113549.1.9.8", "UNSTRUCTUREDADDRESS"));

    private Subjects() {}

    /** The subject as in RFC 4514; {@code -} where it is empty. */
    public static String text(X509Certificate certificate) {
        return text(certificate.getSubjectX500Principal());
    }

    /** A name as in RFC 4514; {@code -} where it is empty. */
    public static String text(X500Principal name) {
        String text = name.getName("RFC2253", NAMES);
        return text.isEmpty() ? "-" : text;
    }

    /**
     * Where a name has a character that cannot be seen or changes how others are seen: controls, line ends, marks of
     * direction, and blanks at an edge. Empty where it has none.
     *
     * @return its index, from 0
     */
    public static Optional<Integer> invisible(String name) {
        for (int at = 0; at < name.length(); at += Character.charCount(name.codePointAt(at))) {
            int point = name.codePointAt(at);
            boolean blank = Character.isWhitespace(point) || Character.isSpaceChar(point);
            boolean edge = at == 0 || at + Character.charCount(point) == name.length();
            boolean unseen = switch (Character.getType(point)) {
                case Character.CONTROL,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.SURROGATE,
                        Character.UNASSIGNED -> true;
                // The joiners of Persian, Indian scripts and emoji are a part of writing.
                case Character.FORMAT -> point != 0x200C && point != 0x200D;
                default -> false;
            };
            if (unseen || blank && edge) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** The first common name, which ThingsBoard takes the device's name from. */
    public static Optional<String> commonName(X509Certificate certificate) {
        return commonName(certificate.getSubjectX500Principal().getName());
    }

    /** The first value of an attribute, by its name in capitals as {@link #text} writes it. */
    public static Optional<String> attribute(X509Certificate certificate, String attribute) {
        return first(text(certificate), attribute);
    }

    /** The first common name of a name as in RFC 4514; empty also where it is none. */
    public static Optional<String> commonName(String subject) {
        return first(subject, "CN");
    }

    private static Optional<String> first(String subject, String attribute) {
        LdapName name;
        try {
            name = new LdapName(subject);
        } catch (InvalidNameException notRfc4514) {
            return Optional.empty();
        }
        // The encoding's first part is the last of the text, and the list runs in the order of the encoding.
        return name.getRdns().stream()
                .filter(rdn -> rdn.getType().equalsIgnoreCase(attribute))
                .map(Rdn::getValue)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst();
    }
}
