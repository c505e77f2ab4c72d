package dev.gangway.vault.mapping;

import dev.gangway.stored.StoredNames;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** A sealed interface of records as an array: the stored name of the record, then the record. */
final class SealedCodec<T> implements Codec<T> {
    private final Class<T> type;
    private final Map<String, Variant> byName = new LinkedHashMap<>();
    private final Map<Class<?>, Variant> byClass = new HashMap<>();

    private record Variant(String name, Codec<Object> codec) {}

    SealedCodec(Class<T> type, Function<Type, Codec<Object>> codecs) {
        this.type = type;
        addVariants(type, codecs);
    }

    private void addVariants(Class<?> of, Function<Type, Codec<Object>> codecs) {
        for (Class<?> each : of.getPermittedSubclasses()) {
            if (each.isSealed()) {
                addVariants(each, codecs);
            } else {
                Variant variant = new Variant(StoredNames.of(each), codecs.apply(each));
                byClass.put(each, variant);
                if (byName.put(variant.name(), variant) != null) {
                    throw new IllegalArgumentException(type + " has two variants " + variant.name());
                }
            }
        }
    }

    @Override
    public void write(CborWriter out, T value) {
        Variant variant = byClass.get(value.getClass());
        if (variant == null) {
            throw new IllegalArgumentException(value.getClass() + " is no variant of " + type);
        }
        out.array(2);
        out.text(variant.name());
        variant.codec().write(out, value);
    }

    @Override
    public T read(CborReader in) {
        if (in.array() != 2) {
            throw new MalformedCborException("a variant of " + type.getSimpleName() + " has a name and a content");
        }
        String name = in.text();
        Variant variant = byName.get(name);
        if (variant == null) {
            throw new MalformedCborException(type.getSimpleName() + " has no variant " + name);
        }
        return type.cast(variant.codec().read(in));
    }
}
