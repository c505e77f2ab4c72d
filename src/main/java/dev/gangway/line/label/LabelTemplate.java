package dev.gangway.line.label;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What stands on a label, read from text. The first line is {@code size WIDTH HEIGHT} in millimetres; each other line
 * is a part: {@code KIND X Y SIZE CONTENT}, with {@code KIND} one of {@code text}, {@code qr}, {@code datamatrix},
 * {@code code128}, {@code gs1datamatrix}, {@code gs1-128}; {@code X} and {@code Y} of its upper left corner, {@code SIZE}
 * its height (of text and Code 128) or edge, all in millimetres. {@code CONTENT} goes to the end of the line; places such
 * as {@code {serial}} are filled. GS1 content has its identifiers in brackets. Empty lines and those that begin with
 * {@code #} are passed over. A place {@code {secret.…}} is refused unless a line {@code allow-secret} stands before it.
 *
 * @param width in millimetres, 5 to 300
 * @param height in millimetres, 5 to 300
 */
public record LabelTemplate(double width, double height, List<Part> parts) {
    /** What a part is drawn as. */
    public enum Kind {
        TEXT("text"),
        QR("qr"),
        DATA_MATRIX("datamatrix"),
        CODE_128("code128"),
        GS1_DATA_MATRIX("gs1datamatrix"),
        GS1_128("gs1-128");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        static Optional<Kind> of(String word) {
            for (Kind each : values()) {
                if (each.word.equals(word)) {
                    return Optional.of(each);
                }
            }
            return Optional.empty();
        }

        /** Whether its content is a GS1 element string in brackets. */
        boolean isGs1() {
            return this == GS1_DATA_MATRIX || this == GS1_128;
        }
    }

    /**
     * One part, in millimetres from the upper left corner.
     *
     * @param pattern its content before its places were filled
     */
    public record Part(Kind kind, double x, double y, double size, String content, String pattern) {
        /** What a message calls it: its content, or where this holds a secret, its pattern. */
        String named() {
            return pattern.contains(SECRET) ? pattern : content;
        }
    }

    private static final String SECRET = "{secret.";

    private static final Pattern LINE = Pattern.compile(
            "(\\S+) +([0-9]{1,3}(?:\\.[0-9]+)?) +([0-9]{1,3}(?:\\.[0-9]+)?) +([0-9]{1,3}(?:\\.[0-9]+)?) +(.+)");
    private static final Pattern SIZE = Pattern.compile("size +([0-9]{1,3}(?:\\.[0-9]+)?) +([0-9]{1,3}(?:\\.[0-9]+)?)");
    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9.-]*)}");

    public LabelTemplate {
        parts = List.copyOf(parts);
    }

    /** Reads a template; fails with {@code label.template-line} or {@code label.secret-not-allowed}, naming the line. */
    public static Outcome<LabelTemplate> parse(String text) {
        double width = 0;
        double height = 0;
        boolean secrets = false;
        List<Part> parts = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            Matcher size = SIZE.matcher(line);
            Matcher part = LINE.matcher(line);
            if (line.indexOf('\ufffd') >= 0) {
                return wrong(i, line);
            } else if (line.isEmpty() || line.startsWith("#")) {
                continue;
            } else if (line.equals("allow-secret")) {
                secrets = true;
            } else if (size.matches() && width == 0) {
                width = Double.parseDouble(size.group(1));
                height = Double.parseDouble(size.group(2));
                if (Math.min(width, height) < 5 || Math.max(width, height) > 300) {
                    return wrong(i, line);
                }
            } else if (width > 0 && part.matches() && Kind.of(part.group(1)).isPresent()) {
                if (part.group(5).contains(SECRET) && !secrets) {
                    return Diagnosis.of(LabelCode.SECRET_NOT_ALLOWED)
                            .with("line", i + 1)
                            .remedy("label.allow-secret")
                            .failed();
                }
                double height1 = Double.parseDouble(part.group(4));
                Part read = new Part(
                        Kind.of(part.group(1)).get(),
                        Double.parseDouble(part.group(2)),
                        Double.parseDouble(part.group(3)),
                        height1,
                        part.group(5),
                        part.group(5));
                if (height1 < 1 || read.x() >= width || read.y() + height1 > height) {
                    return wrong(i, line);
                }
                parts.add(read);
            } else {
                return wrong(i, line);
            }
        }
        return parts.isEmpty() ? wrong(lines.size(), "–") : Outcome.ok(new LabelTemplate(width, height, parts));
    }

    private static <T> Outcome<T> wrong(int index, String line) {
        return Diagnosis.of(LabelCode.TEMPLATE_LINE)
                .with("line", index + 1)
                .with("text", line)
                .remedy("label.template-help")
                .failed();
    }

    /** What a scanner reads from it: the content of its first code, or where it has none, its first text. */
    public String scannable() {
        return parts.stream()
                .filter(part -> part.kind() != Kind.TEXT)
                .findFirst()
                .orElse(parts.getFirst())
                .content();
    }

    /** Names of its places. */
    public Set<String> places() {
        return parts.stream()
                .flatMap(part -> PLACE.matcher(part.content()).results())
                .map(place -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The same with its places filled; fails with {@code label.place-unknown} where one has no value. */
    public Outcome<LabelTemplate> filled(Map<String, String> values) {
        List<Part> filled = new ArrayList<>();
        for (Part part : parts) {
            Matcher places = PLACE.matcher(part.content());
            StringBuilder content = new StringBuilder();
            while (places.find()) {
                String value = values.get(places.group(1));
                if (value == null) {
                    return Diagnosis.of(LabelCode.PLACE_UNKNOWN)
                            .with("place", places.group(1))
                            .with(
                                    "known",
                                    String.join(
                                            ", ",
                                            values.keySet().stream().sorted().toList()))
                            .remedy("label.template-help")
                            .failed();
                }
                places.appendReplacement(content, Matcher.quoteReplacement(value));
            }
            filled.add(new Part(
                    part.kind(),
                    part.x(),
                    part.y(),
                    part.size(),
                    places.appendTail(content).toString(),
                    part.pattern()));
        }
        return Outcome.ok(new LabelTemplate(width, height, filled));
    }
}
