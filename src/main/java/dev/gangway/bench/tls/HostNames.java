package dev.gangway.bench.tls;

import dev.gangway.bench.event.TlsDetail.ChainFault;
import dev.gangway.bench.event.TlsDetail.ChainFault.Kind;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** Matches a host name against a certificate (RFC 6125; RFC 9110, section 4.3.5). */
final class HostNames {
    private static final int DNS = 2;
    private static final int IP = 7;

    private HostNames() {}

    /** The fault, where the certificate is not for this host, or says so in its common name only. */
    static Optional<ChainFault> check(X509Certificate leaf, String host) {
        boolean address = isAddress(host);
        List<String> names = alternativeNames(leaf, address ? IP : DNS);
        boolean matches = names.stream().anyMatch(name -> address ? sameAddress(name, host) : matches(name, host));
        if (matches) {
            return Optional.empty();
        }
        boolean noNames = alternativeNames(leaf, DNS).isEmpty()
                && alternativeNames(leaf, IP).isEmpty();
        Optional<String> commonName = commonName(leaf);
        if (noNames
                && !address
                && commonName.filter(name -> matches(name, host)).isPresent()) {
            return Optional.of(ChainJudge.fault(Kind.NO_ALTERNATIVE_NAME, 0, leaf, host));
        }
        return Optional.of(ChainJudge.fault(Kind.HOST_MISMATCH, 0, leaf, host));
    }

    static boolean isAddress(String host) {
        return host.contains(":") || host.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    }

    /** A star stands for the whole first label, and for nothing else. */
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

    private static boolean sameAddress(String one, String other) {
        try {
            return Arrays.equals(
                    InetAddress.getByName(one).getAddress(),
                    InetAddress.getByName(other).getAddress());
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static List<String> alternativeNames(X509Certificate leaf, int type) {
        try {
            Collection<List<?>> names = leaf.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(name -> name.getFirst().equals(type))
                            .map(name -> String.valueOf(name.get(1)))
                            .toList();
        } catch (CertificateParsingException e) {
            return List.of();
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
