package dev.gangway.bench.tls.decode;

import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.FieldReader;
import dev.gangway.bench.event.MalformedException;
import dev.gangway.bench.tls.decode.ExtensionDecoder.Place;
import dev.gangway.bench.tls.decode.HandshakeDecoder.Decoded;
import java.time.Duration;
import org.bouncycastle.tls.HandshakeType;

/** Decodes signatures, the key exchange of TLS 1.2 (RFC 5246, section 7.4; RFC 8422), and session tickets. */
final class KeyExchangeDecoder {
    private static final int NAMED_CURVE = 3;

    private KeyExchangeDecoder() {}

    static Decoded verify(FieldReader in) throws MalformedException {
        String scheme = signature(in);
        return new Decoded(scheme, new Detail.Handshake(HandshakeType.certificate_verify));
    }

    static Decoded server(FieldReader in, String suite) throws MalformedException {
        Detail detail = new Detail.Handshake(HandshakeType.server_key_exchange);
        if (suite.contains("_ECDHE_")) {
            int type = in.number(1, "curve_type", value -> value == NAMED_CURVE ? "named_curve" : "type " + value);
            if (type != NAMED_CURVE) {
                in.rest("parameters");
                return new Decoded("", detail);
            }
            String group = Names.group(in.number(2, "named_curve", Names::group));
            in.bytes(in.skipNumber(1), "public key");
            return new Decoded(group + signed(in, suite), detail);
        }
        if (suite.contains("_DHE_")) {
            byte[] prime = in.bytes(in.skipNumber(2), "dh_p");
            in.bytes(in.skipNumber(2), "dh_g");
            in.bytes(in.skipNumber(2), "public key");
            return new Decoded("DH " + prime.length * 8 + " bits" + signed(in, suite), detail);
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
            in.rest("encrypted pre-master secret");
        }
        return new Decoded("", new Detail.Handshake(HandshakeType.client_key_exchange));
    }

    static Decoded ticket(FieldReader in, boolean tls13) throws MalformedException {
        int seconds = in.number(
                4, "ticket_lifetime", value -> Duration.ofSeconds(value).toString());
        if (tls13) {
            in.secret(4, "ticket_age_add");
            in.bytes(in.skipNumber(1), "ticket_nonce");
        }
        in.secret(in.skipNumber(2), "ticket");
        if (tls13) {
            new ExtensionDecoder(Place.OTHER).read(in);
        }
        String lifetime = seconds == 0 ? "" : "valid for " + words(Duration.ofSeconds(Integer.toUnsignedLong(seconds)));
        return new Decoded(lifetime, new Detail.Handshake(HandshakeType.new_session_ticket));
    }

    private static String words(Duration time) {
        return time.toHours() > 0 ? time.toHours() + " h" : time.toSeconds() + " s";
    }

    private static String signed(FieldReader in, String suite) throws MalformedException {
        return suite.contains("_anon_") ? "" : " · " + signature(in);
    }

    private static String signature(FieldReader in) throws MalformedException {
        String scheme = Names.scheme(in.number(2, "algorithm", Names::scheme));
        in.bytes(in.skipNumber(2), "signature");
        return scheme;
    }
}
