package dev.gangway.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Words are readable on what they stand on: WCAG 2.2 asks for 4.5 to 1 (1.4.3, AA), and for 7 to 1 of high contrast (1.4.6). */
class ContrastTest {
    private static final double AA = 4.5;
    private static final Pattern COLOUR = Pattern.compile("(-(?:color|gw)-[a-z0-9-]+):\\s*([^;]+);");

    private static final List<String> LIGHT =
            List.of("atlantafx/base/theme/primer-light.css", "dev/gangway/ui/gangway.css");
    private static final List<String> DARK = List.of(
            "atlantafx/base/theme/primer-dark.css", "dev/gangway/ui/gangway.css", "dev/gangway/ui/gangway-dark.css");

    private static final double AAA = 7;
    private static final Map<String, List<String>> THEMES = Map.of(
            "light",
            LIGHT,
            "dark",
            DARK,
            "contrast",
            Stream.concat(DARK.stream(), Stream.of("dev/gangway/ui/gangway-contrast.css"))
                    .toList());

    static Stream<String> pairs() {
        return Stream.of(
                        "-color-fg-default on -gw-bg-panel",
                        "-color-fg-default on -gw-bg-app",
                        "-color-fg-muted on -gw-bg-panel",
                        "-color-fg-muted on -gw-bg-app",
                        "-color-fg-muted on -gw-bg-bar",
                        "-color-fg-muted on -gw-rail-selected",
                        "-color-fg-muted on -gw-neutral-ground",
                        "-color-success-fg on -color-success-subtle",
                        "-color-warning-fg on -color-warning-subtle",
                        "-color-danger-fg on -color-danger-subtle",
                        "-color-accent-fg on -color-accent-subtle",
                        "-color-success-fg on -gw-bg-panel",
                        "-color-warning-fg on -gw-bg-panel",
                        "-color-danger-fg on -gw-bg-panel",
                        "-color-accent-fg on -gw-bg-panel",
                        "-color-fg-emphasis on -color-accent-emphasis",
                        "-color-fg-emphasis on -color-accent-6",
                        "-color-fg-emphasis on -color-success-6",
                        "-color-fg-emphasis on -color-danger-6",
                        "-color-fg-default on -color-accent-subtle")
                .flatMap(pair -> Stream.of("light: " + pair, "dark: " + pair, "contrast: " + pair));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void isReadable(String which) throws IOException {
        String[] parts = which.split(": | on ");
        Map<String, String> colours = colours(THEMES.get(parts[0]));
        double[] panel = rgb(colours, "-gw-bg-panel", new double[] {0, 0, 0});
        double[] ground = rgb(colours, parts[2], panel);
        double[] words = rgb(colours, parts[1], ground);
        assertThat(contrast(words, ground)).isGreaterThanOrEqualTo(parts[0].equals("contrast") ? AAA : AA);
    }

    private static Map<String, String> colours(List<String> sheets) throws IOException {
        Map<String, String> colours = new HashMap<>();
        for (String sheet : sheets) {
            try (InputStream in = ContrastTest.class.getClassLoader().getResourceAsStream(sheet)) {
                String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                int start = css.indexOf(".root {");
                Matcher found = COLOUR.matcher(css.substring(start, css.indexOf('}', start)));
                while (found.find()) {
                    colours.put(found.group(1), found.group(2).strip());
                }
            }
        }
        return colours;
    }

    /** The colour with what is under it shining through. */
    private static double[] rgb(Map<String, String> colours, String name, double[] under) {
        String value = colours.get(name);
        if (value.startsWith("-")) {
            return rgb(colours, value, under);
        }
        if (value.startsWith("#")) {
            int hex = Integer.parseInt(value.substring(1), 16);
            return new double[] {hex >> 16 & 0xff, hex >> 8 & 0xff, hex & 0xff};
        }
        String[] parts = value.replaceAll("rgba?\\(|\\)", "").split(",\\s*");
        double alpha = parts.length == 4 ? Double.parseDouble(parts[3]) : 1;
        double[] mixed = new double[3];
        for (int i = 0; i < 3; i++) {
            mixed[i] = alpha * Double.parseDouble(parts[i]) + (1 - alpha) * under[i];
        }
        return mixed;
    }

    private static double contrast(double[] one, double[] other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(double[] rgb) {
        double[] linear = new double[3];
        for (int i = 0; i < 3; i++) {
            double c = rgb[i] / 255;
            linear[i] = c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }
}
