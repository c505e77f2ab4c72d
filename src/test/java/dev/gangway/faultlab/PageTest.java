package dev.gangway.faultlab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.rules.BenchCode;
import dev.gangway.bench.rules.Catalogue;
import dev.gangway.faultlab.Reported.Line;
import dev.gangway.faultlab.Reported.Score;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The lab is complete: each cause that the bench can name was made for real or is listed with the reason why not, and
 * has a near miss that was not taken for it. What the page says was seen, because each class of the lab compares.
 */
class PageTest {
    private final Set<String> all = codes(Catalogue.all().stream(), BenchCode::id);
    private final Set<String> made = codes(Tables.rows().stream().filter(Row::isFault), Row::seen);

    @Test
    void eachCauseWasMadeForRealOrHasAReason() {
        Set<String> reasons = Tables.reasons().keySet();
        assertThat(all)
                .allSatisfy(code -> assertThat(made.contains(code) || reasons.contains(code))
                        .as(code + " was neither made nor is it listed with a reason")
                        .isTrue());
        assertThat(reasons).as("listed, and made all the same").doesNotContainAnyElementsOf(made);
    }

    @Test
    void eachCauseThatWasMadeHasANearMiss() {
        Set<String> aimedAt = codes(Tables.rows().stream().flatMap(row -> row.near().stream()), Function.identity());
        assertThat(aimedAt).as("causes with a near miss").containsAll(made);
    }

    @Test
    void noLineTakesANearMissForTheFault() {
        assertThat(Tables.rows()).allSatisfy(row -> {
            assertThat(row.isAsExpected()).as(row.name()).isTrue();
            assertThat(row.near()).as(row.name()).doesNotContain(row.expected());
            assertThat(row.isFault() || !row.near().isEmpty())
                    .as(row.name() + " is a near miss of what?")
                    .isTrue();
        });
    }

    @Test
    void nothingReportedIsSaidWrongAndCertain() {
        List<Line> reports = Scores.reports();
        assertThat(reports).extracting(Line::score).doesNotContain(Score.WRONG_AND_CERTAIN.toString());
        assertThat(reports).as("cases from public reports").hasSizeGreaterThanOrEqualTo(75);
        assertThat(reports.size() + Tables.rows().size()).as("cases").isGreaterThanOrEqualTo(150);
        assertThat(Scores.reported(Page.read("Score")))
                .as("renew it with -Dgangway.faultlab.write=true")
                .isEqualTo(Scores.reported(Scores.table(reports)));
    }

    @Test
    void onlyCausesThatExistAreNamed() {
        Stream<String> named = Stream.of(
                        made.stream(),
                        Tables.rows().stream().map(Row::expected).filter(code -> !code.equals(Lab.PASS)),
                        Tables.rows().stream().flatMap(row -> row.near().stream()),
                        Tables.reasons().keySet().stream())
                .flatMap(Function.identity());
        assertThat(named).isNotEmpty().allSatisfy(code -> assertThat(all).contains(code));
    }

    private static <T> Set<String> codes(Stream<T> of, Function<T, String> code) {
        return of.map(code).collect(Collectors.toSet());
    }
}
