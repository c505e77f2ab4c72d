package dev.gangway.ui.text;

import dev.gangway.bench.export.RunWords;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every word that the program says to people, in one language, with English where that language lacks it. Uses the JDK
 * alone, so the command line shares it with the window. Immutable.
 *
 * <p>The words lie in {@code dev/gangway/ui/text/<room>.properties} and {@code <room>_de.properties}, UTF-8. Text is
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
            "runs",
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
            "station",
            "authorities",
            "authorityscreen",
            "certificatescreen",
            "audit",
            "app",
            "cli");

    /** Languages that are complete; the first is the fallback. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9]*)}");

    private final Locale locale;
    private final Map<String, String> texts;

    private Words(Locale locale, Map<String, String> texts) {
        this.locale = locale;
        this.texts = Map.copyOf(texts);
    }

    /** The words for a locale; its country decides how numbers and dates are written. */
    public static Words load(Locale locale) {
        Map<String, String> texts = new HashMap<>();
        for (String room : ROOMS) {
            texts.putAll(bundle(room, ""));
        }
        if (locale.getLanguage().equals(Locale.GERMAN.getLanguage())) {
            for (String room : ROOMS) {
                texts.putAll(bundle(room, "_de"));
            }
        }
        return new Words(locale, texts);
    }

    /** One bundle as it lies in the program; empty where there is none. {@code suffix} is empty or {@code _de}. */
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
        return texts.keySet();
    }

    /** Whether there are words for this key. */
    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /** The words for a key; {@code places} are name, value, name, value. */
    public String get(String key, Object... places) {
        if (places.length == 0) {
            return texts.getOrDefault(key, key);
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
        Matcher places = PLACE.matcher(texts.getOrDefault(key, key));
        StringBuilder filled = new StringBuilder();
        while (places.find()) {
            Object value = values.get(places.group(1));
            String text = value == null ? places.group() : String.valueOf(value);
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
