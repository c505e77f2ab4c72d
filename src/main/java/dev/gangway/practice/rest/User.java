package dev.gangway.practice.rest;

import java.util.UUID;

/**
 * Somebody who can sign in.
 *
 * @param name an e-mail address
 * @param authority decides what they may do
 */
record User(UUID id, String name, String password, Authority authority) {
    enum Authority {
        SYS_ADMIN,
        TENANT_ADMIN,
        CUSTOMER_USER
    }

    /** Not the password. */
    @Override
    public String toString() {
        return name;
    }
}
