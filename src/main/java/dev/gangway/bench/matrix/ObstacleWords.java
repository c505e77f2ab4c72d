package dev.gangway.bench.matrix;

import dev.gangway.bench.export.RunWords;
import dev.gangway.bench.matrix.DeviceReach.Kind;
import dev.gangway.bench.matrix.DeviceReach.Obstacle;
import dev.gangway.bench.model.Verdict;
import dev.gangway.diagnosis.Diagnosis;
import java.util.Locale;
import java.util.Map;

/** What keeps a kind of device away, and what to change, in words: the same on the command line and in the window. */
public final class ObstacleWords {
    private static final int MOST_SUITES = 4;

    private final RunWords words;

    /** In these words. */
    public ObstacleWords(RunWords words) {
        this.words = words;
    }

    /** What stops it: a sentence. */
    public String stops(DeviceReach reach, Obstacle obstacle) {
        if ((obstacle.kind() == Kind.OTHER || obstacle.kind() == Kind.REFUSED)
                && reach.run().verdict() instanceof Verdict.Failed(Diagnosis why)) {
            return words.title(why);
        }
        return words.get("obstacle." + name(obstacle), Map.of("detail", obstacle.detail()));
    }

    /** What to change on the server, its certificate or the device: a sentence. */
    public String change(DeviceReach reach, Obstacle obstacle) {
        return words.get(
                "obstacle." + name(obstacle) + ".change",
                Map.of(
                        "detail",
                        obstacle.detail(),
                        "suites",
                        String.join(
                                ", ",
                                reach.device().hello().suites().stream()
                                        .limit(MOST_SUITES)
                                        .toList()),
                        "groups",
                        String.join(", ", reach.device().hello().groups())));
    }

    /** The kind of an obstacle as JSON and the bundles name it, for example {@code server-key}. */
    public static String name(Obstacle obstacle) {
        return obstacle.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
