package dev.gangway.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page's list of bad input is whole, and each row names codes that have words and tests that exist. */
class BadInputPageTest {
    /** What comes to a line sooner or later, by the first words of its row. */
    private static final List<String> LIST = List.of(
            "a CSV of 5 million lines",
            "a row of 10 MB",
            "quotes that never close",
            "formulas",
            "two header lines",
            "UTF-16",
            "an XLSX bomb",
            "a scan in the middle of another",
            "two scanners at once",
            "a printer out of paper",
            "a printer without network",
            "a printer that accepts and prints nothing",
            "a clock set back during the shift",
            "a clock set back between shifts",
            "a disk that fills",
            "a server that limits");

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|$");
    private static final Pattern CODE = Pattern.compile("`([a-z0-9]+\\.[a-z0-9-]+)`");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+(?:Test|IT))#(\\w+)`");
    private static final Path WORDS = Path.of("src/main/resources/dev/gangway/ui/text");

    @Test
    void everyKindHasItsRow() {
        assertThat(rows().map(row -> row.group(1))).containsExactlyElementsOf(LIST);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void itsCodesHaveWordsAndItsTestsExist(MatchResult row) {
        Set<String> words = files(WORDS, ".properties")
                .flatMap(file -> read(file).lines())
                .map(line -> line.split(" ?= ?", 2)[0])
                .collect(Collectors.toSet());
        assertThat(CODE.matcher(row.group(3)).results().map(code -> "diagnosis." + code.group(1) + ".title"))
                .allMatch(words::contains, "a code with words");
        List<MatchResult> tests = TEST.matcher(row.group(4)).results().toList();
        assertThat(tests)
                .isNotEmpty()
                .allMatch(
                        test -> files(Path.of("src/test/java"), test.group(1) + ".java")
                                .anyMatch(source -> read(source).contains("void " + test.group(2) + "(")),
                        "a test that exists");
    }

    static Stream<MatchResult> rows() {
        String page = read(Path.of("docs/line.md"));
        return ROW.matcher(page.substring(page.indexOf("## Bad input")))
                .results()
                .filter(row ->
                        !row.group(1).equals("what comes") && !row.group(1).startsWith("---"));
    }

    private static Stream<Path> files(Path folder, String end) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(end)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
