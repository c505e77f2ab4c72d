package dev.gangway.bench.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.ui.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The catalogue of symptoms names every row, and only codes that exist. */
class SymptomsTest {
    private static final int ROWS = 94;
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\|");
    private static final Pattern CODE = Pattern.compile("`([a-z]+\\.[a-z0-9-]+)`");

    private final String page = read();

    @Test
    void noRowIsLeftOut() {
        List<String> expected =
                IntStream.rangeClosed(1, ROWS).mapToObj(String::valueOf).toList();
        assertThat(ROW.matcher(page).results().map(row -> row.group(1))).containsExactlyElementsOf(expected);
    }

    @Test
    void everyCodeExistsAndHasWords() {
        for (Locale language : Words.LANGUAGES) {
            Words words = Words.load(language);
            assertThat(CODE.matcher(page).results().map((MatchResult code) -> code.group(1)))
                    .hasSizeGreaterThan(ROWS)
                    .allSatisfy(code -> assertThat(words.has("diagnosis." + code + ".title"))
                            .as(code)
                            .isTrue());
        }
    }

    private static String read() {
        try {
            String all = Files.readString(Path.of("docs", "symptoms.md"));
            return all.substring(all.indexOf("| Row |"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
