package dev.gangway.bench.event;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** What TLS and DTLS say, and what we found of the certificates of both sides. */
public sealed interface TlsDetail extends Detail {
    /** We looked at our own certificate before sending anything. */
    record IdentityChecked(List<IdentityFault> faults) implements TlsDetail {}

    /** What is wrong with our own chain or key; {@code position} counts from 0, the leaf. */
    record IdentityFault(Kind kind, int position, String subject) {
        /** The kinds of fault. */
        public enum Kind {
            /** The private key does not belong to the leaf. */
            KEY_MISMATCH,
            EXPIRED,
            NOT_YET_VALID,
            /** The certificate is not signed by the next one, but by another one of the chain. */
            WRONG_ORDER,
            /** The certificate is signed by none of the chain that follows it. */
            UNRELATED,
            /** The first certificate is an authority's. */
            LEAF_IS_AUTHORITY,
            /** Extended key usage without clientAuth. */
            WRONG_USAGE,
            /** An issuer in the chain without basicConstraints CA. */
            NOT_AN_AUTHORITY
        }
    }

    /**
     * What was decided when the server asked for a client certificate.
     *
     * @param choice what we did, and why
     * @param stockJavaSends whether a stock Java client would have sent one
     */
    record ClientCertificateChosen(Choice choice, boolean stockJavaSends) implements TlsDetail {}

    /** What was done about a client certificate. */
    enum Choice {
        SENT,
        /** None was configured. */
        NONE_CONFIGURED,
        /** The plan says never. */
        NEVER,
        /** Left out as a stock Java client would: no issuer of ours is in the server's list. */
        ISSUER_NOT_ACCEPTED,
        /** The server takes no signature scheme that our key can make. */
        NO_COMMON_SIGNATURE
    }

    /** Names as in the IANA registries; what we offered. */
    record ClientHello(
            List<String> versions,
            List<String> cipherSuites,
            List<String> groups,
            List<String> signatureSchemes,
            Optional<String> serverName,
            List<String> alpn)
            implements TlsDetail {}

    /** What the server chose; the protocol of ALPN stands here in TLS 1.2 only. */
    record ServerHello(
            String version, String cipherSuite, Optional<String> group, Optional<String> alpn, boolean helloRetry)
            implements TlsDetail {}

    /** Another message of the handshake, and what it settles. */
    record Settled(int type, Optional<String> group, Optional<String> scheme, Optional<String> alpn)
            implements TlsDetail {}

    /** A certificate chain; direction OUT: ours, empty when none was sent. */
    record Certificates(List<X509Certificate> chain) implements TlsDetail {
        @Override
        public Severity severity(Direction direction) {
            return direction == Direction.OUT && chain.isEmpty() ? Severity.WARNING : Severity.PLAIN;
        }
    }

    /** The server wants a client certificate. */
    record CertificateRequested(List<String> acceptedIssuers, List<String> signatureSchemes) implements TlsDetail {}

    /** We judged the server's chain. */
    record ServerChainJudged(List<ChainFault> faults) implements TlsDetail {
        @Override
        public Severity severity(Direction direction) {
            return faults.isEmpty() ? Severity.GOOD : Severity.BAD;
        }
    }

    /** What can be wrong with the server's chain; {@code position} counts from 0, the leaf. */
    record ChainFault(Kind kind, int position, String subject, String expected) {
        /** The kinds of fault. */
        public enum Kind {
            SELF_SIGNED,
            ISSUER_MISSING,
            UNKNOWN_ROOT,
            /** An authority of the issuer's name is trusted, but it has another key. */
            SAME_NAME_OTHER_KEY,
            ANCHOR_IS_NOT_A_CA,
            EXPIRED,
            /** The trusted authority itself, a warning: Java goes on, OpenSSL and Mbed TLS do not. */
            ANCHOR_EXPIRED,
            NOT_YET_VALID,
            /** {@code expected} lists the names that the certificate has. */
            HOST_MISMATCH,
            /** Only the common name matches: Java and OpenSSL accept it, Python, Go and mbedTLS do not. */
            NO_ALTERNATIVE_NAME,
            WRONG_USAGE,
            WEAK_KEY,
            WEAK_SIGNATURE,
            BAD_SIGNATURE,
            NOT_AN_AUTHORITY,
            /** An algorithm that Java refuses, for example MD5 or RSA below 1024 bits. */
            FORBIDDEN_ALGORITHM,
            /** Path length, name constraints, or a critical extension that nobody knows. */
            CONSTRAINT_VIOLATED;

            /** Whether the connection is refused for it; the others are worth a warning. */
            public boolean isFatal() {
                return this != NO_ALTERNATIVE_NAME
                        && this != WEAK_KEY
                        && this != WEAK_SIGNATURE
                        && this != ANCHOR_EXPIRED;
            }
        }
    }

    /** We judged the OCSP response that the server stapled to its certificate. */
    record StapleJudged(Staple staple) implements TlsDetail {
        @Override
        public Severity severity(Direction direction) {
            return switch (staple) {
                case GOOD -> Severity.GOOD;
                case REVOKED -> Severity.BAD;
                default -> Severity.WARNING;
            };
        }
    }

    /** What such a response comes to (RFC 6960, section 3.2). */
    enum Staple {
        GOOD,
        REVOKED,
        /** The responder does not know the certificate. */
        UNKNOWN,
        /** It is not of today. */
        OUTDATED,
        /** Signed neither by the issuer nor by one whom the issuer charged with it. */
        WRONG_SIGNER,
        /** It is about another certificate. */
        OTHER_CERTIFICATE,
        /** It holds no answer, or cannot be read. */
        NO_ANSWER
    }

    /** A TLS alert (RFC 8446, section 6); direction says who sent it. */
    record Alert(boolean fatal, int code, String name) implements TlsDetail {
        @Override
        public Severity severity(Direction direction) {
            return code == 0 ? Severity.PLAIN : Severity.BAD;
        }
    }

    /** The handshake is complete on our side; a TLS 1.3 server may still refuse our certificate. */
    record HandshakeComplete(String version, String cipherSuite, boolean resumed) implements TlsDetail {}

    /** Any other handshake message. */
    record Handshake(int type) implements TlsDetail {}

    /** The kind of device as which we connect could not have read what the server sent. */
    record BeyondDevice(Limit limit, int seen, int most) implements TlsDetail {
        @Override
        public Severity severity(Direction direction) {
            return Severity.BAD;
        }
    }

    /** What of a device has an end. */
    enum Limit {
        /** Bytes of a TLS record. */
        RECORD,
        /** Bytes of the message that holds the server's certificates. */
        MESSAGE,
        /** Certificates that the server sends. */
        CHAIN,
        /** Bits of an RSA key. */
        RSA_KEY
    }
}
