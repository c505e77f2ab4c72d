package dev.gangway.vault.mapping;

import dev.gangway.stored.StoredNames;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A record as a map from the stored names of its components. Names of components that are gone are passed over. */
final class RecordCodec<T> implements Codec<T> {
    private final Class<T> type;
    private final Constructor<T> constructor;
    private final Map<String, Component> components = new LinkedHashMap<>();

    private record Component(int index, RecordComponent of, Codec<Object> codec) {}

    RecordCodec(Class<T> type, Function<Type, Codec<Object>> codecs) {
        this.type = type;
        RecordComponent[] all = type.getRecordComponents();
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(all).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type + " has no canonical constructor", e);
        }
        constructor.setAccessible(true);
        for (int i = 0; i < all.length; i++) {
            all[i].getAccessor().setAccessible(true);
            Component component = new Component(i, all[i], codecs.apply(all[i].getGenericType()));
            if (components.put(StoredNames.of(all[i]), component) != null) {
                throw new IllegalArgumentException(type + " has two components of one stored name");
            }
        }
    }

    @Override
    public void write(CborWriter out, T value) {
        out.map(components.size());
        components.forEach((name, component) -> {
            out.text(name);
            component.codec().write(out, component(component, value));
        });
    }

    @Override
    public T read(CborReader in) {
        @Nullable Object[] values = new @Nullable Object[components.size()];
        int size = in.map();
        for (int i = 0; i < size; i++) {
            Component component = components.get(in.text());
            if (component == null) {
                in.skip();
            } else {
                values[component.index()] = component.codec().read(in);
            }
        }
        components.forEach((name, component) -> {
            if (values[component.index()] == null) {
                values[component.index()] = component
                        .codec()
                        .absent()
                        .orElseThrow(() -> new MalformedCborException(type.getSimpleName() + " without its " + name));
            }
        });
        return construct(values);
    }

    private Object component(Component component, T value) {
        try {
            Object content = component.of().getAccessor().invoke(value);
            if (content == null) {
                throw new IllegalArgumentException(
                        type.getSimpleName() + "." + component.of().getName() + " is null");
            }
            return content;
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException(type + " does not give its components", e);
        }
    }

    private T construct(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new MalformedCborException(type.getSimpleName() + " refuses its components", e);
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalArgumentException(type + " cannot be constructed", e);
        }
    }
}
