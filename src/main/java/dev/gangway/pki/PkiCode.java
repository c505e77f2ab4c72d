package dev.gangway.pki;

import dev.gangway.diagnosis.Code;

/** What can be wrong with keys, certificates and the files they come in. */
public enum PkiCode implements Code {
    /** The subject is not a distinguished name as in RFC 4514. */
    SUBJECT_SYNTAX,
    /** The subject holds no attribute at all. */
    SUBJECT_EMPTY,
    /** The subject names an attribute that nobody knows. */
    SUBJECT_ATTRIBUTE_UNKNOWN,
    /** The value of an attribute of the subject is empty, too long, or of the wrong form. */
    SUBJECT_VALUE,
    /** The end of the validity is not after its start. */
    VALIDITY_REVERSED,
    /** The certificate would outlive the authority that signs it. */
    VALIDITY_BEYOND_AUTHORITY,
    /** A name for the subject alternative name is neither a DNS name nor an IP address. */
    ALTERNATIVE_NAME,
    /** The certificate that shall sign another one is not an authority's. */
    AUTHORITY_NOT_CA,
    /** The authority may not have another authority below it. */
    AUTHORITY_PATH_LENGTH;

    @Override
    public String family() {
        return "pki";
    }
}
