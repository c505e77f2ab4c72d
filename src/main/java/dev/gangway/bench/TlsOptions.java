package dev.gangway.bench;

import dev.gangway.pki.Identity;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How to speak TLS. Empty lists of names mean the library's defaults.
 *
 * @param versions which to offer, at least one
 * @param trustAnchors authorities the server's chain may end at
 * @param systemTrust whether the authorities that Java ships are trusted as well
 * @param verify false only by a visible choice for this one connection; the timeline and verdict then say so
 * @param identity client certificate and key, where there are any
 * @param presentation when the client certificate is sent
 * @param serverName name for SNI, and expected in the server's certificate; empty for the endpoint's host
 * @param sni whether SNI is sent at all
 * @param alpn protocols for ALPN, in order
 * @param cipherSuites IANA names, in order
 * @param groups named groups, in order
 * @param signatureSchemes IANA names, in order
 */
public record TlsOptions(
        List<Version> versions,
        List<X509Certificate> trustAnchors,
        boolean systemTrust,
        boolean verify,
        Optional<Identity> identity,
        Presentation presentation,
        Optional<String> serverName,
        boolean sni,
        List<String> alpn,
        List<String> cipherSuites,
        List<String> groups,
        List<String> signatureSchemes) {

    /** The versions we speak. */
    public enum Version {
        /** RFC 5246. */
        TLS_1_2,
        /** RFC 8446. */
        TLS_1_3
    }

    /** When the client certificate is sent. */
    public enum Presentation {
        /** Whenever the server asks for one: as OpenSSL does. */
        ALWAYS,
        /** Only if the server's list of accepted issuers names an issuer of ours: as a stock Java client does. */
        STOCK_JAVA,
        /** Never: an empty Certificate message. */
        NEVER
    }

    /** Both versions, these anchors, and no client certificate. */
    public static TlsOptions trusting(List<X509Certificate> anchors) {
        return new TlsOptions(
                List.of(Version.TLS_1_3, Version.TLS_1_2),
                List.copyOf(anchors),
                anchors.isEmpty(),
                true,
                Optional.empty(),
                Presentation.ALWAYS,
                Optional.empty(),
                true,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** With this client certificate. */
    public TlsOptions withIdentity(Identity changed) {
        return new TlsOptions(
                versions,
                trustAnchors,
                systemTrust,
                verify,
                Optional.of(changed),
                presentation,
                serverName,
                sni,
                alpn,
                cipherSuites,
                groups,
                signatureSchemes);
    }

    /** With these versions. */
    public TlsOptions withVersions(List<Version> changed) {
        return new TlsOptions(
                changed,
                trustAnchors,
                systemTrust,
                verify,
                identity,
                presentation,
                serverName,
                sni,
                alpn,
                cipherSuites,
                groups,
                signatureSchemes);
    }

    /** With this rule for sending the client certificate. */
    public TlsOptions withPresentation(Presentation changed) {
        return new TlsOptions(
                versions,
                trustAnchors,
                systemTrust,
                verify,
                identity,
                changed,
                serverName,
                sni,
                alpn,
                cipherSuites,
                groups,
                signatureSchemes);
    }

    /** Without a client certificate. */
    public TlsOptions withoutIdentity() {
        return new TlsOptions(
                versions,
                trustAnchors,
                systemTrust,
                verify,
                Optional.empty(),
                presentation,
                serverName,
                sni,
                alpn,
                cipherSuites,
                groups,
                signatureSchemes);
    }

    /** With this authority trusted as well. */
    public TlsOptions trustingAlso(X509Certificate authority) {
        return new TlsOptions(
                versions,
                Stream.concat(trustAnchors.stream(), Stream.of(authority)).toList(),
                systemTrust,
                verify,
                identity,
                presentation,
                serverName,
                sni,
                alpn,
                cipherSuites,
                groups,
                signatureSchemes);
    }

    /** With these authorities and no others. */
    public TlsOptions trustingOnly(List<X509Certificate> anchors) {
        return new TlsOptions(
                versions,
                List.copyOf(anchors),
                false,
                verify,
                identity,
                presentation,
                serverName,
                sni,
                alpn,
                cipherSuites,
                groups,
                signatureSchemes);
    }

    /** With this name in SNI, and expected in the server's certificate, instead of the endpoint's host. */
    public TlsOptions expecting(String name) {
        return new TlsOptions(
                versions,
                trustAnchors,
                systemTrust,
                verify,
                identity,
                presentation,
                Optional.of(name),
                sni,
                alpn,
                cipherSuites,
                groups,
                signatureSchemes);
    }
}
