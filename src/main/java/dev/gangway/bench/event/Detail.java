package dev.gangway.bench.event;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an event says, typed, for the rules. Nothing in here comes from the text of an exception. */
public sealed interface Detail {
    /** Nothing a rule would ask for. */
    record Plain() implements Detail {}

    /** Read from a recording: what a rule would ask for is gone, how the event was marked is not. */
    record Recorded(Severity severity) implements Detail {}

    /** The name was resolved to these addresses. */
    record Resolved(List<String> addresses) implements Detail {}

    /** The name could not be resolved. */
    record NotResolved(String host) implements Detail {}

    /** A TCP connection stands. */
    record TcpConnected(String address, int port) implements Detail {}

    /** A TCP connection to one address failed. */
    record TcpFailed(String address, int port, TcpFault fault) implements Detail {}

    /** How TCP can fail. */
    enum TcpFault {
        REFUSED,
        TIMEOUT,
        NO_ROUTE,
        /** Opened and reset in one. */
        RESET,
        OTHER
    }

    /** The stream ended. Direction IN: the other side closed it. */
    record Closed(Ending ending) implements Detail {}

    /** How a stream ends. */
    enum Ending {
        /** End of file in good order (FIN). */
        EOF,
        /** Reset (RST), or broken pipe while writing. */
        RESET,
        /** We gave up waiting: the deadline passed. */
        TIMEOUT,
        /** A person cancelled. */
        CANCELLED,
        /** We closed it. */
        BY_US
    }

    /** Bytes that are not of the protocol expected here; the first of them. */
    record ForeignBytes(byte[] first, Foreign guess) implements Detail {}

    /** What foreign bytes look like. */
    enum Foreign {
        /** A TLS record: content type 20 to 23 and a version. */
        TLS,
        /** HTTP or HTML. */
        HTTP,
        /** An MQTT packet. */
        MQTT,
        /** Readable text. */
        TEXT,
        UNKNOWN
    }

    /** A message began and never ended: so many of the expected bytes came; {@code expected} is -1 where unknown. */
    record Incomplete(int have, int expected) implements Detail {}

    /** After a server hung up without a word: whether it does so before anything is sent. */
    record SilenceProbed(boolean hungUp) implements Detail {}

    /** The server closed the WebSocket; {@code code} is that of RFC 6455, section 7.4, or 1005 where it gave none. */
    record WebSocketClosed(int code, String reason) implements Detail {}

    /** After a server hung up on plain MQTT: whether its port answers TLS. */
    record TlsProbed(boolean answered) implements Detail {}

    /** We looked at our own certificate before sending anything. */
    record IdentityChecked(List<IdentityFault> faults) implements Detail {}

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
    record ClientCertificateChosen(Choice choice, boolean stockJavaSends) implements Detail {}

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
            implements Detail {}

    /** What the server chose; the protocol of ALPN stands here in TLS 1.2 only. */
    record ServerHello(
            String version, String cipherSuite, Optional<String> group, Optional<String> alpn, boolean helloRetry)
            implements Detail {}

    /** Another message of the handshake, and what it settles. */
    record Settled(int type, Optional<String> group, Optional<String> scheme, Optional<String> alpn)
            implements Detail {}

    /** A certificate chain; direction OUT: ours, empty when none was sent. */
    record Certificates(List<X509Certificate> chain) implements Detail {}

    /** The server wants a client certificate. */
    record CertificateRequested(List<String> acceptedIssuers, List<String> signatureSchemes) implements Detail {}

    /** We judged the server's chain. */
    record ServerChainJudged(List<ChainFault> faults) implements Detail {}

