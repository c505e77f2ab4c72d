package dev.gangway.bench.tls.decode;

import dev.gangway.bench.event.Field;
import dev.gangway.bench.event.FieldReader;
import dev.gangway.bench.event.MalformedException;
import dev.gangway.bench.tls.decode.ExtensionDecoder.Place;
import java.time.Instant;
import java.util.ArrayList;
import org.bouncycastle.tls.ExtensionType;

/** Decodes the extensions that hold little and settle nothing that a rule asks for. */
final class SmallExtensions {
    private SmallExtensions() {}

    /** Decodes the body, which is not empty; returns it in words. */
    static String decode(int type, FieldReader body, Place place) throws MalformedException {
        return switch (type) {
            case ExtensionType.renegotiation_info -> vector(body, 1, "renegotiated_connection");
            case ExtensionType.cookie -> vector(body, 2, "cookie");
            case ExtensionType.session_ticket -> secret(body, body.remaining(), "ticket");
            case ExtensionType.early_data -> earlyData(body, place);
            case ExtensionType.pre_shared_key -> preSharedKey(body, place);
            case ExtensionType.max_fragment_length ->
                body.number(1, "max_fragment_length", SmallExtensions::fragment) + "";
            case ExtensionType.record_size_limit -> body.number(2, "record_size_limit") + " bytes";
            case ExtensionType.heartbeat ->
                SmallExtensions.heartbeat(body.number(1, "mode", SmallExtensions::heartbeat));
            case ExtensionType.compress_certificate -> compression(body);
            case ExtensionType.signed_certificate_timestamp -> timestamps(body);
            case ExtensionType.client_certificate_type, ExtensionType.server_certificate_type ->
                certificateTypes(body, place);
            default -> FieldReader.hex(body.rest("data"));
        };
    }

    /** How a certificate is compressed (RFC 8879, section 3). */
    static String compressionAlgorithm(int algorithm) {
        return switch (algorithm) {
            case 1 -> "zlib";
            case 2 -> "brotli";
            case 3 -> "zstd";
            default -> "algorithm " + algorithm;
        };
    }

    private static String vector(FieldReader body, int lengthBytes, String name) throws MalformedException {
        byte[] value = body.bytes(body.skipNumber(lengthBytes), name);
        return value.length == 0 ? "empty" : FieldReader.hex(value);
    }

    private static String secret(FieldReader body, int length, String name) throws MalformedException {
        body.secret(length, name);
        return length + " bytes";
    }

    /** In a ticket: how much may be sent early (RFC 8446, section 4.2.10). */
    private static String earlyData(FieldReader body, Place place) throws MalformedException {
        return place == Place.NEW_SESSION_TICKET
                ? Integer.toUnsignedString(body.number(4, "max_early_data_size")) + " bytes"
                : FieldReader.hex(body.rest("data"));
    }

    /** RFC 8446, section 4.2.11. */
    private static String preSharedKey(FieldReader body, Place place) throws MalformedException {
        if (place == Place.SERVER_HELLO) {
            return "identity " + body.number(2, "selected_identity");
        }
        String words = body.part(body.skipNumber(2), "identities", list -> {
            int count = 0;
            for (; list.remaining() > 0; count++) {
                list.secret(list.skipNumber(2), "identity");
                list.number(4, "obfuscated_ticket_age");
            }
            return count + "";
        });
        body.part(body.skipNumber(2), "binders", list -> {
            while (list.remaining() > 0) {
                list.bytes(list.skipNumber(1), "binder");
            }
            return "";
        });
        return words;
    }

    /** RFC 6066, section 4. */
    private static String fragment(int code) {
        return code >= 1 && code <= 4 ? (256 << code) + " bytes" : "code " + code;
    }

    /** RFC 6520, section 2. */
    private static String heartbeat(int mode) {
        return switch (mode) {
            case 1 -> "peer_allowed_to_send";
            case 2 -> "peer_not_allowed_to_send";
            default -> "mode " + mode;
        };
    }

    private static String compression(FieldReader body) throws MalformedException {
        body.skipNumber(1);
        ArrayList<String> names = new ArrayList<>();
        while (body.remaining() > 0) {
            names.add(compressionAlgorithm(body.number(2, "algorithm", SmallExtensions::compressionAlgorithm)));
        }
        return String.join(", ", names);
    }

    /** Signed certificate timestamps (RFC 6962, section 3.3). */
    private static String timestamps(FieldReader body) throws MalformedException {
        return body.part(body.skipNumber(2), "timestamps", list -> {
            int count = 0;
            for (; list.remaining() > 0; count++) {
                list.part(list.skipNumber(2), "timestamp", one -> {
                    one.number(1, "version", version -> "v" + (version + 1));
                    one.bytes(32, "log id");
                    long millis = (long) one.skipNumber(4) << 32 | one.skipNumber(4) & 0xFFFF_FFFFL;
                    String time = time(millis);
                    one.add(Field.at(one.position() - 8, 8, "time", time));
                    one.bytes(one.skipNumber(2), "extensions");
                    one.number(2, "algorithm", TlsNames::scheme);
                    one.bytes(one.skipNumber(2), "signature");
                    return time;
                });
            }
            return count + "";
        });
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    /** RFC 7250, section 3: a list in the ClientHello, the choice elsewhere. */
    private static String certificateTypes(FieldReader body, Place place) throws MalformedException {
        if (place == Place.CLIENT_HELLO) {
            return ExtensionDecoder.list(body, 1, new ArrayList<>(), "type", SmallExtensions::certificateType);
        }
        return certificateType(body.number(1, "type", SmallExtensions::certificateType));
    }

    private static String certificateType(int type) {
        return switch (type) {
            case 0 -> "X.509";
            case 2 -> "RawPublicKey";
            default -> "type " + type;
        };
    }
}
