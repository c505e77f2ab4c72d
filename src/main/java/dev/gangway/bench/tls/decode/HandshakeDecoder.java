package dev.gangway.bench.tls.decode;

import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.FieldReader;
import dev.gangway.bench.event.MalformedException;
import dev.gangway.bench.event.Message;
import dev.gangway.bench.event.TlsDetail;
import org.bouncycastle.tls.HandshakeType;

/**
 * Decodes handshake messages of TLS 1.2 (RFC 5246) and 1.3 (RFC 8446). Remembers what the ServerHello chose, since
 * later messages look different by version; so one decoder a connection. Never fails: what cannot be read is shown as
 * malformed. Not safe for several threads.
 */
public final class HandshakeDecoder {
    private final boolean datagrams;
    private boolean tls13;
    private String suite = "";

    /** What a message says. */
    record Decoded(String summary, Detail detail) {}

    /** For TLS. */
    public HandshakeDecoder() {
        this(false);
    }

    private HandshakeDecoder(boolean datagrams) {
        this.datagrams = datagrams;
    }

    /** For DTLS 1.2 (RFC 6347), of messages that were put together and have the header of TLS. */
    public static HandshakeDecoder ofDatagrams() {
        return new HandshakeDecoder(true);
    }

    /** Decodes one whole message, with its header of four bytes. */
    public Message decode(byte[] raw) {
        FieldReader in = new FieldReader(raw);
        int type = raw.length == 0 ? -1 : raw[0] & 0xFF;
        String name = TlsNames.handshake(type);
        Decoded decoded;
        try {
            in.number(1, "type", TlsNames::handshake);
            in.number(3, "length");
            decoded = body(type, in);
            if (in.remaining() > 0) {
                in.malformed(in.remaining() + " bytes too many");
            }
        } catch (MalformedException e) {
            in.malformed(e.what());
            decoded = new Decoded("malformed", new TlsDetail.Handshake(type));
        }
        if (decoded.detail() instanceof TlsDetail.ServerHello chosen) {
            tls13 = chosen.version().equals("TLS 1.3");
            suite = chosen.cipherSuite();
            name = chosen.helloRetry() ? "HelloRetryRequest" : name;
        }
        return Message.of(name, decoded.summary(), decoded.detail(), in.fields(), raw);
    }

    /** Whether the server chose TLS 1.3. */
    public boolean isTls13() {
        return tls13;
    }

    private Decoded body(int type, FieldReader in) throws MalformedException {
        return switch (type) {
            case HandshakeType.client_hello -> HelloDecoder.client(in, datagrams);
            case HandshakeType.hello_verify_request -> HelloDecoder.verifyRequest(in);
            case HandshakeType.server_hello -> HelloDecoder.server(in);
            case HandshakeType.encrypted_extensions -> HelloDecoder.encryptedExtensions(in);
            case HandshakeType.certificate -> CertificateDecoder.certificates(in, tls13);
            case HandshakeType.compressed_certificate -> CertificateDecoder.compressed(in);
            case HandshakeType.certificate_request -> CertificateDecoder.request(in, tls13);
            case HandshakeType.certificate_verify -> KeyExchangeDecoder.verify(in);
            case HandshakeType.certificate_status -> OcspDecoder.message(in);
            case HandshakeType.server_key_exchange -> KeyExchangeDecoder.server(in, suite);
            case HandshakeType.client_key_exchange -> KeyExchangeDecoder.client(in, suite);
            case HandshakeType.new_session_ticket -> KeyExchangeDecoder.ticket(in, tls13);
            case HandshakeType.key_update -> {
                in.number(1, "request_update", wanted -> wanted == 1 ? "requested" : "not requested");
                yield new Decoded("", new TlsDetail.Handshake(type));
            }
            case HandshakeType.finished -> {
                in.rest("verify_data");
                yield new Decoded("", new TlsDetail.Handshake(type));
            }
            default -> {
                if (in.remaining() > 0) {
                    in.rest("data");
                }
                yield new Decoded("", new TlsDetail.Handshake(type));
            }
        };
    }
}
