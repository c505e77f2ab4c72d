package dev.gangway.vault.golden;

import dev.gangway.secret.Secret;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Values of a stored type, made from its shape alone: together they hold every variant, every constant, and every
 * optional, list and map both empty and full. The same each time.
 */
final class EveryValue {
    private static final String CERTIFICATE = """
        MIIBojCCAUegAwIBAgIUXoKbe2wv5VaF/dvmKJ/anyn1FBIwCgYIKoZIzj0EAwIwJjESMBAGA1UE
        AwwJcHVtcC0wNDE3MRAwDgYDVQQKDAdQbGFudCAyMB4XDTI2MTEyMTAyNDEyOFoXDTM2MTExODAy
        NDEyOFowJjESMBAGA1UEAwwJcHVtcC0wNDE3MRAwDgYDVQQKDAdQbGFudCAyMFkwEwYHKoZIzj0C
        AQYIKoZIzj0DAQcDQgAE/l2hznH9nz+s6XtPd7oR/xuEglBDKAnAzbXRigK/C/NhXuGRa6tt9r2N
        NTqTbTkfHOCo+aVuaGVF2SLxZhAMfKNTMFEwHQYDVR0OBBYEFMpbkbvIe1tZ+kPCH7T76yRQrrLz
        MB8GA1UdIwQYMBaAFMpbkbvIe1tZ+kPCH7T76yRQrrLzMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZI
        zj0EAwIDSQAwRgIhALFI4Sp2qzhLlhfnxN0GmoDYuUJWSl2vY4+LOOO16xLFAiEA9JPuqVAs3sLt
        T8fwRYA9tUJtcjq7vBAV8nGPuRUK+rQ=\
        """;

    private int next;

    /** As many values as it takes. */
    @SuppressWarnings("unchecked") // they are made by its own constructor
    <T> List<T> of(Class<T> type) {
        return (List<T>) values(type);
    }

    private List<?> values(Type type) {
        return switch (type) {
            case ParameterizedType p -> containers(p);
            case Class<?> c when c.isEnum() -> List.of(c.getEnumConstants());
            case Class<?> c when c.isRecord() -> records(c);
            case Class<?> c
            when c.isSealed() -> {
                List<Object> all = new ArrayList<>();
                Stream.of(c.getPermittedSubclasses()).forEach(variant -> all.addAll(values(variant)));
                yield all;
            }
            case Class<?> c -> scalars(c);
            default -> throw new IllegalArgumentException(type.toString());
        };
    }

    private List<?> containers(ParameterizedType type) {
        List<?> first = values(type.getActualTypeArguments()[0]);
        return switch (type.getRawType()) {
            case Class<?> c
            when c == Optional.class ->
                Stream.concat(Stream.of(Optional.empty()), first.stream().map(Optional::of))
                        .toList();
            // a chain has a certificate at least
            case Class<?> c when c == List.class && first.getFirst() instanceof X509Certificate -> List.of(first);
            case Class<?> c when c == List.class -> List.of(first, List.of());
            case Class<?> c
            when c == Map.class ->
                List.of(
                        Map.of(
                                first.getFirst(),
                                values(type.getActualTypeArguments()[1]).getFirst()),
                        Map.of());
            default -> throw new IllegalArgumentException(type.toString());
        };
    }

    /** So many that each component takes each of its values once. */
    private List<?> records(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        List<List<?>> choices = new ArrayList<>();
        int most = 1;
        for (RecordComponent component : components) {
            List<?> values = values(component.getGenericType());
            choices.add(values);
            most = Math.max(most, values.size());
        }
        List<Object> made = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            Object[] arguments = new Object[components.length];
            for (int c = 0; c < components.length; c++) {
                List<?> values = choices.get(c);
                Class<?> of = components[c].getType();
                boolean distinct = of == UUID.class || of == String.class;
                arguments[c] = distinct ? scalars(of).getFirst() : values.get(i % values.size());
            }
            made.add(construct(type, components, arguments));
        }
        return made;
    }

    private static Object construct(Class<?> type, RecordComponent[] components, Object[] arguments) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " of " + List.of(arguments), e);
        }
    }

    private List<?> scalars(Class<?> type) {
        int n = ++next;
        return switch (type.getName()) {
            case "java.lang.String" -> List.of("Text ä€😀 " + n);
            case "long", "java.lang.Long" -> List.of(0L, 23L, 24L, 255L, 65_536L, 4_294_967_296L, -1L);
            case "int", "java.lang.Integer" -> List.of(1, 24, 1_883);
            case "boolean", "java.lang.Boolean" -> List.of(true, false);
            case "double", "java.lang.Double" -> List.of(0.5, -1e300);
            case "[B" -> List.of(new byte[] {1, 2, 3}, new byte[70_000]);
            case "java.util.UUID" -> List.of(new UUID(0x1111_2222_3333_4444L, n));
            case "java.time.Instant" -> List.of(Instant.ofEpochSecond(1_790_000_000L + n, 123_456_789));
            case "java.time.Duration" -> List.of(Duration.ofSeconds(86_400 + n, 5_000_000));
            case "java.net.URI" -> List.of(URI.create("https://server.example:8443/" + n));
            case "dev.gangway.secret.Secret" ->
                List.of(Secret.copyOf(("secret " + n).getBytes(StandardCharsets.UTF_8)));
            case "java.security.cert.X509Certificate" -> List.of(certificate());
            default -> throw new IllegalArgumentException(type.toString());
        };
    }

    private static X509Certificate certificate() {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(Base64.getMimeDecoder().decode(CERTIFICATE)));
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }
}
