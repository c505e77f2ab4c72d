package dev.gangway.enrolment;

import dev.gangway.diagnosis.Code;

/** Why an authority issued nothing, or nothing that one could use. */
public enum EnrolmentCode implements Code {
    /** The address is no URL of the kind that the protocol needs. */
    ADDRESS,
    /** The name does not resolve, or nothing listens. */
    UNREACHABLE,
    /** No answer in time. */
    TIMED_OUT,
    /** The server's certificate ends at none of the trusted authorities. */
    UNTRUSTED,
    /** The server's certificate is for another host. */
    HOST_MISMATCH,
    /** TLS failed in another way; often the server refused our certificate. */
    TLS_FAILED,
    /** Stopped by a person. */
    CANCELLED,
    /** Status 3xx. */
    REDIRECTED,
    /** Status 401 or 403: it does not know the user, the password or the certificate. */
    UNAUTHORIZED,
    /** Status 404 or 405: nothing of the kind at this address. */
    NOT_HERE,
    /** Another status 4xx: the request as such was refused. */
    REFUSED,
    /** Status 5xx. */
    SERVER_ERROR,
    /** Status 202: a person has to approve, and has not in the time that we waited. */
    PENDING,
    /** The answer is of another kind: HTML, JSON, nothing. */
    WRONG_CONTENT,
    /** The answer is of the right kind and cannot be parsed. */
    DAMAGED,
    /** The answer holds no certificate. */
    NO_CERTIFICATE,
    /** The certificate is for another key than ours. */
    OTHER_KEY,
    /** The certificate ends at none of the trusted authorities. */
    OTHER_AUTHORITY,
    /** The certificate leads to a trusted authority by one that has expired, or that may not issue. */
    UNSOUND_CHAIN,
    /** The authority's fingerprint is not the one that was expected. */
    FINGERPRINT_DIFFERS,
    /** Nobody has said yet which authority to trust. */
    AUTHORITY_UNCONFIRMED,
    /** CMP: the authority refused, with its own reasons. */
    CMP_REFUSED,
    /** CMP: the answer is not protected, or not by whom it has to be. */
    CMP_UNPROTECTED,
    /** CMP: the answer's protection does not match: another secret, or a changed message. */
    CMP_PROTECTION,
    /** CMP: the answer belongs to another request. */
    CMP_OTHER_TRANSACTION;

    @Override
    public String family() {
        return "enrolment";
    }
}
