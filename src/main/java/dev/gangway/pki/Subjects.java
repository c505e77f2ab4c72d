package dev.gangway.pki;

import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/** Distinguished names as people read them. */
public final class Subjects {
    private Subjects() {}

    /** The subject as in RFC 4514; {@code -} where it is empty. */
    public static String text(X509Certificate certificate) {
        return text(certificate.getSubjectX500Principal());
    }

    /** A name as in RFC 4514; {@code -} where it is empty. */
    public static String text(X500Principal name) {
        String text = name.getName();
        return text.isEmpty() ? "-" : text;
    }

    /** The first common name, which ThingsBoard takes the device's name from. */
    public static Optional<String> commonName(X509Certificate certificate) {
        return commonName(certificate.getSubjectX500Principal().getName());
    }

    /** The first common name of a name as in RFC 4514; empty also where it is none. */
    public static Optional<String> commonName(String subject) {
        LdapName name;
        try {
            name = new LdapName(subject);
        } catch (InvalidNameException notRfc4514) {
            return Optional.empty();
        }
        // The encoding's first part is the last of the text, and the list runs in the order of the encoding.
        return name.getRdns().stream()
                .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
                .map(Rdn::getValue)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst();
    }
}
