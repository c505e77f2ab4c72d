package dev.gangway.vault.mapping;

import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** A sealed interface of records as an array: the simple name of the record, then the record. */
final class SealedCodec<T> implements Codec<T> {
    private final Class<T> type;
    private final Map<String, Codec<Object>> variants = new LinkedHashMap<>();

    SealedCodec(Class<T> type, Function<Type, Codec<Object>> codecs) {
        this.type = type;
        addVariants(type, codecs);
    }

    private void addVariants(Class<?> of, Function<Type, Codec<Object>> codecs) {
        for (Class<?> variant : of.getPermittedSubclasses()) {
            if (variant.isSealed()) {
                addVariants(variant, codecs);
            } else if (variants.put(variant.getSimpleName(), codecs.apply(variant)) != null) {
                throw new IllegalArgumentException(type + " has two variants " + variant.getSimpleName());
            }
        }
    }

    @Override
    public void write(CborWriter out, T value) {
        String name = value.getClass().getSimpleName();
        out.array(2);
        out.text(name);
        variant(name).write(out, value);
    }

    @Override
    public T read(CborReader in) {
        if (in.array() != 2) {
            throw new MalformedException("a variant of " + type.getSimpleName() + " has a name and a content");
        }
        return type.cast(variant(in.text()).read(in));
    }

    private Codec<Object> variant(String name) {
        Codec<Object> codec = variants.get(name);
        if (codec == null) {
            throw new MalformedException(type.getSimpleName() + " has no variant " + name);
        }
        return codec;
    }
}
