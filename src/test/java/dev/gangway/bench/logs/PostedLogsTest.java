package dev.gangway.bench.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.logs.Posted.Score;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reads logs that people posted in public, and prints a score. */
class PostedLogsTest {
    @Test
    void thoseDevelopedOn() {
        Map<Score, Integer> score = score("posted-developed-on.txt");
        assertThat(score.get(Score.WRONG)).isZero();
    }

    @Test
    void thoseKeptAside() {
        Map<Score, Integer> score = score("posted-kept-aside.txt");
        assertThat(score.get(Score.RIGHT)).isGreaterThan(0);
    }

    @Test
    void thoseScoredLast() {
        Map<Score, Integer> score = score("posted-scored-last.txt");
        assertThat(score.get(Score.RIGHT)).isGreaterThan(0);
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
