package dev.gangway.bench.tls.decode;

import dev.gangway.bench.event.FieldReader;
import dev.gangway.bench.event.MalformedException;
import dev.gangway.bench.event.TlsDetail;
import dev.gangway.bench.tls.decode.ExtensionDecoder.Place;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.tls.HandshakeType;

/** Decodes ClientHello, ServerHello, HelloRetryRequest and EncryptedExtensions (RFC 8446, section 4.1 and 4.3.1). */
final class HelloDecoder {
    /** The random value that makes a ServerHello a HelloRetryRequest. */
    private static final byte[] RETRY =
            HexFormat.of().parseHex("cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c");

    private HelloDecoder() {}

    static HandshakeDecoder.Decoded client(FieldReader in, boolean withCookie) throws MalformedException {
        String legacy = version(in, "legacy_version");
        in.bytes(32, "random");
        in.bytes(in.skipNumber(1), "session_id");
        if (withCookie) {
            in.bytes(in.skipNumber(1), "cookie");
        }
        List<String> suites = new ArrayList<>();
        in.part(in.skipNumber(2), "cipher_suites", list -> {
            while (list.remaining() > 0) {
                suites.add(TlsNames.suite(list.number(2, "suite", TlsNames::suite)));
            }
            return suites.size() + "";
        });
        in.part(in.skipNumber(1), "compression_methods", list -> {
            while (list.remaining() > 0) {
                list.number(1, "method", HelloDecoder::compression);
            }
            return "";
        });
        ExtensionDecoder extensions = new ExtensionDecoder(Place.CLIENT_HELLO);
        extensions.read(in);
        List<String> versions = extensions.versions.isEmpty() ? List.of(legacy) : extensions.versions;
        String share = extensions
                .keyShareGroup
                .or(() -> extensions.groups.stream().findFirst())
                .orElse("");
        String summary = String.join(
                " · ",
                List.of(
                        extensions.serverName.map(name -> "SNI " + name).orElse("no SNI"),
                        String.join(", ", versions),
                        share));
        return new HandshakeDecoder.Decoded(
                summary,
                new TlsDetail.ClientHello(
                        List.copyOf(versions),
                        List.copyOf(suites),
                        List.copyOf(extensions.groups),
                        List.copyOf(extensions.schemes),
                        extensions.serverName,
                        List.copyOf(extensions.alpn)));
    }

    /** DTLS 1.2: the server wants the ClientHello again, with this cookie (RFC 6347, section 4.2.1). */
    static HandshakeDecoder.Decoded verifyRequest(FieldReader in) throws MalformedException {
        version(in, "server_version");
        in.bytes(in.skipNumber(1), "cookie");
        return new HandshakeDecoder.Decoded("wants a cookie back", new TlsDetail.Handshake(3));
    }

    static HandshakeDecoder.Decoded server(FieldReader in) throws MalformedException {
        String legacy = version(in, "legacy_version");
        boolean retry = java.util.Arrays.equals(RETRY, in.bytes(32, "random"));
        in.bytes(in.skipNumber(1), "session_id_echo");
        String suite = TlsNames.suite(in.number(2, "cipher_suite", TlsNames::suite));
        in.number(1, "compression_method", HelloDecoder::compression);
        ExtensionDecoder extensions = new ExtensionDecoder(retry ? Place.HELLO_RETRY_REQUEST : Place.SERVER_HELLO);
        extensions.read(in);
        String version = extensions.versions.stream().findFirst().orElse(legacy);
        Optional<String> group = extensions.keyShareGroup;
        String summary = retry
                ? "HelloRetryRequest · wants " + group.orElse("a cookie")
                : version + " · " + TlsNames.shortSuite(suite)
                        + group.map(name -> " · " + name).orElse("");
        return new HandshakeDecoder.Decoded(
                summary,
                new TlsDetail.ServerHello(
                        version, suite, group, extensions.alpn.stream().findFirst(), retry));
    }

    static HandshakeDecoder.Decoded encryptedExtensions(FieldReader in) throws MalformedException {
        ExtensionDecoder extensions = new ExtensionDecoder(Place.OTHER);
        extensions.read(in);
        String summary = extensions.alpn.isEmpty() ? "" : "ALPN " + String.join(", ", extensions.alpn);
        return new HandshakeDecoder.Decoded(
                summary,
                new TlsDetail.Settled(
                        HandshakeType.encrypted_extensions,
                        Optional.empty(),
                        Optional.empty(),
                        extensions.alpn.stream().findFirst()));
    }

    private static String compression(int method) {
        return method == 0 ? "null" : "method " + method;
    }

    private static String version(FieldReader in, String name) throws MalformedException {
        return TlsNames.version(in.number(2, name, TlsNames::version));
    }
}
