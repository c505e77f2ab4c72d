package dev.gangway.line.serial;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How the serial numbers of a kind of device are built, from a pattern such as {@code PX-{date:yyww}-{counter:5}{luhn}}.
 * Immutable. Outside of braces stand visible ASCII characters for themselves; inside:
 *
 * <ul>
 *   <li>{@code {counter:WIDTH}} or {@code {counter:WIDTH:BASE}}: number with leading zeros, in base 2 to 36
 *   <li>{@code {date:…}}: {@code yyyy yy MM dd DDD}, or {@code YYYY YY ww} of the ISO week
 *   <li>{@code {luhn}}, {@code {gs1}}, {@code {mod11-2}}, {@code {mod37-36}}, {@code {mod97-10}}: check characters over
 *       every character before them that they count; separators, and letters of fixed parts where only digits count,
 *       are passed over
 *   <li>{@code {imei:TAC}}: type allocation code of 8 digits, number, Luhn; {@code {imei}} reads any
 *   <li>{@code {mac:BLOCK}}, {@code {eui64:BLOCK}}: the next address of a block of 6, 7 or 9 hexadecimal digits; followed
 *       by {@code :colon}, {@code :dash} or {@code :plain}
 *   <li>{@code {uuid}} or {@code {uuid:7}}: RFC 9562
 *   <li>{@code {digits:N}}, {@code {letters:N}}, {@code {alnum:N}}, each also {@code N:M} for N to M, and
 *       {@code {text}}: numbers made elsewhere; such a scheme only reads, and one part at most varies in length
 * </ul>
 */
public final class SerialScheme {
    private final String pattern;
    private final List<SerialPart> parts;
    private final Pattern whole;

    private SerialScheme(String pattern, List<SerialPart> parts) {
        this.pattern = pattern;
        this.parts = parts;
        this.whole = Pattern.compile(
                parts.stream().map(part -> "(" + part.shape() + ")").collect(Collectors.joining()));
    }

    /** Reads a pattern; fails with {@code serial.scheme-part} or {@code serial.scheme-check-digit}, naming the part. */
    public static Outcome<SerialScheme> parse(String pattern) {
        return SchemeParser.parse(pattern).map(parts -> new SerialScheme(pattern, parts));
    }

    /** The text that it was read from. */
    public String pattern() {
        return pattern;
    }

    /** Whether it can make numbers, and not only read them. */
    public boolean canMake() {
        return capacity() > 0;
    }

    /**
     * How many numbers its counter has (0 where it only reads; {@link Long#MAX_VALUE} where each is random and none is
     * counted).
     */
    public long capacity() {
        if (parts.stream().anyMatch(SerialPart.Foreign.class::isInstance)) {
            return 0;
        }
        for (SerialPart part : parts) {
            if (part instanceof SerialPart.Counter counter) {
                return counter.capacity();
            }
            if (part instanceof SerialPart.Address address) {
                return address.capacity();
            }
        }
        return isRandom() ? Long.MAX_VALUE : 0;
    }

    /** What is the same for two patterns that count the same numbers: an address is the same however it is written. */
    public String space() {
        return parts.stream()
                .map(part -> part instanceof SerialPart.Address address
                        ? "{" + address.digits() + ":" + address.block() + "}"
                        : part.text())
                .collect(Collectors.joining());
    }

    /** Whether its numbers differ by chance, not by counting. */
    public boolean isRandom() {
        return parts.stream().anyMatch(SerialPart.Uuid.class::isInstance)
                && parts.stream()
                        .noneMatch(part -> part instanceof SerialPart.Counter || part instanceof SerialPart.Address);
    }

