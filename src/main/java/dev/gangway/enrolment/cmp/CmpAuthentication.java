package dev.gangway.enrolment.cmp;

import dev.gangway.pki.Identity;
import dev.gangway.secret.Secret;

/** How messages show who sent them. */
public sealed interface CmpAuthentication {
    /**
     * By a secret that the authority gave out, with the name that it knows it by (password-based MAC, RFC 9810, section
     * 5.1.3.1).
     */
    record SharedSecret(String reference, Secret secret) implements CmpAuthentication {}

    /** By a signature with a certificate that the authority trusts: of the maker, or of an earlier enrolment. */
    record Signature(Identity identity) implements CmpAuthentication {}
}
