package dev.gangway.bench.logs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Leaves out what is said twice. */
final class Distinct {
    private Distinct() {}

    /** In the order of the lines; of several with one meaning in one line the one that has a code. */
    static List<Sighting> of(List<Sighting> sightings) {
        List<Sighting> sorted = sightings.stream()
                .sorted(Comparator.comparingInt(Sighting::line)
                        .thenComparing(sighting -> sighting.code().isEmpty())
                        .thenComparing(sighting -> sighting.entry().name()))
                .toList();
        List<Sighting> kept = new ArrayList<>();
        for (Sighting sighting : sorted) {
            boolean said = kept.stream()
                    .skip(Math.max(0, kept.size() - 8))
                    .anyMatch(before ->
                            before.line() == sighting.line() && before.meaning().equals(sighting.meaning()));
            if (!said) {
                kept.add(sighting);
            }
        }
        return kept;
    }
}
