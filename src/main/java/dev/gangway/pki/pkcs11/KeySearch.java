package dev.gangway.pki.pkcs11;

import dev.gangway.pki.hardware.HardwareKey;
import dev.gangway.pki.pkcs11.Cryptoki.Function;
import java.io.ByteArrayInputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Finds private keys by asking the module: the JDK's key store shows only those that have a certificate. Key and
 * certificate belong together by CKA_ID; the JDK's alias is the label of the certificate.
 */
final class KeySearch {
    private static final long CLASS = 0x0;
    private static final long LABEL = 0x3;
    private static final long KEY_TYPE = 0x100;
    private static final long ID = 0x102;
    private static final long VALUE = 0x11;
    private static final long PRIVATE_KEY = 3;
    private static final long CERTIFICATE = 1;
    private static final int MOST = 1024;
    private static final int LARGEST_VALUE = 64 * 1024;

    private final Cryptoki cryptoki;
    private final long session;

    private record StoredCertificate(String label, X509Certificate certificate) {}

    KeySearch(Cryptoki cryptoki, long session) {
        this.cryptoki = cryptoki;
        this.session = session;
    }

    /** All private keys; none where the token does not answer. */
    List<HardwareKey> privateKeys() {
        try (Arena arena = Arena.ofConfined()) {
            Map<String, StoredCertificate> certificates = new HashMap<>();
            for (long object : objects(arena, CERTIFICATE)) {
                certificate(arena, object).ifPresent(stored -> certificates.put(id(arena, object), stored));
            }
            List<HardwareKey> found = new ArrayList<>();
            for (long object : objects(arena, PRIVATE_KEY)) {
                Optional<StoredCertificate> stored = Optional.ofNullable(certificates.get(id(arena, object)));
                found.add(new HardwareKey(
                        stored.map(StoredCertificate::label).orElseGet(() -> label(arena, object)),
                        id(arena, object),
                        algorithm(arena, object),
                        stored.map(StoredCertificate::certificate)));
            }
            return List.copyOf(found);
        }
    }

    private List<Long> objects(Arena arena, long kind) {
        MemorySegment wanted = arena.allocate(Native.ULONG_BYTES, 8);
        Native.putUlong(wanted, 0, kind);
        MemorySegment template = attribute(arena, CLASS, wanted, Native.ULONG_BYTES);
        if (!ReturnValue.OK.is(cryptoki.call(Function.FIND_OBJECTS_INIT, session, template, 1L))) {
            return List.of();
        }
        MemorySegment handles = arena.allocate((long) MOST * Native.ULONG_BYTES, 8);
        MemorySegment count = arena.allocate(Native.ULONG_BYTES, 8);
        cryptoki.call(Function.FIND_OBJECTS, session, handles, (long) MOST, count);
        cryptoki.call(Function.FIND_OBJECTS_FINAL, session);
        return LongStream.range(0, Native.ulongAt(count, 0))
                .mapToObj(i -> Native.ulongAt(handles, i * Native.ULONG_BYTES))
                .toList();
    }

    private Optional<StoredCertificate> certificate(Arena arena, long object) {
        return value(arena, object, VALUE).flatMap(der -> {
            try {
                X509Certificate certificate = (X509Certificate)
                        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
                return Optional.of(new StoredCertificate(label(arena, object), certificate));
            } catch (CertificateException damaged) {
                return Optional.empty();
            }
        });
    }

    private String label(Arena arena, long object) {
        return value(arena, object, LABEL)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
    }

    private String id(Arena arena, long object) {
        return value(arena, object, ID).map(HexFormat.of()::formatHex).orElse("");
    }

    private String algorithm(Arena arena, long object) {
        return value(arena, object, KEY_TYPE)
                .filter(bytes -> bytes.length == Native.ULONG_BYTES)
                .map(bytes -> algorithm(Native.ulongAt(MemorySegment.ofArray(bytes), 0)))
                .orElse("");
    }

    /** Asks for the length first, then for the value. */
    private Optional<byte[]> value(Arena arena, long object, long type) {
        MemorySegment template = attribute(arena, type, MemorySegment.NULL, 0);
        if (!ReturnValue.OK.is(cryptoki.call(Function.GET_ATTRIBUTE_VALUE, session, object, template, 1L))) {
            return Optional.empty();
        }
        long length = Native.ulongAt(template, Native.ATTRIBUTE_LENGTH);
        if (length <= 0 || length > LARGEST_VALUE) {
            return Optional.empty();
        }
        MemorySegment value = arena.allocate(length, 8);
        MemorySegment filled = attribute(arena, type, value, length);
        return ReturnValue.OK.is(cryptoki.call(Function.GET_ATTRIBUTE_VALUE, session, object, filled, 1L))
                ? Optional.of(value.toArray(ValueLayout.JAVA_BYTE))
                : Optional.empty();
    }

    private static MemorySegment attribute(Arena arena, long type, MemorySegment value, long length) {
        MemorySegment attribute = arena.allocate(Native.ATTRIBUTE_BYTES, 8);
        Native.putUlong(attribute, 0, type);
        attribute.set(Native.POINTER, Native.ATTRIBUTE_VALUE, value);
        Native.putUlong(attribute, Native.ATTRIBUTE_LENGTH, length);
        return attribute;
    }

    private static String algorithm(long keyType) {
        return switch ((int) keyType) {
            case 0x0 -> "RSA";
            case 0x1 -> "DSA";
            case 0x3 -> "EC";
            case 0x40 -> "EdDSA";
            default -> "0x" + Long.toHexString(keyType);
        };
    }
}
