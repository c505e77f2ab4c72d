package dev.gangway.bench.logs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
        Set<Meaning> said = new HashSet<>();
        for (Sighting sighting : sorted) {
            if (kept.isEmpty() || kept.getLast().line() != sighting.line()) {
                said.clear();
            }
            if (said.add(sighting.meaning())) {
                kept.add(sighting);
            }
        }
        return kept;
    }
}
