package dev.gangway.ui.text;

import dev.gangway.bench.export.RunWords;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Printable;
import dev.gangway.diagnosis.Remedy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every word that the program says to people, in one language, with English where that language lacks it. Uses the JDK
 * alone, so the command line shares it with the window. Safe for use by several threads.
 *
 * <p>The words lie in {@code dev/gangway/ui/text/<room>.properties} and {@code <room>_<language>.properties}, UTF-8. Text is
 * written plainly: {@code {host}} is a named place, everything else stands for itself. A key without words is shown as
 * the key; nothing here throws for want of a word.
 */
public final class Words implements RunWords {
    /** The bundles; each belongs to the room of its name. */
    public static final List<String> ROOMS = List.of(
            "ui",
            "device",
            "devices",
            "credentials",
            "benchscreen",
            "bench",
            "kinds",
            "runs",
            "logs",
            "options",
            "watch",
            "thingsboard",
            "deviceapi",
            "pki",
            "import",
            "export",
            "hardware",
            "enrolment",
            "server",
            "vault",
            "settings",
            "onboarding",
            "token",
            "oauth",
            "practice",
            "outbox",
            "station",
            "help",
            "batchscreen",
            "recipescreen",
            "serial",
            "label",
            "line",
            "record",
            "batch",
            "authorities",
            "authorityscreen",
            "certificatescreen",
            "audit",
            "app",
            "cli");

    /** Languages that are complete; the first is the fallback. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.of("es"));

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9]*)}");

    /** First parts of the keys of words for a code; those that no bundle bears the name of lie with the bench. */
    private static final Set<String> OF_CODES = Set.of("diagnosis", "evidence", "remedy", "check", "obstacle");

    private final Locale locale;
    private final ConcurrentHashMap<String, Map<String, String>> read = new ConcurrentHashMap<>();

    private Words(Locale locale) {
        this.locale = locale;
    }

    /** The words for a locale; its country decides how numbers and dates are written. A bundle is read once needed. */
    public static Words load(Locale locale) {
        return new Words(locale);
    }

    private Map<String, String> room(String name) {
        return read.computeIfAbsent(name, _ -> {
            Map<String, String> texts = new HashMap<>(bundle(name, ""));
            texts.putAll(bundle(name, suffix(locale)));
            return texts;
        });
    }

    /** The words for a key, or null. No key is in two bundles, so the order only decides how many of them are read. */
    private @Nullable String find(String key) {
        int first = key.indexOf('.');
        int second = key.indexOf('.', first + 1);
        String head = first < 0 ? key : key.substring(0, first);
        String next = second < 0 ? "" : key.substring(first + 1, second);
        for (String name : List.of(head, next, OF_CODES.contains(head) ? "bench" : "ui")) {
            String text = ROOMS.contains(name) ? room(name).get(key) : null;
            if (text != null) {
                return text;
            }
        }
        for (Map<String, String> known : read.values()) {
            String text = known.get(key);
            if (text != null) {
                return text;
            }
        }
        for (String name : ROOMS) {
            String text = room(name).get(key);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private String text(String key) {
        String text = find(key);
        return text == null ? key : text;
    }

    /** The language that the program speaks to somebody of this one: its own where it is complete, otherwise English. */
    public static Locale spoken(Locale wanted) {
        return LANGUAGES.stream()
                .filter(known -> known.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(LANGUAGES.getFirst());
    }

    /** What the files of a language end with: nothing for English, and for languages that the program does not speak. */
    static String suffix(Locale language) {
        Locale spoken = spoken(language);
        return spoken.equals(LANGUAGES.getFirst()) ? "" : "_" + spoken.getLanguage();
    }

    /** One bundle as it lies in the program; empty where there is none. {@code suffix} is that of a language. */
    static Map<String, String> bundle(String room, String suffix) {
        Properties properties = new Properties();
        try (InputStream in = Words.class.getResourceAsStream(room + suffix + ".properties")) {
            if (in != null) {
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Map<String, String> texts = new LinkedHashMap<>();
        properties.forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }

    /** The language, and the country whose numbers and dates are used. */
    @Override
    public Locale locale() {
        return locale;
    }

    /** All keys. */
    public Set<String> keys() {
        return ROOMS.stream().flatMap(room -> room(room).keySet().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether there are words for this key. */
    public boolean has(String key) {
        return find(key) != null;
    }

    /** The words for a key; {@code places} are name, value, name, value. */
    public String get(String key, Object... places) {
        if (places.length == 0) {
            return text(key);
        }
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i + 1 < places.length; i += 2) {
            values.put(String.valueOf(places[i]), places[i + 1]);
        }
        return get(key, values);
    }

    /** The words for a key with its named places filled; a place without a value stays as it is. */
    @Override
    public String get(String key, Map<String, ?> values) {
        Matcher places = PLACE.matcher(text(key));
        StringBuilder filled = new StringBuilder();
        while (places.find()) {
            Object value = values.get(places.group(1));
            String text = value == null ? places.group() : Printable.ofLines(String.valueOf(value));
            places.appendReplacement(filled, Matcher.quoteReplacement(text));
        }
        return places.appendTail(filled).toString();
    }

    /** The words for {@code count} things: {@code key.one} or {@code key.many}, with the number in {@code {count}}. */
    public String count(String key, long count) {
        return get(key + (count == 1 ? ".one" : ".many"), "count", formats().number(count));
    }

    /** How numbers, dates and durations are written beside these words. */
    public Formats formats() {
        return new Formats(this);
    }

    /** One sentence that names the cause. */
    @Override
    public String title(Diagnosis diagnosis) {
        return get("diagnosis." + diagnosis.code() + ".title", diagnosis.args());
    }

    /** What it means and why it happens. */
    @Override
    public String text(Diagnosis diagnosis) {
        return get("diagnosis." + diagnosis.code() + ".text", diagnosis.args());
    }

    /** What was seen. */
    @Override
    public String evidence(Evidence evidence) {
        return get("evidence." + evidence.key(), evidence.args());
    }

    /** What to do. */
    @Override
    public String remedy(Remedy remedy) {
        return get("remedy." + remedy.key(), remedy.args());
    }

    /** What else was looked at. */
    @Override
    public String check(String key, Map<String, String> args) {
        return get("check." + key, args);
    }
}