    /** What can be wrong with the server's chain; {@code position} counts from 0, the leaf. */
    record ChainFault(Kind kind, int position, String subject, String expected) {
        /** The kinds of fault. */
        public enum Kind {
            SELF_SIGNED,
            ISSUER_MISSING,
            UNKNOWN_ROOT,
            ANCHOR_IS_NOT_A_CA,
            EXPIRED,
            NOT_YET_VALID,
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
                return this != NO_ALTERNATIVE_NAME && this != WEAK_KEY && this != WEAK_SIGNATURE;
            }
        }
    }

    /** We judged the OCSP response that the server stapled to its certificate. */
    record StapleJudged(Staple staple) implements Detail {}

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
    record Alert(boolean fatal, int code, String name) implements Detail {}

    /** The handshake is complete on our side; a TLS 1.3 server may still refuse our certificate. */
    record HandshakeComplete(String version, String cipherSuite, boolean resumed) implements Detail {}

    /** Any other handshake message. */
    record Handshake(int type) implements Detail {}

    /** CONNECT, without its secrets. */
    record Connect(String version, String clientId, boolean userName, boolean password) implements Detail {}

    /** CONNACK. {@code code} as sent: 0 to 5 before MQTT 5, 0 to 0x9F in MQTT 5. */
    record Connack(int code, boolean sessionPresent, Optional<String> reason, Map<String, String> properties)
            implements Detail {}

    /** An acknowledgement: PUBACK, PUBREC, PUBREL, PUBCOMP, SUBACK, UNSUBACK. */
    record Ack(int packetType, int packetId, List<Integer> codes, Optional<String> reason) implements Detail {
        private static final int FIRST_FAILURE = 0x80;

        /** Whether something was refused (MQTT 5, section 2.4). */
        public boolean isRefusal() {
            return codes.stream().anyMatch(code -> code >= FIRST_FAILURE);
        }
    }

    /** PUBLISH. */
    record Publish(String topic, int qos, int payloadBytes) implements Detail {}

    /** DISCONNECT; {@code code} is 0 before MQTT 5. */
    record Disconnect(int code, Optional<String> reason, Optional<String> serverReference) implements Detail {}

    /** AUTH (MQTT 5). */
    record Auth(int code, Optional<String> method) implements Detail {}

    /** A proxy or WebSocket upgrade answered. */
    record HttpStatus(int status) implements Detail {}

    /** We looked at what the server said in enhanced authentication; without a fault it proved that it is the one. */
    record AuthChecked(Optional<AuthFault> fault) implements Detail {}

    /** What can be wrong with the server's side of SCRAM (RFC 5802). */
    enum AuthFault {
        /** The challenge cannot be read. */
        CHALLENGE_UNREADABLE,
        /** Its nonce does not begin with ours, or adds nothing. */
        NONCE_DIFFERS,
        /** It wants more rounds than any server has a reason for. */
        TOO_MANY_ITERATIONS,
        /** The server's signature is wrong: it does not know the password. */
        PROOF_WRONG,
        /** Success without the server's signature. */
        PROOF_MISSING
    }

    /** We posted to the device API. */
    record HttpRequested(String method, String path) implements Detail {}

    /**
     * The device API answered, or what is in its place.
     *
     * @param status 100 to 999
     * @param contentType as sent
     * @param location where a redirect leads to; never with the token
     * @param bodyBytes size of the body
     * @param webPage whether the body is HTML
     */
    record HttpAnswered(
            int status, Optional<String> contentType, Optional<String> location, int bodyBytes, boolean webPage)
            implements Detail {}

    /**
     * A CoAP message (RFC 7252).
     *
     * @param type 0 CON, 1 NON, 2 ACK, 3 RST
     * @param code class in the upper three bits, detail in the lower five; 0 for an empty message
     * @param messageId pairs acknowledgements with what they acknowledge
     * @param repeated how often the same message was sent before
     */
    record Coap(int type, int code, int messageId, int repeated) implements Detail {}

    /** The host answered that nothing listens on this UDP port (ICMP port unreachable). */
    record UdpUnreachable(String address, int port) implements Detail {}

    /** A SOCKS 5 proxy answered (RFC 1928, section 6); 0 for success, 0xFF where it takes no login of ours. */
    record SocksReply(int code) implements Detail {}

    /** The server was asked whether the publication arrived; {@code told} is false where it did not say. */
    record ReadBackDone(boolean seen, boolean told) implements Detail {}

    /** What the server said of the device. */
    record LookedUp(boolean exists) implements Detail {}
}
