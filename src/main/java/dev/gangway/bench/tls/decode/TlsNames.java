package dev.gangway.bench.tls.decode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.ExtensionType;
import org.bouncycastle.tls.HandshakeType;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.SignatureScheme;

/** Names of the IANA registries for TLS, both ways. */
public final class TlsNames {
    private static final String UNKNOWN = "UNKNOWN";
    private static final List<String> HASHES = List.of("none", "md5", "sha1", "sha224", "sha256", "sha384", "sha512");
    private static final List<String> SIGNATURES = List.of("anonymous", "rsa", "dsa", "ecdsa");
    private static final Map<Integer, String> SUITES = loadSuites();
    private static final Map<String, Integer> SUITES_BY_NAME = reversed(SUITES);
    private static final Map<String, Integer> GROUPS_BY_NAME = register(NamedGroup::getName, 0x1200);
    private static final Map<String, Integer> SCHEMES_BY_NAME = register(SignatureScheme::getName, 0x0A00);

    private TlsNames() {}

    /** A cipher suite, for example {@code TLS_AES_256_GCM_SHA384}. */
    public static String suite(int id) {
        return switch (id) {
            case 0x00FF -> "TLS_EMPTY_RENEGOTIATION_INFO_SCSV";
            case 0x5600 -> "TLS_FALLBACK_SCSV";
            default -> SUITES.getOrDefault(id, grease(id));
        };
    }

    /** A named group, for example {@code x25519}. */
    public static String group(int id) {
        return known(NamedGroup.getName(id), id);
    }

    /** A signature scheme, for example {@code ecdsa_secp256r1_sha256}. */
    public static String scheme(int id) {
        String name = SignatureScheme.getName(id);
        return name.equals(UNKNOWN) ? pair(id) : name;
    }

    /** An extension, for example {@code supported_groups}. */
    public static String extension(int id) {
        return known(ExtensionType.getName(id), id);
    }

    /** An alert, for example {@code unknown_ca}. */
    public static String alert(int code) {
        String name = AlertDescription.getName((short) code);
        return name.equals(UNKNOWN) ? "alert_" + code : name;
    }

    /** A handshake message as the RFC spells it, for example {@code CertificateVerify}. */
    public static String handshake(int type) {
        String name = HandshakeType.getName((short) type);
        if (name.equals(UNKNOWN)) {
            return "Handshake " + type;
        }
        StringBuilder camel = new StringBuilder();
        for (String word : name.split("_", -1)) {
            camel.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return camel.toString();
    }

    /** A protocol version, for example {@code TLS 1.3}. */
    public static String version(int id) {
        return switch (id) {
            case 0x0300 -> "SSL 3.0";
            case 0x0301 -> "TLS 1.0";
            case 0x0302 -> "TLS 1.1";
            case 0x0303 -> "TLS 1.2";
            case 0x0304 -> "TLS 1.3";
            case 0xFEFF -> "DTLS 1.0";
            case 0xFEFD -> "DTLS 1.2";
            default -> grease(id);
        };
    }

    /** The number of a cipher suite. */
    public static OptionalInt suiteId(String name) {
        return find(SUITES_BY_NAME, name);
    }

    /** The number of a named group. */
    public static OptionalInt groupId(String name) {
        return find(GROUPS_BY_NAME, name);
    }

    /** The number of a signature scheme. */
    public static OptionalInt schemeId(String name) {
        return find(SCHEMES_BY_NAME, name);
    }

    /** The telling part of a suite's name: {@code AES-256-GCM}. */
    public static String shortSuite(String suite) {
        int with = suite.indexOf("_WITH_");
        String cipher = with >= 0 ? suite.substring(with + 6) : suite.replaceFirst("^TLS_", "");
        return cipher.replaceFirst("_SHA[0-9]*$", "").replace('_', '-');
    }

    /** Before TLS 1.3 a scheme was a pair of hash and signature (RFC 5246, section 7.4.1.4.1); not all got a name. */
    private static String pair(int id) {
        int hash = id >> 8;
        int signature = id & 0xFF;
        boolean known = hash >= 1 && hash < HASHES.size() && signature >= 1 && signature < SIGNATURES.size();
        return known ? SIGNATURES.get(signature) + "_" + HASHES.get(hash) : grease(id);
    }

    private static OptionalInt find(Map<String, Integer> register, String name) {
        Integer id = register.get(name.toLowerCase(Locale.ROOT));
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    private static String known(String name, int id) {
        return name.equals(UNKNOWN) ? grease(id) : name;
    }

    /** RFC 8701: values of the form 0x?A?A are sent to see whether the other side minds. */
    private static String grease(int id) {
        String hex = "0x%04X".formatted(id);
        return (id & 0x0F0F) == 0x0A0A && id >> 8 == (id & 0xFF) ? "GREASE " + hex : hex;
    }

    private static Map<String, Integer> register(IntFunction<String> names, int limit) {
        Map<String, Integer> result = new HashMap<>();
        IntStream.range(0, limit)
                .filter(id -> !names.apply(id).equals(UNKNOWN))
                .forEach(id -> result.putIfAbsent(names.apply(id).toLowerCase(Locale.ROOT), id));
        return result;
    }

    private static Map<String, Integer> reversed(Map<Integer, String> names) {
        Map<String, Integer> result = new HashMap<>();
        names.forEach((id, name) -> result.put(name.toLowerCase(Locale.ROOT), id));
        return result;
    }

    private static Map<Integer, String> loadSuites() {
        try (InputStream file = TlsNames.class.getResourceAsStream("/dev/gangway/bench/tls/cipher-suites.txt")) {
            if (file == null) {
                throw new IllegalStateException("cipher-suites.txt is missing");
            }
            Map<Integer, String> result = new HashMap<>();
            List<String> lines = new String(file.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
            for (String line : lines) {
                result.put(Integer.parseInt(line, 0, 4, 16), line.substring(5));
            }
            return Map.copyOf(result);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
