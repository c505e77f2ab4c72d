package dev.gangway.enrolment;

import dev.gangway.pki.Identity;
import dev.gangway.secret.Secret;
import java.util.Optional;

/**
 * What shows an enrolment server over HTTPS who asks.
 *
 * @param login by HTTP basic authentication
 * @param identity a client certificate: of an earlier enrolment, or the one that the maker put into the device
 */
public record ClientAuthentication(Optional<Login> login, Optional<Identity> identity) {
    /** Nothing. */
    public static final ClientAuthentication NONE = new ClientAuthentication(Optional.empty(), Optional.empty());

    /** A user and a password. */
    public record Login(String user, Secret password) {}

    /** By password. */
    public static ClientAuthentication password(String user, Secret password) {
        return new ClientAuthentication(Optional.of(new Login(user, password)), Optional.empty());
    }

    /** By certificate. */
    public static ClientAuthentication certificate(Identity identity) {
        return new ClientAuthentication(Optional.empty(), Optional.of(identity));
    }
}
