package dev.gangway.bench.logs;

import dev.gangway.diagnosis.Evidence;
import java.util.List;
import java.util.stream.Stream;

/**
 * One thing that went wrong, from the lines that tell of it.
 *
 * @param sighting the line that says most
 * @param lines all lines that belong to it, the first time it happened
 * @param causes what can stand behind it, the likeliest first; never empty
 * @param evidence what else in the log speaks for the first cause
 * @param count how often it happened
 */
public record Finding(
        Sighting sighting, List<Integer> lines, List<RankedCause> causes, List<Evidence> evidence, int count) {
    private static final int CAUSES_WITH_REMEDY = 2;

    public Finding {
        lines = List.copyOf(lines);
        causes = List.copyOf(causes);
        evidence = List.copyOf(evidence);
    }

    /** Where the connection was. */
    public Layer layer() {
        return causes.getFirst().cause().layer();
    }

    /** What it says. */
    public Meaning meaning() {
        return sighting.meaning();
    }

    /** The code as it stands in the log, or the name where it has no number. */
    public String code() {
        return sighting.code().isEmpty() ? sighting.entry().name() : sighting.code();
    }

    /** Keys of what helps, under {@code remedy.} in the bundles. */
    public List<String> remedies() {
        return causes.stream()
                .limit(CAUSES_WITH_REMEDY)
                .flatMap(ranked -> ranked.cause().remedies().stream())
                .distinct()
                .toList();
    }

    /** What would settle it. */
    public NextTest nextTest() {
        return causes.getFirst().cause().nextTest();
    }

    /** Everything that the number can be, where nothing decides; one where it is clear. */
    public Stream<Entry> readings() {
        return sighting.isAmbiguous() ? sighting.entries().stream() : Stream.of(sighting.entry());
    }
}
