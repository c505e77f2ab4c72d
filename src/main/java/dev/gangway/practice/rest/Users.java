package dev.gangway.practice.rest;

import dev.gangway.practice.rest.Users.User.Authority;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The users of ThingsBoard's demo data, with their well-known passwords. */
public final class Users {
    /** The tenant administrator. */
    public static final String TENANT = "tenant@thingsboard.org";
    /** The tenant administrator's password: public knowledge, and of use on this server only. */
    public static final String TENANT_PASSWORD = "tenant";

    private final List<User> users = List.of(
            new User(UUID.randomUUID(), TENANT, TENANT_PASSWORD, Authority.TENANT_ADMIN),
            new User(UUID.randomUUID(), "customer@thingsboard.org", "customer", Authority.CUSTOMER_USER),
            new User(UUID.randomUUID(), "sysadmin@thingsboard.org", "sysadmin", Authority.SYS_ADMIN));

    Optional<User> byName(String name) {
        return users.stream().filter(user -> user.name().equals(name)).findFirst();
    }

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
}
