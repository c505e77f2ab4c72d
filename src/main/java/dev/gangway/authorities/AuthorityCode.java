package dev.gangway.authorities;

import dev.gangway.diagnosis.Code;

/** What can be wrong with an authority in the vault, or with what it is asked for. */
public enum AuthorityCode implements Code {
    /** An authority needs a name for people. */
    NAME_EMPTY,
    /** Another authority has this name. */
    NAME_TAKEN,
    /** The authority is not in the vault any more. */
    UNKNOWN,
    /** The certificate is in the vault as an authority already. */
    ALREADY_HERE,
    /** The private key does not belong to the certificate. */
    KEY_MISMATCH,
    /** The private key of the authority is not in the vault, so nothing can be signed here. */
    KEY_ELSEWHERE,
    /** The authority's own certificate has expired. */
    EXPIRED,
    /** The authority's own certificate was revoked. */
    REVOKED,
    /** Other authorities stand below this one. */
    HAS_AUTHORITIES_BELOW,
    /** What it has issued is still valid, and only it can revoke that. */
    HAS_VALID_CERTIFICATES,
    /** The authority has issued no certificate of this number. */
    NOT_ISSUED_HERE,
    /** The certificate was revoked already. */
    ALREADY_REVOKED,
    /** Who issued the certificate is not in the vault, so it cannot be renewed here. */
    ISSUER_NOT_HERE,
    /** The private key is on the device, so only the same key can be certified again. */
    KEY_ON_DEVICE,
    /** A warning: the certificate ends with the authority, before the template wants it to. */
    VALIDITY_CUT,
    /** A warning: a server's certificate names no host. */
    SERVER_WITHOUT_NAME,
    /** The name belongs to a template that comes with the program. */
    TEMPLATE_BUILT_IN,
    /** There is no template of this name. */
    TEMPLATE_UNKNOWN;

    @Override
    public String family() {
        return "authorities";
    }
}
