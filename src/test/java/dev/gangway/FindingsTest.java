package dev.gangway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The page of what was found names every row, tests that exist, and says of each row without one that it is open. */
class FindingsTest {
    private static final Map<String, Integer> ROWS = Map.of("S", 29, "C", 22, "T", 27, "F", 31, "W", 28);
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([A-Z]\\d+) \\|.*$");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+(?:Test|IT))(?:#(\\w+))?`");

    private final String page = read(Path.of("docs", "findings.md"));
    private final Map<String, Path> sources = sources();

    @Test
    void everyRowIsThere() {
        List<String> expected = new ArrayList<>();
        ROWS.forEach((list, rows) -> IntStream.rangeClosed(1, rows).forEach(each -> expected.add(list + each)));
        assertThat(rows().map(row -> row.group(1))).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyTestExists() {
        List<String> missing = NAMED.matcher(page)
                .results()
                .filter(named -> !exists(named.group(1), named.group(2)))
                .map(MatchResult::group)
                .toList();
        assertThat(missing).isEmpty();
    }

    @Test
    void aRowWithoutATestSaysSoAndTheyAreCounted() {
        assertThat(rows().map(MatchResult::group))
                .allMatch(row -> hasTest(row) || row.contains("**open**") || row.contains("*by hand*"));
        assertThat(page)
                .contains("Rows: " + rows().count() + ". With a test: "
                        + rows().filter(row -> hasTest(row.group())).count() + ". By hand: "
                        + rows().filter(row -> row.group().contains("*by hand*"))
                                .count()
                        + ". Open, in whole or in part: "
                        + rows().filter(row -> row.group().contains("**open**")).count() + ".");
    }

    private boolean exists(String type, @Nullable String method) {
        Path source = sources.get(type);
        return source != null && (method == null || read(source).contains("void " + method + "("));
    }

    private static boolean hasTest(String row) {
        return NAMED.matcher(row).find();
    }

    private Stream<MatchResult> rows() {
        return ROW.matcher(page).results();
    }

    private static Map<String, Path> sources() {
        try (Stream<Path> all = Files.walk(Path.of("src", "test", "java"))) {
            Map<String, Path> found = new HashMap<>();
            all.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> found.put(file.getFileName().toString().replace(".java", ""), file));
            return found;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
