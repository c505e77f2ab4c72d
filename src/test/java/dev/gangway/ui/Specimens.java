package dev.gangway.ui;

import dev.gangway.background.Background;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.ServerState;
import dev.gangway.pki.Family;
import dev.gangway.pki.KeyType;
import dev.gangway.secret.Secret;
import dev.gangway.server.ServerEntry;
import dev.gangway.server.ServerKind;
import dev.gangway.ui.text.Words;
import dev.gangway.vault.Vault;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;

/**
 * Makes objects of any class of the program, with everything behind them out of order: each method of each interface
 * that they stand on throws. What is made by the class's own constructors works as it does in the program.
 */
final class Specimens {
    /** What everything throws. */
    static final class OutOfOrder extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final Set<Class<?>> CALLBACKS =
            Set.of(Consumer.class, BiConsumer.class, Runnable.class, UnaryOperator.class, BooleanSupplier.class);

    /** Callbacks that are heard wherever a view model has them from: of a failure it tells whoever made it. */
    private static final Set<Class<?>> HANDED_ON = Set.of(Runnable.class, Consumer.class);

    /** What says something that is known already, as a kind of server does of itself; each promises not to block. */
    private static final Set<String> IN_MEMORY = Set.of("Job.kept", "Job.pause");

    /** Of these there is always at least one in a list. */
    private static final Set<String> NEVER_NONE = Set.of("Destination");

    private static final Words WORDS = Words.load(Locale.ENGLISH);

    private static final Family FAMILY = new Family(KeyType.EC_P256);
    private static final X509Certificate CERTIFICATE = FAMILY.device.chain().getFirst();

    private final Map<Class<?>, Supplier<Object>> known = new HashMap<>();
    private final Consumer<Object> heard;

    /** Whether what is out of order throws already: not while the objects are made. */
    private boolean armed;

    /**
     * Makes one.
     *
     * @param heard is told what callbacks are called with
     */
    Specimens(Background background, Path folder, Consumer<Object> heard) {
        this.heard = heard;
        known.put(Background.class, () -> background);
        known.put(Path.class, () -> folder.resolve("file"));
        known.put(Clock.class, Clock::systemUTC);
        known.put(InstantSource.class, Clock::systemUTC);
        known.put(Words.class, () -> WORDS);
        known.put(String.class, () -> "text");
        known.put(Object.class, () -> "object");
        known.put(int.class, () -> 1);
        known.put(long.class, () -> 1L);
        known.put(double.class, () -> 1.0);
        known.put(char.class, () -> ';');
        known.put(boolean.class, () -> false);
        known.put(byte[].class, () -> new byte[] {1});
        known.put(UUID.class, UUID::randomUUID);
        known.put(Instant.class, () -> Instant.EPOCH);
        known.put(Duration.class, () -> Duration.ofSeconds(1));
        known.put(URI.class, () -> URI.create("https://server.example"));
        known.put(Charset.class, () -> StandardCharsets.UTF_8);
        known.put(Secret.class, () -> Secret.of("a secret of fifteen characters"));
        known.put(Optional.class, Optional::empty);
        known.put(List.class, List::of);
        known.put(Set.class, Set::of);
        known.put(Map.class, Map::of);
        known.put(Vault.class, () -> broken(Vault.class));
        known.put(X509Certificate.class, () -> CERTIFICATE);
        known.put(PrivateKey.class, () -> FAMILY.device.key());
        known.put(Credential.class, () -> new Credential.AccessToken(Secret.of("a-token")));
        known.put(Device.class, Specimens::device);
        known.put(ServerEntry.class, Specimens::server);
    }

    /** For the constructors of a class. */
    Object make(Class<?> type) {
        return make(type, false);
    }

