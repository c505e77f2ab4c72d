package dev.gangway.ui.authorities;

import dev.gangway.authorities.Authority;
import dev.gangway.authorities.IssuedCertificate;
import java.util.List;

/**
 * An authority with what it has issued.
 *
 * @param issued oldest first
 */
record AuthorityNode(Authority authority, List<IssuedCertificate> issued) {
    AuthorityNode {
        issued = List.copyOf(issued);
    }

    /** Its name. */
    String name() {
        return authority.name();
    }
}
