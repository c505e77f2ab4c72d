package dev.gangway.bench.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.logs.Posted.Score;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reads logs that people posted in public, and prints a score. */
class PostedLogsTest {
    static final List<String> SETS = List.of(
            "posted-developed-on.txt",
            "posted-kept-aside.txt",
            "posted-scored-last.txt",
            "posted-unseen.txt",
            "posted-fifth.txt",
            "posted-sixth.txt",
            "posted-seventh.txt",
            "posted-eighth.txt",
            "posted-ninth.txt",
            "posted-tenth.txt",
            "posted-eleventh.txt",
            "posted-twelfth.txt",
            "posted-thirteenth.txt",
            "posted-fourteenth.txt",
            "posted-fifteenth.txt",
            "posted-sixteenth.txt");

    /** Right in four of five at least, wrong in three of a hundred at most, over all; see docs/device-logs.md. */
    @Test
    void mostAreReadRightAndHardlyOneWrong() {
        Map<Score, Integer> all = new EnumMap<>(Score.class);
        for (String set : SETS) {
            score(set).forEach((each, count) -> all.merge(each, count, Integer::sum));
        }
        int logs = all.values().stream().mapToInt(Integer::intValue).sum();
        System.out.println("all: " + logs + " logs, " + all);
        assertThat(all.get(Score.RIGHT)).isGreaterThanOrEqualTo(logs * 80 / 100);
        assertThat(all.get(Score.WRONG)).isLessThanOrEqualTo(logs * 3 / 100);
    }

    /** What nobody posted, but programs print: written down from their sources. */
    @Test
    void whatProgramsPrintIsReadRight() {
        Map<Score, Integer> score = score("as-printed.txt");
        assertThat(score.get(Score.RIGHT))
                .isEqualTo(score.values().stream().mapToInt(Integer::intValue).sum());
    }

    private static Map<Score, Integer> score(String resource) {
        List<Posted> all = Posted.of(resource);
        Map<Score, Integer> score = new EnumMap<>(Score.class);
        for (Score each : Score.values()) {
            score.put(each, 0);
        }
        for (Posted posted : all) {
            Reading reading = DeviceLogs.read(posted.log());
            Score one = posted.score(reading);
            score.merge(one, 1, Integer::sum);
            if (one != Score.RIGHT) {
                System.out.println(one + " " + posted.source() + ": wanted " + posted.layers() + " " + posted.causes()
                        + ", got " + say(reading));
            }
        }
        System.out.println(resource + ": " + all.size() + " logs, " + score);
        return score;
    }

    private static List<String> say(Reading reading) {
        return reading.findings().stream()
                .map(finding -> finding.layer().id() + " " + finding.code() + " "
                        + finding.meaning().id() + " "
                        + finding.causes().stream()
                                .map(cause -> Posted.id(cause) + ":"
                                        + cause.certainty().id())
                                .toList())
                .toList();
    }
}