    /** Fills what a person would: each text with this, each choice of which there is none with something. */
    void fill(Object model, String text) throws IllegalAccessException {
        for (Field field : model.getClass().getDeclaredFields()) {
            field.setAccessible(true);
            Object value = Modifier.isStatic(field.getModifiers()) ? null : field.get(model);
            if (value instanceof StringProperty property && !property.isBound()) {
                property.set(text);
            } else if (value instanceof ObjectProperty<?> property && !property.isBound()) {
                choose(property, field.getGenericType());
            } else if (value instanceof Map<?, ?> map) {
                map.values().stream()
                        .filter(StringProperty.class::isInstance)
                        .forEach(each -> ((StringProperty) each).set(text));
            } else if (value != null
                    && value.getClass().getName().matches("dev\\.gangway\\.ui\\..*(ViewModel|Form|EditedDevice)")) {
                fill(value, text);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private <T> void choose(ObjectProperty<T> property, Type declared) {
        if (Optional.empty().equals(property.get())
                && declared instanceof ParameterizedType outer
                && outer.getActualTypeArguments()[0] instanceof ParameterizedType optional
                && optional.getActualTypeArguments()[0] instanceof Class<?> content) {
            property.set((T) Optional.of(make(content)));
        }
    }

    /** For a call of one of its methods: callbacks that are handed in are heard, and do not throw. */
    Object[] arguments(Executable call) {
        boolean before = armed;
        armed = false; // what is handed in must first be made
        try {
            return Arrays.stream(call.getParameters())
                    .map(parameter -> argument(parameter, true))
                    .toArray();
        } finally {
            armed = before;
        }
    }

    private Object argument(Parameter parameter, boolean callbacksAreHeard) {
        if (parameter.getParameterizedType() instanceof ParameterizedType its
                && its.getActualTypeArguments()[0] instanceof Class<?> content) {
            if (its.getRawType() == Optional.class && content == ServerEntry.class) {
                return Optional.of(server());
            }
            if (its.getRawType() == List.class && NEVER_NONE.contains(content.getSimpleName())) {
                return List.of(make(content));
            }
        }
        return make(parameter.getType(), callbacksAreHeard);
    }

    private Object make(Class<?> type, boolean callbacksAreHeard) {
        Supplier<Object> sample = known.get(type);
        if (sample != null) {
            return sample.get();
        }
        if (type.isArray()) {
            Object array = Array.newInstance(type.getComponentType(), 1);
            Array.set(array, 0, make(type.getComponentType(), callbacksAreHeard));
            return array;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isInterface() && !type.isSealed()) {
            boolean callback = (callbacksAreHeard || HANDED_ON.contains(type)) && CALLBACKS.contains(type);
            return callback ? heard(type) : broken(type);
        }
        if (type.isSealed()) {
            return make(type.getPermittedSubclasses()[0], callbacksAreHeard);
        }
        return construct(type);
    }

    private Object construct(Class<?> type) {
        Stream<Executable> ways = Stream.concat(
                Arrays.stream(type.getDeclaredConstructors())
                        .filter(way -> Arrays.stream(way.getParameterTypes()).noneMatch(type::equals)),
                Arrays.stream(type.getDeclaredMethods())
                        .filter(way -> Modifier.isStatic(way.getModifiers()) && way.getReturnType() == type));
        RuntimeException why = new IllegalStateException("no way to make " + type);
        for (Executable way : ways.sorted(Comparator.comparing(way -> way instanceof Constructor ? 0 : 1))
                .toList()) {
            try {
                way.setAccessible(true);
                Object[] with = Arrays.stream(way.getParameters())
                        .map(parameter -> argument(parameter, false))
                        .toArray();
                return way instanceof Constructor<?> constructor
                        ? constructor.newInstance(with)
                        : ((java.lang.reflect.Method) way).invoke(null, with);
            } catch (InvocationTargetException | InstantiationException | IllegalAccessException refused) {
                why.addSuppressed(refused);
            }
        }
        throw why;
    }

    /** From now on everything throws. */
    void arm() {
        armed = true;
    }

    private Object broken(Class<?> type) {
        return Proxy.newProxyInstance(
                Specimens.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, with) -> switch (method.getName()) {
                    case "equals" -> self == with[0];
                    case "hashCode" -> System.identityHashCode(self);
                    case "toString" -> "broken " + type.getSimpleName();
                    default -> {
                        String call = type.getSimpleName() + "." + method.getName();
                        if (armed && type != ServerKind.class && !IN_MEMORY.contains(call)) {
                            throw new OutOfOrder();
                        }
                        Class<?> answer = method.getReturnType();
                        yield answer == void.class || answer == Object.class ? null : make(answer);
                    }
                });
    }

    private Object heard(Class<?> type) {
        return Proxy.newProxyInstance(Specimens.class.getClassLoader(), new Class<?>[] {type}, (self, method, with) -> {
            if (with != null) {
                Arrays.stream(with).forEach(heard);
            }
            Class<?> answer = method.getReturnType();
            return switch (method.getName()) {
                case "equals" -> self == with[0];
                case "hashCode" -> System.identityHashCode(self);
                case "toString" -> "heard " + type.getSimpleName();
                case "apply" -> with == null || with.length == 0 ? null : with[0];
                default -> answer == boolean.class ? Boolean.FALSE : null;
            };
        });
    }

    private static Device device() {
        return new Device(
                UUID.randomUUID(),
                "pump-0417",
                Optional.empty(),
                "pump",
                "",
                new Credential.AccessToken(Secret.of("a-token")),
                ServerState.none(),
                Instant.EPOCH);
    }

    private static ServerEntry server() {
        return new ServerEntry(
                UUID.randomUUID(),
                "plant",
                ServerEntry.Kind.THINGSBOARD,
                URI.create("https://server.example"),
                "tenant@server.example",
                Secret.of("a-password"),
                Optional.of(new ServerEntry.HostPort("server.example", 1883)),
                Optional.empty(),
                List.of());
    }
}
