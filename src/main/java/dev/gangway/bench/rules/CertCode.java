package dev.gangway.bench.rules;

import static dev.gangway.bench.rules.RemedyTemplate.advice;

import dev.gangway.diagnosis.Action;
import java.util.List;

/** Why the client's certificate is refused during TLS. */
public enum CertCode implements BenchCode {
    /** The server insists on a client certificate and none was chosen. */
    REQUIRED(advice("choose-certificate"), advice("other-listener")),
    /** A client certificate was chosen but not sent. */
    WITHHELD(advice("always-send", Action.ALWAYS_SEND_CERTIFICATE), advice("server-issuer-list")),
    /** This test was told to leave the certificate out. */
    LEFT_OUT(advice("always-send", Action.ALWAYS_SEND_CERTIFICATE)),
    /** The server takes no signature that our key can make. */
    NO_COMMON_SIGNATURE(advice("reissue-ec"), advice("offer-default-suites")),
    /** The device sends its certificate without the intermediate. */
    INTERMEDIATE_MISSING(
            advice("send-full-chain", Action.SEND_FULL_CHAIN),
            advice("add-client-intermediate"),
            advice("give-ca-to-server")),
    /** The server does not trust the certificate's issuer. */
    ISSUER_UNKNOWN(advice("give-ca-to-server"), advice("reissue", Action.REISSUE), advice("check-right-server")),
    /** The server takes no self-signed certificate. */
    SELF_SIGNED_REFUSED(advice("issue-by-authority"), advice("give-certificate-to-server")),
    /** The certificate has the name of its authority, which OpenSSL takes for self-signed. */
    SUBJECT_OF_AUTHORITY(advice("reissue-other-subject", Action.REISSUE), advice("check-server-log")),
    /** The client certificate has expired. */
    EXPIRED(advice("reissue", Action.REISSUE), advice("check-clock")),
    /** The server calls a certificate expired that is valid. */
    CALLED_EXPIRED(advice("check-server-clock"), advice("renew-crl"), advice("renew-intermediate")),
    /** The client certificate is not valid yet. */
    NOT_YET_VALID(advice("check-clock"), advice("wait-until-valid"), advice("reissue", Action.REISSUE)),
    /** The private key does not belong to the certificate. */
    KEY_MISMATCH(advice("pair-key"), advice("reissue", Action.REISSUE)),
    /** The certificates are sent in the wrong order. */
    WRONG_ORDER(advice("reorder-chain", Action.REORDER_CHAIN), advice("take-leaf", Action.TAKE_LEAF)),
    /** One of the certificates sent did not sign the one before it. */
    CHAIN_BROKEN(advice("take-leaf", Action.TAKE_LEAF), advice("right-intermediate")),
    /** The certificate's issuer must not sign certificates. */
    ISSUER_NOT_AN_AUTHORITY(advice("reissue-client-authority"), advice("take-leaf", Action.TAKE_LEAF)),
    /** The certificate is not made for a client. */
    WRONG_USAGE(advice("reissue", Action.REISSUE), advice("check-template")),
    /** The certificate's key or signature is too weak. */
    WEAK(advice("reissue", Action.REISSUE)),
    /** The server cannot use this kind of certificate. */
    UNSUPPORTED(advice("reissue-ec"), advice("reorder-chain", Action.REORDER_CHAIN)),
    /** The server could not read the certificate. */
    BAD(advice("reissue", Action.REISSUE), advice("check-server-log")),
    /** The certificate was revoked. */
    REVOKED(advice("reissue", Action.REISSUE), advice("ask-authority")),
    /** The certificate is valid, but not allowed in. */
    ACCESS_DENIED(advice("allow-on-server"), advice("check-server-log")),
    /** The server refuses the certificate and does not say why. */
    REFUSED(advice("check-server-log"), advice("reissue", Action.REISSUE)),
    /** The server refuses the certificate, and takes the login without it. */
    NOT_WANTED(advice("drop-certificate", Action.DROP_CERTIFICATE), advice("give-ca-to-server")),
    /** The server hangs up right after our certificate. */
    REFUSED_SILENTLY(
            advice("use-tls-version", Action.USE_TLS_VERSION), advice("give-ca-to-server"), advice("check-server-log"));

    private final List<RemedyTemplate> advice;

    CertCode(RemedyTemplate... advice) {
        this.advice = List.of(advice);
    }

    @Override
    public String family() {
        return "cert";
    }

    @Override
    public List<RemedyTemplate> remedies() {
        return advice;
    }
}
