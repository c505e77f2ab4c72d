package dev.gangway.line.serial;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the text of a scheme; what its parts mean is said in {@link SerialScheme}. */
final class SchemeParser {
    /** The most characters of a pattern, and of a serial number. */
    static final int LONGEST = 256;

    private static final Set<Integer> BLOCKS = Set.of(6, 7, 9);

    private SchemeParser() {}

    static Outcome<List<SerialPart>> parse(String pattern) {
        if (pattern.isBlank() || pattern.length() > LONGEST) {
            return bad(pattern, pattern.isBlank() ? "–" : pattern.substring(0, 20) + "…");
        }
        List<SerialPart> parts = new ArrayList<>();
        int at = 0;
        while (at < pattern.length()) {
            int open = pattern.indexOf('{', at);
            String fixed = pattern.substring(at, open < 0 ? pattern.length() : open);
            if (!fixed.isEmpty()) {
                if (fixed.indexOf('}') >= 0 || !fixed.chars().allMatch(each -> each > 0x20 && each < 0x7F)) {
                    return bad(pattern, fixed);
                }
                parts.add(new SerialPart.Fixed(fixed));
            }
            if (open < 0) {
                break;
            }
            int close = pattern.indexOf('}', open);
            if (close < 0) {
                return bad(pattern, pattern.substring(open));
            }
            Optional<List<SerialPart>> read = part(pattern.substring(open, close + 1));
            if (read.isEmpty()) {
                return bad(pattern, pattern.substring(open, close + 1));
            }
            parts.addAll(read.get());
            at = close + 1;
        }
        return checked(pattern, parts);
    }

    private static Optional<List<SerialPart>> part(String text) {
        String[] words = text.substring(1, text.length() - 1).split(":", -1);
        String first = words[0];
        Optional<? extends SerialPart> one = CheckDigit.named(first).isPresent()
                ? CheckDigit.named(first).filter(_ -> words.length == 1).map(kind -> new SerialPart.Check(text, kind))
                : switch (first) {
                    case "counter" -> counter(text, words);
                    case "date" ->
                        words.length == 2
                                ? DateShape.of(words[1]).map(shape -> new SerialPart.Date(text, shape))
                                : Optional.empty();
                    case "mac" -> address(text, words, 12);
                    case "eui64" -> address(text, words, 16);
                    case "uuid" -> uuid(text, words);
                    case "digits" -> foreign(text, words, "[0-9]");
                    case "letters" -> foreign(text, words, "[A-Z]");
                    case "alnum" -> foreign(text, words, "[0-9A-Z]");
                    case "text" ->
                        words.length == 1
                                ? Optional.of(new SerialPart.Foreign(text, Pattern.compile("[!-~]{1,64}")))
                                : Optional.empty();
                    default -> Optional.empty();
                };
        if (first.equals("imei")) {
            return imei(text, words);
        }
        return one.map(List::of);
    }

    private static Optional<SerialPart> counter(String text, String[] words) {
        int width = number(words, 1, 1, 18);
        int base = words.length > 2 ? number(words, 2, 2, 36) : 10;
        boolean fits = Math.pow(base, Math.max(width, 0)) < 9e18;
        return width < 0 || base < 0 || words.length > 3 || !fits
                ? Optional.empty()
                : Optional.of(new SerialPart.Counter(text, width, base));
    }

    /** A block as IEEE assigns it: 24, 28 or 36 bits in hexadecimal, none of them for groups. */
    private static Optional<SerialPart> address(String text, String[] words, int digits) {
        if (words.length < 2 || words.length > 3) {
            return Optional.empty();
        }
        String block = words[1].toUpperCase(Locale.ROOT);
        String style = words.length > 2 ? words[2] : "colon";
        boolean good = block.matches("[0-9A-F]+")
                && BLOCKS.contains(block.length())
                && Character.digit(block.charAt(1), 16) % 2 == 0;
        String separator = switch (style) {
            case "colon" -> ":";
            case "dash" -> "-";
            case "plain" -> "";
            default -> "?";
        };
        return good && !separator.equals("?")
                ? Optional.of(new SerialPart.Address(text, block, digits, separator))
                : Optional.empty();
    }

