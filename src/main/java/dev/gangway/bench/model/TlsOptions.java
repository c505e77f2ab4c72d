package dev.gangway.bench.model;

import dev.gangway.bench.profile.DeviceProfile;
import dev.gangway.pki.Identity;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * How to speak TLS.
 *
 * @param offer what the ClientHello offers
 * @param trust which servers are believed
 * @param identity client certificate and key, where there are any
 * @param presentation when the client certificate is sent
 * @param name which name is asked for and expected
 */
public record TlsOptions(
        Offer offer, Trust trust, Optional<Identity> identity, Presentation presentation, ServerName name) {

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

    /**
     * What the ClientHello offers, each list in order. Empty lists mean what ordinary clients offer.
     *
     * @param versions at least one
     * @param suites cipher suites, IANA names
     * @param groups named groups, IANA names
     * @param schemes signature schemes, IANA names
     * @param alpn protocols for ALPN (RFC 7301); empty sends none
     * @param as the kind of device whose ClientHello this is, and whose limits hold; empty for an ordinary client
     */
    public record Offer(
            List<Version> versions,
            List<String> suites,
            List<String> groups,
            List<String> schemes,
            List<String> alpn,
            Optional<DeviceProfile> as) {
        /** Both versions and the defaults. */
        public static final Offer USUAL = new Offer(
                List.of(Version.TLS_1_3, Version.TLS_1_2),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());

        /** As little as many servers take, for a ClientHello that fits into one small packet. */
        public static final Offer SMALL = new Offer(
                List.of(Version.TLS_1_2),
                List.of("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"),
                List.of("secp256r1"),
                List.of("ecdsa_secp256r1_sha256", "rsa_pss_rsae_sha256", "rsa_pkcs1_sha256"),
                List.of(),
                Optional.empty());

        /** What this kind of device offers. */
        public static Offer of(DeviceProfile profile) {
            DeviceProfile.Hello hello = profile.hello();
            List<Version> versions = Stream.of(Version.TLS_1_3, Version.TLS_1_2)
                    .filter(version -> hello.versions().contains(version == Version.TLS_1_3 ? "1.3" : "1.2"))
                    .toList();
            return new Offer(
                    versions, hello.suites(), hello.groups(), hello.schemes(), List.of(), Optional.of(profile));
        }

        /** Whether suites, groups or schemes are other than those of ordinary clients. */
        public boolean isNarrow() {
            return !suites.isEmpty() || !groups.isEmpty() || !schemes.isEmpty();
        }

        /** With these versions. */
        public Offer withVersions(List<Version> changed) {
            return new Offer(changed, suites, groups, schemes, alpn, as);
        }

        /** With these cipher suites. */
        public Offer withSuites(List<String> changed) {
            return new Offer(versions, changed, groups, schemes, alpn, as);
        }

        /** With these groups. */
        public Offer withGroups(List<String> changed) {
            return new Offer(versions, suites, changed, schemes, alpn, as);
        }

        /** With these signature schemes. */
        public Offer withSchemes(List<String> changed) {
            return new Offer(versions, suites, groups, changed, alpn, as);
        }

        /** With these protocols for ALPN. */
        public Offer withAlpn(List<String> changed) {
            return new Offer(versions, suites, groups, schemes, changed, as);
        }
    }

    /**
     * Which servers are believed.
     *
     * @param anchors authorities that the server's chain may end at
     * @param system whether the authorities that Java ships are trusted as well
     * @param enforced false only by a visible choice for this one connection; the timeline and verdict then say so
     */
    public record Trust(List<X509Certificate> anchors, boolean system, boolean enforced) {}

    /**
     * The server's name.
     *
     * @param other expected in the server's certificate and sent in SNI instead of the endpoint's host
     * @param sent whether SNI is sent at all
     */
    public record ServerName(Optional<String> other, boolean sent) {
        /** The endpoint's host, sent. */
        public static final ServerName OF_ENDPOINT = new ServerName(Optional.empty(), true);
    }

    /** Both versions, these anchors (without any, those that Java ships), and no client certificate. */
    public static TlsOptions trusting(List<X509Certificate> anchors) {
        Trust trust = new Trust(List.copyOf(anchors), anchors.isEmpty(), true);
        return new TlsOptions(Offer.USUAL, trust, Optional.empty(), Presentation.ALWAYS, ServerName.OF_ENDPOINT);
    }

    /** The name that the server's certificate has to hold for an endpoint at this host. */
    public String expectedName(String host) {
        return name.other().orElse(host);
    }

    /** With another offer. */
    public TlsOptions offering(UnaryOperator<Offer> change) {
        return new TlsOptions(change.apply(offer), trust, identity, presentation, name);
    }

    /** With these versions. */
    public TlsOptions withVersions(List<Version> changed) {
        return offering(offered -> offered.withVersions(changed));
    }

    /** With this client certificate. */
    public TlsOptions withIdentity(Identity changed) {
        return new TlsOptions(offer, trust, Optional.of(changed), presentation, name);
    }

    /** Without a client certificate. */
    public TlsOptions withoutIdentity() {
        return new TlsOptions(offer, trust, Optional.empty(), presentation, name);
    }

    /** With this rule for sending the client certificate. */
    public TlsOptions withPresentation(Presentation changed) {
        return new TlsOptions(offer, trust, identity, changed, name);
    }

    /** With this authority trusted as well. */
    public TlsOptions trustingAlso(X509Certificate authority) {
        List<X509Certificate> anchors =
                Stream.concat(trust.anchors().stream(), Stream.of(authority)).toList();
        return believing(new Trust(anchors, trust.system(), trust.enforced()));
    }

    /** With these authorities and no others. */
    public TlsOptions trustingOnly(List<X509Certificate> anchors) {
        return believing(new Trust(List.copyOf(anchors), false, trust.enforced()));
    }

    /** With the server's certificate looked at, but believed whatever is wrong with it. */
    public TlsOptions trustingAnyone() {
        return believing(new Trust(trust.anchors(), trust.system(), false));
    }

    /** With this name in SNI, and expected in the server's certificate, instead of the endpoint's host. */
    public TlsOptions expecting(String changed) {
        return new TlsOptions(offer, trust, identity, presentation, new ServerName(Optional.of(changed), name.sent()));
    }

    /** Without SNI; the name is expected in the server's certificate all the same. */
    public TlsOptions withoutSni() {
        return new TlsOptions(offer, trust, identity, presentation, new ServerName(name.other(), false));
    }

    private TlsOptions believing(Trust changed) {
        return new TlsOptions(offer, changed, identity, presentation, name);
    }
}
