package dev.gangway.bench.tls.decode;

import dev.gangway.bench.event.FieldReader;
import dev.gangway.bench.event.MalformedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.bouncycastle.tls.ExtensionType;

/** Decodes a list of extensions (RFC 8446, section 4.2), and keeps what others ask for. For one message. */
final class ExtensionDecoder {
    /** Which message the extensions are in: some look different in each. */
    enum Place {
        CLIENT_HELLO,
        SERVER_HELLO,
        HELLO_RETRY_REQUEST,
        CERTIFICATE,
        CERTIFICATE_REQUEST,
        NEW_SESSION_TICKET,
        OTHER
    }

    private final Place place;
    final List<String> versions = new ArrayList<>();
    final List<String> groups = new ArrayList<>();
    final List<String> schemes = new ArrayList<>();
    final List<String> alpn = new ArrayList<>();
    final List<String> authorities = new ArrayList<>();
    Optional<String> serverName = Optional.empty();
    Optional<String> keyShareGroup = Optional.empty();

    ExtensionDecoder(Place place) {
        this.place = place;
    }

    /** Reads the block with its length; nothing where the message ends here, as TLS 1.2 allows. */
    void read(FieldReader in) throws MalformedException {
        if (in.remaining() == 0) {
            return;
        }
        in.part(in.skipNumber(2), "extensions", block -> {
            int count = 0;
            while (block.remaining() > 0) {
                int type = block.skipNumber(2);
                int length = block.skipNumber(2);
                block.part(length, TlsNames.extension(type), body -> decode(type, body));
                count++;
            }
            return count + "";
        });
    }

    private String decode(int type, FieldReader body) throws MalformedException {
        if (body.remaining() == 0) {
            return "empty";
        }
        return switch (type) {
            case ExtensionType.server_name -> serverName(body);
            case ExtensionType.supported_groups -> list(body, 2, groups, "group", TlsNames::group);
            case ExtensionType.signature_algorithms -> list(body, 2, schemes, "scheme", TlsNames::scheme);
            case ExtensionType.signature_algorithms_cert ->
                list(body, 2, new ArrayList<>(), "scheme", TlsNames::scheme);
            case ExtensionType.supported_versions -> supportedVersions(body);
            case ExtensionType.key_share -> keyShare(body);
            case ExtensionType.application_layer_protocol_negotiation -> protocols(body);
            case ExtensionType.certificate_authorities -> {
                DistinguishedNames.read(body, authorities);
                yield authorities.size() + "";
            }
            case ExtensionType.status_request -> status(body);
            case ExtensionType.psk_key_exchange_modes ->
                list(body, 1, new ArrayList<>(), "mode", mode -> mode == 1 ? "psk_dhe_ke" : "psk_ke");
            case ExtensionType.ec_point_formats ->
                list(body, 1, new ArrayList<>(), "format", format -> format == 0 ? "uncompressed" : "compressed");
            default -> SmallExtensions.decode(type, body, place);
        };
    }

    private String serverName(FieldReader body) throws MalformedException {
        body.skipNumber(2);
        while (body.remaining() > 0) {
            body.number(1, "name_type", type -> type == 0 ? "host_name" : "type " + type);
            String name = body.text(body.skipNumber(2), "name");
            serverName = Optional.of(name);
        }
        return serverName.orElse("");
    }

    /** A list with a length of its own in front: two bytes for numbers of two bytes, otherwise one. */
    static String list(FieldReader body, int size, List<String> into, String name, IntFunction<String> names)
            throws MalformedException {
        body.skipNumber(size);
        while (body.remaining() > 0) {
            into.add(names.apply(body.number(size, name, names)));
        }
        return String.join(", ", into);
    }

    private String supportedVersions(FieldReader body) throws MalformedException {
        if (place == Place.CLIENT_HELLO) {
            body.skipNumber(1);
        }
        while (body.remaining() > 0) {
            versions.add(TlsNames.version(body.number(2, "version", TlsNames::version)));
        }
        return String.join(", ", versions);
    }

    private String keyShare(FieldReader body) throws MalformedException {
        if (place == Place.CLIENT_HELLO) {
            body.skipNumber(2);
        }
        List<String> shares = new ArrayList<>();
        while (body.remaining() > 0) {
            String group = TlsNames.group(body.number(2, "group", TlsNames::group));
            shares.add(group);
            keyShareGroup = Optional.of(group);
            if (place != Place.HELLO_RETRY_REQUEST) {
                body.bytes(body.skipNumber(2), "public key");
            }
        }
        return String.join(", ", shares);
    }

    private String protocols(FieldReader body) throws MalformedException {
        body.skipNumber(2);
        while (body.remaining() > 0) {
            alpn.add(body.text(body.skipNumber(1), "protocol"));
        }
        return String.join(", ", alpn);
    }

    private String status(FieldReader body) throws MalformedException {
        if (place == Place.CERTIFICATE) {
            return OcspDecoder.certificateStatus(body);
        }
        int type = body.number(1, "status_type", each -> each == 1 ? "ocsp" : "type " + each);
        if (type != 1) {
            body.rest("request");
            return "type " + type;
        }
        body.part(body.skipNumber(2), "responder_id_list", ids -> {
            int count = 0;
            for (; ids.remaining() > 0; count++) {
                ids.bytes(ids.skipNumber(2), "responder_id");
            }
            return count + "";
        });
        body.bytes(body.skipNumber(2), "request_extensions");
        return "ocsp";
    }
}
