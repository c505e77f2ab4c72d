package dev.gangway.bench.profile;

import dev.gangway.bench.profile.DeviceProfile.DeviceClock;
import dev.gangway.bench.profile.DeviceProfile.Hello;
import dev.gangway.bench.profile.DeviceProfile.Limits;
import dev.gangway.bench.profile.DeviceProfile.Roots;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;

/** All profiles: the resources beside this class that {@code index} names. Safe for use by several threads. */
public final class DeviceProfiles {
    private static final String VALUE = "extension.";

    private DeviceProfiles() {}

    /** They are read where somebody asks for the first. */
    private static final class All {
        static final List<DeviceProfile> PROFILES = text("index")
                .lines()
                .filter(line -> !line.isBlank())
                .map(id -> read(id.strip()))
                .toList();
    }

    /** All of them, in the order in which they are shown. */
    public static List<DeviceProfile> all() {
        return All.PROFILES;
    }

    /** The one with this id. */
    public static Optional<DeviceProfile> find(String id) {
        return all().stream().filter(profile -> profile.id().equals(id)).findFirst();
    }

    private static DeviceProfile read(String id) {
        Properties file = new Properties();
        try (Reader reader = new InputStreamReader(open(id + ".properties"), StandardCharsets.UTF_8)) {
            file.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new DeviceProfile(
                id,
                needed(file, id, "title"),
                Arrays.stream(needed(file, id, "source").split("\\|"))
                        .map(String::strip)
                        .toList(),
                needed(file, id, "run").equals("yes"),
                list(file, "assumed"),
                list(file, "mqtt"),
                hello(file, id),
                new Limits(
                        number(file, "largest-record"),
                        number(file, "largest-message"),
                        number(file, "longest-chain"),
                        number(file, "largest-rsa-key")),
                Roots.valueOf(needed(file, id, "roots").toUpperCase(Locale.ROOT)),
                DeviceClock.valueOf(needed(file, id, "clock").toUpperCase(Locale.ROOT)));
    }

    private static Hello hello(Properties file, String id) {
        Map<String, String> values = new HashMap<>();
        file.stringPropertyNames().stream()
                .filter(key -> key.startsWith(VALUE))
                .forEach(key -> values.put(key.substring(VALUE.length()), file.getProperty(key)));
        return new Hello(
                list(file, "versions"),
                list(file, "suites"),
                list(file, "groups"),
                list(file, "schemes"),
                list(file, "extensions"),
                values,
                Integer.parseInt(needed(file, id, "key-shares")),
                needed(file, id, "server-name").equals("yes"));
    }

    private static List<String> list(Properties file, String key) {
        return Arrays.stream(file.getProperty(key, "").split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static OptionalInt number(Properties file, String key) {
        String text = file.getProperty(key);
        return text == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    }

    private static String needed(Properties file, String id, String key) {
        String text = file.getProperty(key);
        if (text == null) {
            throw new IllegalStateException(id + " lacks " + key);
        }
        return text;
    }

    private static String text(String name) {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        InputStream in = DeviceProfiles.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("no resource " + name);
        }
        return in;
    }
}
