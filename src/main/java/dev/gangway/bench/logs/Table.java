package dev.gangway.bench.logs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Codes of one source. Its options say how a code that was met is looked up: {@code unsigned} without its sign,
 * {@code sum} as a high and a low part in one number (Mbed TLS), {@code bits} bit by bit, {@code text} by its text.
 * {@code byte} as a byte that may have been printed with a sign.
 * A code {@code other} stands for every number that the source does not list.
 * {@code bare} codes are known without a word around them, {@code names} are recognised by their name alone.
 */
final class Table {
    private static final long HIGH = 0x7F80;
    private static final long LOW = 0x7F;
    private static final long MOST_FLAGS = 0xFFFFF;

    /** Windows' codes are 32 bits wide, and printed as negative numbers as often as in hex. */
    private static final long HALF_OF_32_BITS = 0x7000_0000L;

    /** Codes of MQTT are bytes, and some languages print those with a sign. */
    private static final long HALF_OF_A_BYTE = 128;

    private static final long ALL_OF_32_BITS = 1L << 32;

    /** As Zephyr prints codes of Mbed TLS. */
    private static final Pattern HEX_WITHOUT_PREFIX = Pattern.compile("-?[0-9a-fA-F]{4}");

    private final String id;
    private final Set<String> options;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Long, List<Entry>> byNumber = new HashMap<>();
    private final Map<String, Entry> byName = new HashMap<>();

    /** The words of a name in any order: Go says "unknown certificate" where the standard has "certificate_unknown". */
    private final Map<String, Entry> byWords = new HashMap<>();

    /** Every number but 0 that the source does not list; null where those say nothing. */
    private @Nullable Entry other;

    Table(String id, Set<String> options) {
        this.id = id;
        this.options = Set.copyOf(options);
    }

    String id() {
        return id;
    }

    boolean has(String option) {
        return options.contains(option);
    }

    List<Entry> entries() {
        return entries;
    }

    void add(Entry entry) {
        entries.add(entry);
        if (!has("text")) {
            number(entry.code())
                    .ifPresent(number -> byNumber.computeIfAbsent(number, _ -> new ArrayList<>())
                            .add(entry));
        }
        if (entry.code().equals("other")) {
            other = entry;
        }
        byName.putIfAbsent(plain(entry.code()), entry);
        byWords.putIfAbsent(words(entry.name()), entry);
        byName.putIfAbsent(plain(entry.name()), entry);
    }

    /** What a code that was met can be; several where it is a sum or a set of bits. */
    List<Entry> find(String met) {
        OptionalLong number = has("text") ? OptionalLong.empty() : number(met);
        if (number.isEmpty() && has("sum") && HEX_WITHOUT_PREFIX.matcher(met).matches()) {
            return find("0x" + met.replace("-", ""));
        }
        if (number.isEmpty()) {
            return Optional.ofNullable(byName.get(plain(met)))
                    .or(() -> Optional.ofNullable(byWords.get(words(met))))
                    .stream()
                    .toList();
        }
        long value = number.getAsLong();
        if (has("bits")) {
            return value > MOST_FLAGS
                    ? List.of()
                    : byNumber.keySet().stream()
                            .filter(bit -> (value & bit) != 0)
                            .sorted()
                            .flatMap(bit -> byNumber.getOrDefault(bit, List.of()).stream())
                            .toList();
        }
        List<Entry> exact = byNumber.getOrDefault(value, List.of());
        if (exact.isEmpty() && other != null && value != 0) {
            return List.of(other);
        }
        if (!exact.isEmpty() || !has("sum")) {
            return exact;
        }
        List<Entry> high = byNumber.getOrDefault(value & HIGH, List.of());
        List<Entry> low = byNumber.getOrDefault(value & LOW, List.of());
        boolean whole = value <= (HIGH | LOW) && !high.isEmpty() && !low.isEmpty();
        if (whole) {
            return Stream.concat(high.stream(), low.stream()).toList();
        }
        return HEX_WITHOUT_PREFIX.matcher(met).matches() ? find("0x" + met.replace("-", "")) : List.of();
    }

    private OptionalLong number(String text) {
        boolean negative = text.startsWith("-");
        String digits = negative ? text.substring(1) : text;
        try {
            long value = digits.toLowerCase(Locale.ROOT).startsWith("0x")
                    ? Long.parseLong(digits.substring(2), 16)
                    : Long.parseLong(digits);
            if (has("byte") && negative && value <= HALF_OF_A_BYTE) {
                return OptionalLong.of(2 * HALF_OF_A_BYTE - value);
            }
            boolean windows = negative && value > HALF_OF_32_BITS;
            return OptionalLong.of(windows ? ALL_OF_32_BITS - value : negative && has("signed") ? -value : value);
        } catch (NumberFormatException notANumber) {
            return OptionalLong.empty();
        }
    }

    private static String words(String text) {
        return Arrays.stream(text.strip().toLowerCase(Locale.ROOT).split("[ _-]+"))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("[ _-]+", "");
    }
}