    private static Optional<SerialPart> uuid(String text, String[] words) {
        String version = words.length == 2 ? words[1] : "4";
        return words.length <= 2 && (version.equals("4") || version.equals("7"))
                ? Optional.of(new SerialPart.Uuid(text, Integer.parseInt(version)))
                : Optional.empty();
    }

    private static Optional<SerialPart> foreign(String text, String[] words, String one) {
        int least = number(words, 1, 1, 64);
        int most = words.length > 2 ? number(words, 2, 1, 64) : least;
        return least < 0 || most < least || words.length > 3
                ? Optional.empty()
                : Optional.of(new SerialPart.Foreign(text, Pattern.compile(one + "{" + least + "," + most + "}")));
    }

    /** 3GPP TS 23.003, section 6.2.1: type allocation code, serial number, Luhn. */
    private static Optional<List<SerialPart>> imei(String text, String[] words) {
        SerialPart check = new SerialPart.Check(text, CheckDigit.LUHN);
        if (words.length == 1) {
            return Optional.of(List.of(new SerialPart.Foreign(text, Pattern.compile("[0-9]{14}")), check));
        }
        return words.length == 2 && words[1].matches("[0-9]{8}")
                ? Optional.of(List.of(new SerialPart.Fixed(words[1]), new SerialPart.Counter(text, 6, 10), check))
                : Optional.empty();
    }

    private static int number(String[] words, int index, int least, int most) {
        if (words.length <= index || !words[index].matches("[1-9][0-9]?")) {
            return -1;
        }
        int number = Integer.parseInt(words[index]);
        return number < least || number > most ? -1 : number;
    }

    /** No check digit before there is something to check, nor after letters that it cannot count; one number at most. */
    private static Outcome<List<SerialPart>> checked(String pattern, List<SerialPart> parts) {
        StringBuilder sample = new StringBuilder();
        int counters = 0;
        int varying = 0;
        for (SerialPart part : parts) {
            switch (part) {
                case SerialPart.Check check -> {
                    Optional<SerialPart> uncounted = parts.subList(0, parts.indexOf(part)).stream()
                            .filter(before -> makesUncounted(before, check.kind()))
                            .findFirst();
                    if (uncounted.isPresent()) {
                        return Diagnosis.of(SerialCode.SCHEME_CHECK_DIGIT)
                                .with("pattern", pattern)
                                .with("part", uncounted.get().text())
                                .with("check", check.text())
                                .remedy("serial.alphanumeric-check")
                                .failed();
                    }
                    if (check.covered(sample.toString()).isEmpty()) {
                        return bad(pattern, part.text());
                    }
                    sample.append('0');
                }
                case SerialPart.Fixed fixed -> sample.append(fixed.text());
                case SerialPart.Foreign foreign -> {
                    varying += foreign.varies() ? 1 : 0;
                    if (varying > 1) {
                        return bad(pattern, part.text());
                    }
                    sample.append('0');
                }
                default -> {
                    counters += part instanceof SerialPart.Counter || part instanceof SerialPart.Address ? 1 : 0;
                    if (counters > 1) {
                        return bad(pattern, part.text());
                    }
                    sample.append('0');
                }
            }
        }
        return Outcome.ok(List.copyOf(parts));
    }

    private static boolean makesUncounted(SerialPart part, CheckDigit kind) {
        if (kind.counts('A')) {
            return part instanceof SerialPart.Uuid
                    || part instanceof SerialPart.Foreign foreign
                            && foreign.shape().matcher("!").matches();
        }
        return switch (part) {
            case SerialPart.Counter counter -> counter.base() > 10;
            case SerialPart.Foreign foreign ->
                !foreign.text().startsWith("{digits") && !foreign.text().startsWith("{imei");
            case SerialPart.Address _, SerialPart.Uuid _ -> true;
            case SerialPart.Check check -> check.kind() == CheckDigit.MOD37_36 || check.kind() == CheckDigit.MOD11_2;
            case SerialPart.Fixed _, SerialPart.Date _ -> false;
        };
    }

    private static <T> Outcome<T> bad(String pattern, String part) {
        return Diagnosis.of(SerialCode.SCHEME_PART)
                .with("pattern", pattern.length() > LONGEST ? pattern.substring(0, LONGEST) : pattern)
                .with("part", part)
                .remedy("serial.scheme-help")
                .failed();
    }
}
