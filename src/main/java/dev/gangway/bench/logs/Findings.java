package dev.gangway.bench.logs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From what was met in a log to what went wrong. */
final class Findings {
    private static final Set<Layer> ABOUT_THE_WAY = EnumSet.of(Layer.SESSION, Layer.DNS, Layer.TCP, Layer.NETWORK);

    private final List<Sighting> sightings;
    private final Scan scan;

    Findings(List<Sighting> sightings, Scan scan) {
        this.sightings = sightings;
        this.scan = scan;
    }

    /** The most telling first; what happened several times once, with how often. */
    List<Finding> list() {
        Clues clues = scan.clues();
        List<Event> events = Event.of(sightings, scan);
        Together together = new Together(clues, events, scan);
        Map<List<Object>, Finding> distinct = new LinkedHashMap<>();
        for (Event event : events) {
            for (Sighting lead : event.leads()) {
                Finding finding = together.read(event, lead);
                List<Object> key = List.of(lead.meaning(), lead.entry().stack(), finding.causes());
                distinct.merge(key, finding, Findings::again);
            }
        }
        List<Finding> all = new ArrayList<>(distinct.values());
        boolean telling = all.stream().anyMatch(finding -> finding.meaning().weight() >= Meaning.TELLING);
        List<Finding> sorted = all.stream()
                .filter(finding -> !telling || finding.meaning().weight() > Meaning.CONSEQUENCE)
                .sorted(Comparator.comparingInt(
                                (Finding finding) -> -finding.meaning().weight())
                        .thenComparing(finding -> finding.sighting().line()))
                .collect(Collectors.toCollection(ArrayList::new));
        whatKeepsItAway(sorted).ifPresent(finding -> {
            sorted.remove(finding);
            sorted.addFirst(finding);
        });
        return sorted;
    }

    /**
     * A session was lost, and then the device could not come back: what keeps it away matters more than the loss. Where
     * it is the network, that is behind both.
     */
    private Optional<Finding> whatKeepsItAway(List<Finding> sorted) {
        if (sorted.isEmpty() || sorted.getFirst().layer() != Layer.SESSION) {
            return Optional.empty();
        }
        int lost = sorted.getFirst().sighting().line();
        int accepted = scan.turns(Rule.Kind.GOOD).stream().reduce(0, Math::max);
        return sorted.stream()
                .filter(finding -> finding.meaning().weight() >= Meaning.DECISIVE
                        && !ABOUT_THE_WAY.contains(finding.layer())
                        && finding.sighting().line() > Math.max(lost, accepted))
                .findFirst();
    }

    private static Finding again(Finding first, Finding later) {
        return new Finding(
                first.sighting(),
                first.lines(),
                first.causes(),
                Stream.concat(first.evidence().stream(), later.evidence().stream())
                        .distinct()
                        .limit(5)
                        .toList(),
                first.count() + later.count());
    }
}
