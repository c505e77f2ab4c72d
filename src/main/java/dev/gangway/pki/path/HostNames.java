package dev.gangway.pki.path;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** The names that a server's certificate is made for (RFC 9525, section 6; RFC 9110, section 4.3.4). */
public final class HostNames {
    private static final int DNS = 2;
    private static final int IP = 7;

    private HostNames() {}

    /** Whether a certificate is made for a host. */
    public enum Match {
        YES,
        /** Its common name only says so, which RFC 9525 no longer allows; OpenSSL and Java take it still. */
        COMMON_NAME_ONLY,
        NO
    }

    /** Whether it is made for this name or address. */
    public static Match match(X509Certificate leaf, String host) {
        boolean address = isAddress(host);
        boolean named = alternativeNames(leaf, address ? IP : DNS)
                .anyMatch(name -> address ? isSameAddress(name, host) : matches(name, host));
        if (named) {
            return Match.YES;
        }
        boolean byCommonName = !address
                && of(leaf).isEmpty()
                && commonName(leaf).filter(name -> matches(name, host)).isPresent();
        return byCommonName ? Match.COMMON_NAME_ONLY : Match.NO;
    }

    /** The DNS names and addresses that it is made for, in its order; those alone count where there are any. */
    public static List<String> of(X509Certificate leaf) {
        return Stream.concat(alternativeNames(leaf, DNS), alternativeNames(leaf, IP))
                .toList();
    }

    /** The same for people: its common name where it has no other, and a dash where it has none. */
    public static String show(X509Certificate leaf) {
        List<String> names = of(leaf);
        return names.isEmpty() ? commonName(leaf).orElse("–") : String.join(", ", names);
    }

    /** Whether it is an address rather than a name. */
    public static boolean isAddress(String host) {
        return host.contains(":") || host.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    }

    /** A star stands for the whole first label, and for nothing else (RFC 9525, section 6.3). */
    static boolean matches(String pattern, String host) {
        String wanted = withoutDot(host.toLowerCase(Locale.ROOT));
        String given = withoutDot(pattern.toLowerCase(Locale.ROOT));
        if (!given.startsWith("*.")) {
            return given.equals(wanted);
        }
        int dot = wanted.indexOf('.');
        return dot > 0 && given.indexOf('.', 2) > 0 && given.substring(1).equals(wanted.substring(dot));
    }

    private static String withoutDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static boolean isSameAddress(String one, String other) {
        try {
            // Both are addresses, so that no name is looked up.
            return isAddress(one)
                    && Arrays.equals(
                            InetAddress.getByName(one).getAddress(),
                            InetAddress.getByName(other).getAddress());
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static Stream<String> alternativeNames(X509Certificate leaf, int type) {
        try {
            Collection<List<?>> names = leaf.getSubjectAlternativeNames();
            return names == null
                    ? Stream.empty()
                    : names.stream()
                            .filter(name -> name.getFirst().equals(type))
                            .map(name -> String.valueOf(name.get(1)));
        } catch (CertificateParsingException e) {
            return Stream.empty();
        }
    }

    private static Optional<String> commonName(X509Certificate leaf) {
        try {
            List<Rdn> parts = new LdapName(leaf.getSubjectX500Principal().getName()).getRdns();
            return parts.reversed().stream()
                    .filter(part -> part.getType().equalsIgnoreCase("CN"))
                    .map(part -> String.valueOf(part.getValue()))
                    .findFirst();
        } catch (InvalidNameException e) {
            return Optional.empty();
        }
    }
}
