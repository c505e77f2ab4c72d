package dev.gangway.ui.bench;

import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/** The part of a distinguished name that people know it by. */
final class CommonName {
    private CommonName() {}

    /** The common name, or the whole name where it has none. */
    static String of(X500Principal name) {
        try {
            for (Rdn rdn : new LdapName(name.getName()).getRdns().reversed()) {
                if (rdn.getType().equalsIgnoreCase("CN")) {
                    return String.valueOf(rdn.getValue());
                }
            }
        } catch (InvalidNameException unreadable) {
            return name.getName(); // nobody's fault here: shown as it is
        }
        return name.getName();
    }
}
