package dev.gangway.bench.tls.decode;

import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.FieldReader;
import dev.gangway.bench.event.MalformedException;
import dev.gangway.bench.event.TlsDetail;
import dev.gangway.bench.tls.decode.ExtensionDecoder.Place;
import dev.gangway.bench.tls.decode.HandshakeDecoder.Decoded;
import java.time.Duration;
import java.util.Optional;
import org.bouncycastle.tls.HandshakeType;

/** Decodes signatures, the key exchange of TLS 1.2 (RFC 5246, section 7.4; RFC 8422), and session tickets. */
final class KeyExchangeDecoder {
    private static final int NAMED_CURVE = 3;

    private KeyExchangeDecoder() {}

    static Decoded verify(FieldReader in) throws MalformedException {
        String scheme = signature(in);
        return new Decoded(scheme, settled(HandshakeType.certificate_verify, Optional.empty(), Optional.of(scheme)));
    }

    static Decoded server(FieldReader in, String suite) throws MalformedException {
        Detail detail = new TlsDetail.Handshake(HandshakeType.server_key_exchange);
        if (suite.contains("_ECDHE_")) {
            int type = in.number(1, "curve_type", value -> value == NAMED_CURVE ? "named_curve" : "type " + value);
            if (type != NAMED_CURVE) {
                in.rest("parameters");
                return new Decoded("", detail);
            }
            String group = TlsNames.group(in.number(2, "named_curve", TlsNames::group));
            in.bytes(in.skipNumber(1), "public key");
            return exchanged(group, Optional.of(group), in, suite);
        }
        if (suite.contains("_DHE_")) {
            byte[] prime = in.bytes(in.skipNumber(2), "dh_p");
            in.bytes(in.skipNumber(2), "dh_g");
            in.bytes(in.skipNumber(2), "public key");
            return exchanged("DH " + prime.length * 8 + " bits", Optional.empty(), in, suite);
        }
        in.rest("parameters");
        return new Decoded("", detail);
    }

    static Decoded client(FieldReader in, String suite) throws MalformedException {
        if (suite.contains("_ECDHE_")) {
            in.bytes(in.skipNumber(1), "public key");
        } else if (suite.contains("_DHE_")) {
            in.bytes(in.skipNumber(2), "public key");
        } else {
            in.bytes(in.skipNumber(2), "encrypted pre-master secret");
        }
        return new Decoded("", new TlsDetail.Handshake(HandshakeType.client_key_exchange));
    }

    static Decoded ticket(FieldReader in, boolean tls13) throws MalformedException {
        int seconds = in.number(4, "ticket_lifetime", value -> Integer.toUnsignedString(value) + " s");
        if (tls13) {
            in.secret(4, "ticket_age_add");
            in.bytes(in.skipNumber(1), "ticket_nonce");
        }
        in.secret(in.skipNumber(2), "ticket");
        if (tls13) {
            new ExtensionDecoder(Place.NEW_SESSION_TICKET).read(in);
        }
        String lifetime = seconds == 0 ? "" : "valid for " + words(Duration.ofSeconds(Integer.toUnsignedLong(seconds)));
        return new Decoded(lifetime, new TlsDetail.Handshake(HandshakeType.new_session_ticket));
    }

    private static String words(Duration time) {
        return time.toHours() > 0 ? time.toHours() + " h" : time.toSeconds() + " s";
    }

    private static Decoded exchanged(String words, Optional<String> group, FieldReader in, String suite)
            throws MalformedException {
        Optional<String> scheme = suite.contains("_anon_") ? Optional.empty() : Optional.of(signature(in));
        return new Decoded(
                words + scheme.map(name -> " · " + name).orElse(""),
                settled(HandshakeType.server_key_exchange, group, scheme));
    }

    private static Detail settled(int type, Optional<String> group, Optional<String> scheme) {
        return new TlsDetail.Settled(type, group, scheme, Optional.empty());
    }

    private static String signature(FieldReader in) throws MalformedException {
        String scheme = TlsNames.scheme(in.number(2, "algorithm", TlsNames::scheme));
        in.bytes(in.skipNumber(2), "signature");
        return scheme;
    }
}
