package dev.gangway.vault.golden;

import dev.gangway.vault.RecordType;
import dev.gangway.vault.mapping.RecordMapper;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds in the compiled program what it keeps: no kind can be added without being seen here. */
final class StoredTypes {
    private static final List<Class<?>> CLASSES = classes();

    private StoredTypes() {}

    /** All kinds that rooms declare, by name. */
    static List<RecordType<?>> kinds() {
        return fields(RecordType.class)
                .map(StoredTypes::value)
                .<RecordType<?>>map(RecordType.class::cast)
                .sorted(Comparator.comparing(RecordType::name))
                .toList();
    }

    /** Records that the vault keeps for itself: what its own mappers are of. */
    static List<Class<?>> ownRecords() {
        return fields(RecordMapper.class)
                .map(field -> ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0])
                .<Class<?>>map(Class.class::cast)
                .sorted(Comparator.comparing(Class::getName))
                .toList();
    }

    /** Every record, variant and enum that is reached from these types. */
    static Set<Class<?>> reached(Stream<? extends Class<?>> from) {
        Set<Class<?>> seen = new LinkedHashSet<>();
        from.forEach(type -> reach(type, seen));
        return seen;
    }

    private static void reach(Type type, Set<Class<?>> seen) {
        switch (type) {
            case ParameterizedType p -> Stream.of(p.getActualTypeArguments()).forEach(of -> reach(of, seen));
            case Class<?> c
            when c.isRecord() && seen.add(c) -> {
                for (RecordComponent component : c.getRecordComponents()) {
                    reach(component.getGenericType(), seen);
                }
            }
            case Class<?> c
            when c.isSealed() && !c.isEnum() && c.isInterface() ->
                Stream.of(c.getPermittedSubclasses()).forEach(variant -> reach(variant, seen));
            case Class<?> c when c.isEnum() -> seen.add(c);
            default -> {
                // one of the types that are one item
            }
        }
    }

    /** Static fields of this type in all classes of the program, not of its tests. */
    private static Stream<Field> fields(Class<?> type) {
        return CLASSES.stream()
                .flatMap(in -> Stream.of(in.getDeclaredFields()))
                .filter(field -> field.getType() == type && Modifier.isStatic(field.getModifiers()));
    }

    private static List<Class<?>> classes() {
        try {
            Path root = Path.of(RecordType.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(root.resolve("dev/gangway"))) {
                return files.map(file -> root.relativize(file).toString())
                        .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
                        .<Class<?>>map(StoredTypes::load)
                        .toList();
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String file) {
        try {
            String name = file.substring(0, file.length() - ".class".length()).replace(File.separatorChar, '.');
            return Class.forName(name, false, StoredTypes.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(Field field) {
        try {
            field.setAccessible(true);
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
