package dev.gangway.bench.rules;

import java.util.List;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** Distinguished names, shortened for people and compared for rules. */
final class Names {
    private Names() {}

    /** The common name where there is one, otherwise the whole name. */
    static String display(String name) {
        return parts(name).stream()
                .filter(part -> part.getType().equalsIgnoreCase("CN"))
                .map(part -> String.valueOf(part.getValue()))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(name.isEmpty() ? "–" : name);
    }

    /** Whether both name the same, whatever the order in which the parts are written. */
    static boolean same(String one, String other) {
        List<Rdn> first = parts(one);
        List<Rdn> second = parts(other);
        return first.size() == second.size() && !first.isEmpty() && first.containsAll(second);
    }

    private static List<Rdn> parts(String name) {
        try {
            return new LdapName(name).getRdns();
        } catch (InvalidNameException e) {
            return List.of();
        }
    }
}
