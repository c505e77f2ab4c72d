package dev.gangway.faultlab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.faultlab.Reported.Line;
import dev.gangway.faultlab.Reported.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Makes faults again that people reported in public trackers. One that the bench does not name is no failure of this test,
 * it lowers the score on the page; one that it names wrong and calls proven is.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportedFaultsIT {
    private final ReportedServers servers = new ReportedServers();
    private final List<Line> lines = new ArrayList<>();

    @AfterAll
    void finish() {
        servers.close();
        Scores.show(lines);
    }

    @TestFactory
    Stream<DynamicTest> reports() {
        return Stream.concat(new ReportedFaults(servers).all().stream(), new RecordedReports(servers).all().stream())
                .map(each -> DynamicTest.dynamicTest(each.source() + " " + each.what(), () -> {
                    Line line = each.judged();
                    lines.add(line);
                    assertThat(line.score()).as(line.markdown()).isNotEqualTo(Score.WRONG_AND_CERTAIN.toString());
                }));
    }
}
