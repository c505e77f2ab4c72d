package dev.gangway.line.serial;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A GS1 element string: values under application identifiers, in their order. Read from a scan, with separators (GS,
 * 0x1D) where FNC1 stood, or from the text below a code, with identifiers in brackets. Immutable.
 *
 * @param elements value by identifier, for example {@code 01} to {@code 09506000134352}; each checked by its rule
 */
public record Gs1(Map<String, String> elements) {
    /** What a scanner sends where a code has FNC1 within its data. */
    public static final char GS = 0x1D;

    private static final Pattern BRACKETS = Pattern.compile("\\(([0-9]{2,4})\\)([^(]*)");

    /** Invariant characters of ISO/IEC 646 that values may have, GS1 General Specifications, figure 7.11-1. */
    private static final Pattern CHARACTERS = Pattern.compile("[!\"%&'()*+,\\-./0-9:;<=>?A-Z_a-z]*");

    public Gs1 {
        elements = Collections.unmodifiableMap(new LinkedHashMap<>(elements));
    }

    /** The value of an identifier. */
    public Optional<String> get(String identifier) {
        return Optional.ofNullable(elements.get(identifier));
    }

    /** The serial number: of (21), else the individual asset of (8004), else the serial part of (8003). */
    public Optional<String> serial() {
        return get("21")
                .or(() -> get("8004"))
                .or(() -> get("8003").filter(v -> v.length() > 14).map(v -> v.substring(14)));
    }

    /** Of elements that are checked here, in this order; {@code pairs} are identifier, value, identifier, value. */
    public static Outcome<Gs1> of(String... pairs) {
        Map<String, String> elements = new LinkedHashMap<>();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            Optional<Diagnosis> wrong = add(elements, pairs[i], pairs[i + 1]);
            if (wrong.isPresent()) {
                return Outcome.failed(wrong.get());
            }
        }
        return Outcome.ok(new Gs1(elements));
    }

    /** Reads a text with identifiers in brackets. */
    public static Outcome<Gs1> parseBrackets(String text) {
        Map<String, String> elements = new LinkedHashMap<>();
        Matcher matcher = BRACKETS.matcher(text);
        int at = 0;
        while (matcher.find() && matcher.start() == at) {
            String value = matcher.group(2);
            at = matcher.end();
            // a bracket that begins no identifier belongs to the value
            while (at < text.length() && !startsElement(text, at)) {
                int next = text.indexOf('(', at + 1);
                value += text.substring(at, next < 0 ? text.length() : next);
                at = next < 0 ? text.length() : next;
            }
            Optional<Diagnosis> wrong = add(elements, matcher.group(1), value.strip());
            if (wrong.isPresent()) {
                return Outcome.failed(wrong.get());
            }
            matcher.region(at, text.length());
        }
        return elements.isEmpty() || at < text.length() ? element("", text) : Outcome.ok(new Gs1(elements));
    }

    private static boolean startsElement(String text, int at) {
        Matcher matcher = BRACKETS.matcher(text).region(at, text.length());
        return matcher.lookingAt() && Gs1Identifiers.of(matcher.group(1)).isPresent();
    }

    /** Reads what a scanner sends, without its symbology identifier. */
    public static Outcome<Gs1> parse(String data) {
        Map<String, String> elements = new LinkedHashMap<>();
        int at = !data.isEmpty() && data.charAt(0) == GS ? 1 : 0;
        if (at == data.length()) {
            return element("", data);
        }
        while (at < data.length()) {
            Optional<Gs1Identifiers.Rule> rule = Gs1Identifiers.at(data, at);
            if (rule.isEmpty()) {
                return identifier(data.substring(at, Math.min(data.length(), at + 4)));
            }
            at += rule.get().identifier().length();
            int end = data.indexOf(GS, at);
            end = end < 0 ? data.length() : end;
            if (rule.get().isPredefined()) {
                end = Math.min(end, at + rule.get().most());
            }
            Optional<Diagnosis> wrong = add(elements, rule.get().identifier(), data.substring(at, end));
            if (wrong.isPresent()) {
                return Outcome.failed(wrong.get());
            }
            at = end < data.length() && data.charAt(end) == GS ? end + 1 : end;
        }
        return Outcome.ok(new Gs1(elements));
    }

    private static Optional<Diagnosis> add(Map<String, String> elements, String identifier, String value) {
        Optional<Gs1Identifiers.Rule> found = Gs1Identifiers.of(identifier);
        if (found.isEmpty()) {
            return Gs1.<Gs1>identifier(identifier).failure();
        }
        Gs1Identifiers.Rule rule = found.get();
        boolean fits = value.length() >= rule.least()
                && value.length() <= rule.most()
                && CHARACTERS.matcher(value).matches()
                && value.substring(0, Math.min(value.length(), rule.digits()))
                        .chars()
                        .allMatch(c -> c >= '0' && c <= '9')
                && (!rule.date() || isDate(value));
        if (!fits
                || elements.containsKey(identifier) && !elements.get(identifier).equals(value)) {
            return Gs1.<Gs1>element(identifier, value).failure();
        }
        if (rule.checkedAt() > 0 && !CheckDigit.GS1.isValid(value.substring(0, rule.checkedAt()))) {
            return Optional.of(Diagnosis.of(SerialCode.GS1_CHECK_DIGIT)
                    .with("identifier", identifier)
                    .with("value", value)
                    .remedy("serial.scan-again")
                    .remedy("serial.damaged-label")
                    .build());
        }
        elements.put(identifier, value);
        return Optional.empty();
    }

    /** Six digits YYMMDD; the day 00 stands for the last of the month. */
    private static boolean isDate(String value) {
        try {
            int day = Integer.parseInt(value.substring(4, 6));
            LocalDate.of(
                    2000 + Integer.parseInt(value.substring(0, 2)),
                    Integer.parseInt(value.substring(2, 4)),
                    Math.max(1, day));
            return true;
        } catch (DateTimeException | NumberFormatException | StringIndexOutOfBoundsException e) {
            return false;
        }
    }

    /** As below a code: {@code (01)09506000134352(21)ABC}. */
    public String brackets() {
        StringBuilder text = new StringBuilder();
        elements.forEach((identifier, value) ->
                text.append('(').append(identifier).append(')').append(value));
        return text.toString();
    }

    /** As in a code: values of a length of their own first, others with a GS between them. */
    public String data() {
        List<String> fixed = new ArrayList<>();
        List<String> varying = new ArrayList<>();
        elements.forEach((identifier, value) ->
                (Gs1Identifiers.of(identifier).orElseThrow().isPredefined() ? fixed : varying).add(identifier + value));
        return String.join("", fixed) + String.join(String.valueOf(GS), varying);
    }

    static <T> Outcome<T> element(String identifier, String value) {
        return Diagnosis.of(SerialCode.GS1_ELEMENT)
                .with("identifier", identifier.isEmpty() ? "–" : identifier)
                .with("value", Scans.shown(value))
                .remedy("serial.check-separator")
                .failed();
    }

    private static <T> Outcome<T> identifier(String identifier) {
        return Diagnosis.of(SerialCode.GS1_IDENTIFIER)
                .with("identifier", Scans.shown(identifier))
                .remedy("serial.check-separator")
                .failed();
    }
}