    /**
     * The serial number of a count.
     *
     * @param counter from 0 to {@link #capacity()} − 1
     * @param date of the dates in it, in the station's time zone
     */
    public Outcome<String> make(long counter, LocalDate date) {
        if (!canMake()) {
            boolean foreign = parts.stream().anyMatch(SerialPart.Foreign.class::isInstance);
            return Diagnosis.of(foreign ? SerialCode.SCHEME_READS_ONLY : SerialCode.SCHEME_WITHOUT_COUNTER)
                    .with("pattern", pattern)
                    .remedy("serial.scheme-counter")
                    .failed();
        }
        if (counter < 0 || counter >= capacity()) {
            return Diagnosis.of(SerialCode.COUNTER_FULL)
                    .with("pattern", pattern)
                    .with("counter", counter)
                    .with("last", capacity() - 1)
                    .remedy("serial.wider-counter")
                    .failed();
        }
        StringBuilder made = new StringBuilder();
        for (SerialPart part : parts) {
            if (part instanceof SerialPart.Date shape && !shape.format().tells(date)) {
                return Diagnosis.of(SerialCode.DATE_UNTOLD)
                        .with("date", date)
                        .remedy("serial.check-clock")
                        .failed();
            }
            made.append(part.make(counter, date, made.toString()).orElseThrow());
        }
        return Outcome.ok(made.toString());
    }

    /**
     * Reads a serial number and checks it in full. Addresses and UUIDs may be written in any usual way; the result has
     * them as this scheme writes them.
     */
    public Outcome<SerialNumber> read(String text) {
        if (text.length() > SchemeParser.LONGEST) {
            return Diagnosis.of(SerialCode.SCAN_TOO_LONG)
                    .with("length", text.length())
                    .with("most", SchemeParser.LONGEST)
                    .remedy("serial.scan-again")
                    .failed();
        }
        StringBuilder read = new StringBuilder();
        OptionalLong counter = OptionalLong.empty();
        Optional<LocalDate> date = Optional.empty();
        Matcher matcher = whole.matcher(text);
        if (!matcher.matches()) {
            return notOfScheme(text);
        }
        for (int i = 0; i < parts.size(); i++) {
            SerialPart part = parts.get(i);
            String found = matcher.group(i + 1);
            switch (part) {
                case SerialPart.Counter number -> counter = number.read(found);
                case SerialPart.Address address -> {
                    found = address.written(found);
                    counter = address.read(found);
                    if (counter.isEmpty()) {
                        return notOfScheme(text, matcher.start(i + 1), part.text());
                    }
                }
                case SerialPart.Uuid _ -> found = found.toLowerCase(Locale.ROOT);
                case SerialPart.Date shape -> {
                    date = shape.format().read(found);
                    if (date.isEmpty()) {
                        return Diagnosis.of(SerialCode.NO_DATE)
                                .with("serial", text)
                                .with("found", found)
                                .with("part", part.text())
                                .remedy("serial.scan-again")
                                .failed();
                    }
                }
                case SerialPart.Check check -> {
                    String expected =
                            check.kind().of(check.covered(read.toString())).orElse("");
                    if (!found.equals(expected)) {
                        return Diagnosis.of(SerialCode.CHECK_DIGIT)
                                .with("serial", text)
                                .with("found", found)
                                .with("expected", expected)
                                .with("kind", check.kind().text())
                                .remedy("serial.scan-again")
                                .remedy("serial.damaged-label")
                                .failed();
                    }
                }
                case SerialPart.Fixed _, SerialPart.Foreign _ -> {
                    // as it stands
                }
            }
            read.append(found);
        }
        return Outcome.ok(new SerialNumber(read.toString(), counter, date));
    }

    /** Names the first part that does not fit. */
    private <T> Outcome<T> notOfScheme(String text) {
        int at = 0;
        for (SerialPart part : parts) {
            Matcher matcher = part.shape().matcher(text).region(at, text.length());
            if (!matcher.lookingAt()) {
                return notOfScheme(text, at, part.text());
            }
            at = matcher.end();
        }
        return notOfScheme(text, at, "");
    }

    private <T> Outcome<T> notOfScheme(String text, int at, String part) {
        return Diagnosis.of(SerialCode.NOT_OF_SCHEME)
                .with("serial", text)
                .with("pattern", pattern)
                .with("position", at + 1)
                .with("part", part.isEmpty() ? "–" : part)
                .remedy("serial.right-label")
                .failed();
    }

    /** The pattern. */
    @Override
    public String toString() {
        return pattern;
    }
}
