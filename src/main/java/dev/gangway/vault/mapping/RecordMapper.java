package dev.gangway.vault.mapping;

import dev.gangway.stored.StoredNames;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Maps values of one record type to bytes and back. Which types a record may be made of is said at
 * {@link dev.gangway.vault.RecordType}. Safe for use by several threads.
 */
public final class RecordMapper<T> {
    private final Codec<T> codec;

    private RecordMapper(Codec<T> codec) {
        this.codec = codec;
    }

    /**
     * The mapper for this type.
     *
     * @throws IllegalArgumentException if it is made of types that cannot be mapped
     */
    @SuppressWarnings("unchecked") // the codec of a class is of that class
    public static <T> RecordMapper<T> of(Class<T> type) {
        return new RecordMapper<>((Codec<T>) new Resolver().codec(type));
    }

    /** The value as bytes; the caller wipes them. */
    public byte[] toBytes(T value) {
        try (CborWriter out = new CborWriter()) {
            codec.write(out, value);
            return out.toBytes();
        }
    }

    /**
     * The value of these bytes.
     *
     * @throws MalformedCborException if this mapper did not write them
     */
    public T fromBytes(byte[] bytes) {
        CborReader in = new CborReader(bytes);
        T value;
        try {
            value = codec.read(in);
        } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException e) {
            throw new MalformedCborException("a value out of its range", e);
        }
        if (!in.isAtEnd()) {
            throw new MalformedCborException("something follows the value");
        }
        return value;
    }

    /** Finds the codec of each type; a record that holds itself again meets the codec under construction. */
    private static final class Resolver {
        private final Map<Type, Codec<Object>> known = new HashMap<>();

        Codec<Object> codec(Type type) {
            Codec<Object> before = known.get(type);
            if (before != null) {
                return before;
            }
            Later later = new Later();
            known.put(type, later);
            later.target = Optional.of(make(type));
            known.put(type, later.target.get());
            return later.target.get();
        }

        @SuppressWarnings("unchecked") // the branch taken says what the codec is of
        private Codec<Object> make(Type type) {
            return (Codec<Object>)
                    switch (type) {
                        case Class<?> c when Scalars.ALL.containsKey(c) -> Scalars.ALL.get(c);
                        case Class<?> c when c.isEnum() -> enumeration(c);
                        case Class<?> c when c.isRecord() -> new RecordCodec<>(c, this::codec);
                        case Class<?> c when c.isSealed() -> new SealedCodec<>(c, this::codec);
                        case ParameterizedType p -> container(p);
                        default -> throw new IllegalArgumentException(type + " cannot be kept in a vault");
                    };
        }

        private Codec<?> container(ParameterizedType type) {
            Type[] of = type.getActualTypeArguments();
            return switch (type.getRawType()) {
                case Class<?> c when c == Optional.class -> new Containers.OptionalCodec<>(codec(of[0]));
                case Class<?> c when c == List.class -> new Containers.ListCodec<>(codec(of[0]));
                case Class<?> c when c == Map.class -> new Containers.MapCodec<>(codec(of[0]), codec(of[1]));
                default -> throw new IllegalArgumentException(type + " cannot be kept in a vault");
            };
        }

        private static Codec<Object> enumeration(Class<?> type) {
            Map<String, Object> byName = new HashMap<>();
            for (Object constant : type.getEnumConstants()) {
                byName.put(StoredNames.of((Enum<?>) constant), constant);
            }
            return Codec.of((out, value) -> out.text(StoredNames.of((Enum<?>) value)), in -> {
                String name = in.text();
                return Optional.ofNullable(byName.get(name))
                        .orElseThrow(() -> new MalformedCborException(type.getSimpleName() + " has no " + name));
            });
        }
    }

    private static final class Later implements Codec<Object> {
        private Optional<Codec<Object>> target = Optional.empty();

        @Override
        public void write(CborWriter out, Object value) {
            target.orElseThrow().write(out, value);
        }

        @Override
        public Object read(CborReader in) {
            return target.orElseThrow().read(in);
        }
    }
}
