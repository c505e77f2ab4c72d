package dev.gangway.stored;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Looks up the names that {@link StoredAs} gives, and the constant of a name. Every method throws
 * {@link IllegalArgumentException} where a name is missing or given twice, which is a bug of ours. Safe for use by
 * several threads.
 */
public final class StoredNames {
    private static final ClassValue<Constants> CONSTANTS = new ClassValue<>() {
        @Override
        protected Constants computeValue(Class<?> type) {
            return Constants.of(type);
        }
    };

    private StoredNames() {}

    private record Constants(Map<String, Enum<?>> byName, Map<Enum<?>, String> names) {
        static Constants of(Class<?> type) {
            Map<String, Enum<?>> byName = new HashMap<>();
            Map<Enum<?>, String> names = new HashMap<>();
            for (Object each : type.getEnumConstants()) {
                Enum<?> constant = (Enum<?>) each;
                String name = nameOf(field(constant), constant);
                if (byName.put(name.toLowerCase(Locale.ROOT), constant) != null) {
                    throw new IllegalArgumentException(type + " has two constants that are stored as " + name);
                }
                names.put(constant, name);
            }
            return new Constants(byName, names);
        }
    }

    /** Of a component. */
    public static String of(RecordComponent component) {
        return nameOf(component, component.getDeclaringRecord().getName() + "." + component.getName());
    }

    /** Of a variant. */
    public static String of(Class<?> variant) {
        return nameOf(variant, variant);
    }

    /** Of a constant. */
    public static String of(Enum<?> constant) {
        return Objects.requireNonNull(
                CONSTANTS.get(constant.getDeclaringClass()).names().get(constant));
    }

    /** The constant of this name in whatever case, because files have in small letters what the vault has in capitals. */
    public static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
        return Optional.ofNullable(CONSTANTS.get(type).byName().get(name.toLowerCase(Locale.ROOT)))
                .map(type::cast);
    }

    private static AnnotatedElement field(Enum<?> constant) {
        try {
            return constant.getDeclaringClass().getField(constant.name());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("every constant is a field", e);
        }
    }

    private static String nameOf(AnnotatedElement element, Object what) {
        StoredAs stored = element.getAnnotation(StoredAs.class);
        if (stored == null || stored.value().isEmpty()) {
            throw new IllegalArgumentException(what + " has no @StoredAs name");
        }
        return stored.value();
    }
}
