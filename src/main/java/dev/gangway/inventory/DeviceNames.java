package dev.gangway.inventory;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks device names as they are typed: what ThingsBoard refuses, and what it stores but people then trip over. */
public final class DeviceNames {
    /** The longest name that ThingsBoard stores. */
    public static final int MAX_LENGTH = 255;

    /** What ThingsBoard's own check takes for HTML: a tag, opened or closed. */
    private static final Pattern MARKUP = Pattern.compile("<\\s*/?\\s*[a-zA-Z!][^>]*>");

    private DeviceNames() {}

    /** What is wrong with a name: it cannot be used. */
    public static Optional<Diagnosis> check(String name) {
        if (name.isBlank()) {
            return problem(OnboardingCode.NAME_EMPTY, "field-empty", "enter-name");
        }
        if (name.length() > MAX_LENGTH) {
            return Optional.of(Diagnosis.of(OnboardingCode.NAME_TOO_LONG)
                    .with("length", name.length())
                    .with("max", MAX_LENGTH)
                    .evidence(Evidence.inField("name", "field-length", "length", name.length()))
                    .remedy("shorten-name")
                    .build());
        }
        if (name.chars().anyMatch(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029' || turnsOthers(c))) {
            return problem(OnboardingCode.NAME_HAS_CONTROL_CHARACTERS, "field-has-controls", "remove-controls");
        }
        if (isBlank(name.codePointAt(0)) || isBlank(name.codePointBefore(name.length()))) {
            return problem(OnboardingCode.NAME_HAS_OUTER_SPACES, "field-has-spaces", "remove-spaces");
        }
        if (MARKUP.matcher(name).find()) {
            return problem(OnboardingCode.NAME_HAS_MARKUP, "field-has-markup", "remove-markup");
        }
        return Optional.empty();
    }

    /** What to know of a name that can be used. */
    public static List<Diagnosis> warnings(String name) {
        List<Diagnosis> warnings = new ArrayList<>();
        if (name.contains("%") || name.contains("_")) {
            warnings.add(Diagnosis.of(OnboardingCode.NAME_HAS_WILDCARDS).build());
        }
        if (!StandardCharsets.ISO_8859_1.newEncoder().canEncode(name)) {
            warnings.add(Diagnosis.of(OnboardingCode.NAME_BEYOND_LATIN).build());
        }
        return warnings;
    }

    private static Optional<Diagnosis> problem(OnboardingCode code, String evidence, String remedy) {
        return Optional.of(Diagnosis.of(code)
                .evidence(Evidence.inField("name", evidence))
                .remedy(remedy)
                .build());
    }

    /** Marks of direction: a name with one looks like another. */
    private static boolean turnsOthers(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c == 0x200E || c == 0x200F || c == 0x061C;
    }

    private static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || codePoint == 0xFEFF;
    }
}
