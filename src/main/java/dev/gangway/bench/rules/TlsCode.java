package dev.gangway.bench.rules;

import static dev.gangway.bench.rules.RemedyTemplate.advice;

import dev.gangway.diagnosis.Action;
import java.util.List;

/** Why TLS fails before the client's certificate matters. */
public enum TlsCode implements BenchCode {
    /** The server's certificate is signed by itself and not trusted here. */
    SERVER_SELF_SIGNED(
            advice("trust-authority", Action.TRUST_AUTHORITY), advice("compare-fingerprint"), advice("choose-ca")),
    /** The server leaves its intermediate certificate out. */
    SERVER_INTERMEDIATE_MISSING(advice("server-full-chain"), advice("add-intermediate"), advice("choose-ca")),
    /** The server's authority is not among the trusted ones. */
    SERVER_UNTRUSTED(
            advice("trust-authority", Action.TRUST_AUTHORITY), advice("choose-ca"), advice("compare-fingerprint")),
    /** The server shows another certificate than at the last pass, by another authority, which is not trusted. */
    SERVER_CHANGED(
            advice("compare-fingerprint"),
            advice("trust-authority", Action.TRUST_AUTHORITY),
            advice("choose-ca"),
            advice("tell-fleet"),
            advice("other-network")),
    /** An authority of the name is trusted, but with another key: it was made anew, or somebody took its name. */
    SERVER_ROOT_RENEWED(
            advice("compare-fingerprint"), advice("trust-authority", Action.TRUST_AUTHORITY), advice("choose-ca")),
    /** The file chosen as authority holds no authority. */
    ANCHOR_NOT_AN_AUTHORITY(advice("choose-ca"), advice("download-ca")),
    /** A certificate of the server's chain has expired. */
    SERVER_EXPIRED(advice("renew-server"), advice("check-clock")),
    /** A certificate of the server's chain is not valid yet. */
    SERVER_NOT_YET_VALID(advice("check-clock"), advice("reissue-server")),
    /** The server's certificate is for other names. */
    HOST_MISMATCH(
            advice("use-host", Action.USE_HOST), advice("use-name-in-certificate"), advice("reissue-server-name")),
    /** The server showed another certificate because it was not told the name. */
    HOST_MISMATCH_WITHOUT_SNI(
            advice("turn-sni-on"), advice("use-host", Action.USE_HOST), advice("reissue-server-name")),
    /** A proxy showed a certificate of its own making: it has none for the name that was sent. */
    DEFAULT_CERTIFICATE(advice("check-host-spelling"), advice("sni-name")),
    /** The server's certificate does not name this address. */
    ADDRESS_MISMATCH(advice("use-host", Action.USE_HOST), advice("connect-by-name"), advice("reissue-server-address")),
    /** The server's certificate is not made for a server. */
    SERVER_WRONG_USAGE(advice("reissue-server")),
    /** The server's certificate is too weak. */
    SERVER_WEAK(advice("reissue-server-strong")),
    /** The server itself brings the proof that its certificate is revoked. */
    SERVER_REVOKED(advice("renew-server"), advice("ask-authority-why-revoked")),
    /** The server's certificates do not belong together. */
    SERVER_CHAIN_BROKEN(advice("server-chain-order"), advice("server-full-chain")),
    /** The server's certificate is signed by one that must not sign. */
    SERVER_ISSUER_NOT_AN_AUTHORITY(advice("reissue-authority")),
    /** An authority in the server's chain may not sign for this name, or not so many levels below it. */
    SERVER_CONSTRAINT_VIOLATED(advice("reissue-authority")),
    /** There is no TLS version that both sides speak. */
    VERSION_REFUSED(
            advice("use-tls-version", Action.USE_TLS_VERSION),
            advice("offer-all-versions"),
            advice("update-server-tls")),
    /** There is no cipher suite or group that both sides take. */
    NOTHING_IN_COMMON(
            advice("use-tls-version", Action.USE_TLS_VERSION),
            advice("offer-default-suites"),
            advice("server-suites"),
            advice("server-certificate-type")),
    /** The server does not know the name asked for. */
    NAME_UNKNOWN(advice("check-host-spelling"), advice("sni-name")),
    /** The server speaks none of the application protocols offered. */
    ALPN_REFUSED(advice("clear-alpn")),
    /** The server wants to negotiate anew within the connection, which we refuse. */
    RENEGOTIATION(advice("no-renegotiation"), advice("use-tls-version", Action.USE_TLS_VERSION)),
    /** The server wants to be told in TLS which protocol comes (ALPN). */
    ALPN_MISSING(advice("set-alpn"), advice("use-port", Action.USE_PORT)),
    /** The server wants to be told its name in TLS (SNI). */
    SERVER_NAME_MISSING(advice("turn-sni-on"), advice("sni-name")),
    /** What was chosen to be offered is too little for the server; what ordinary clients offer is not. */
    OFFER_TOO_NARROW(advice("offer-default-suites"), advice("server-suites"), advice("server-certificate-type")),
    /** The server, or a box on the way, trips over a hello that offers TLS 1.3 beside 1.2. */
    VERSION_INTOLERANT(
            advice("use-tls-version", Action.USE_TLS_VERSION), advice("update-server-tls"), advice("check-middlebox")),
    /** The server, or a box on the way, trips over a hello of ordinary size. */
    HELLO_TOO_LARGE(advice("offer-less"), advice("check-middlebox"), advice("update-server-tls")),
    /** The server stops talking during the TLS handshake. */
    STALLED(advice("retry", Action.RETRY), advice("use-port", Action.USE_PORT), advice("check-mtu")),
    /** The server hangs up during the TLS handshake. */
    BROKE_OFF(
            advice("use-tls-version", Action.USE_TLS_VERSION),
            advice("check-server-log"),
            advice("retry", Action.RETRY)),
    /** What the server sends is not TLS as it should be. */
    GARBLED(advice("check-middlebox"), advice("retry", Action.RETRY), advice("check-server-log")),
    /** The server ends TLS with an alert that fits no known cause. */
    ALERT(advice("check-server-log"), advice("retry", Action.RETRY));

    private final List<RemedyTemplate> advice;

    TlsCode(RemedyTemplate... advice) {
        this.advice = List.of(advice);
    }

    @Override
    public String family() {
        return "tls";
    }

    @Override
    public List<RemedyTemplate> remedies() {
        return advice;
    }
}
