package dev.gangway.bench.logs;

import dev.gangway.diagnosis.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A finding in the making, whose causes other lines of the log put into another order. */
final class Draft {
    private final Event event;
    private final Sighting lead;
    private final List<RankedCause> causes;
    private final List<Evidence> evidence = new ArrayList<>();

    Draft(Event event, Sighting lead) {
        this.event = event;
        this.lead = lead;
        this.causes = new ArrayList<>(
                lead.isAmbiguous()
                        ? lead.entries().stream()
                                .flatMap(entry -> entry.meaning().causes().stream())
                                .map(RankedCause::cause)
                                .distinct()
                                .map(cause -> new RankedCause(cause, Certainty.POSSIBLE))
                                .toList()
                        : lead.meaning().causes());
    }

    Event event() {
        return event;
    }

    Sighting lead() {
        return lead;
    }

    boolean means(String... ids) {
        return Set.of(ids).contains(lead.meaning().id());
    }

    boolean isIn(Layer... layers) {
        return Set.of(layers).contains(causes.getFirst().cause().layer());
    }

    /** Puts a cause first; others stay as possible at most. */
    Draft first(Cause cause, Certainty certainty) {
        causes.removeIf(ranked -> ranked.cause() == cause);
        causes.replaceAll(ranked -> new RankedCause(ranked.cause(), Certainty.POSSIBLE));
        causes.addFirst(new RankedCause(cause, certainty));
        return this;
    }

    /** Makes all of them possible and no more. */
    Draft perhaps() {
        causes.replaceAll(ranked -> new RankedCause(ranked.cause(), Certainty.POSSIBLE));
        return this;
    }

    /** Adds a cause at the end, where it is not there. */
    Draft also(Cause cause) {
        if (causes.stream().noneMatch(ranked -> ranked.cause() == cause)) {
            causes.add(new RankedCause(cause, Certainty.POSSIBLE));
        }
        return this;
    }

    /** Takes causes out that other lines exclude, as long as one remains. */
    Draft without(Cause... excluded) {
        Set<Cause> out = Set.of(excluded);
        if (causes.stream().anyMatch(ranked -> !out.contains(ranked.cause()))) {
            causes.removeIf(ranked -> out.contains(ranked.cause()));
        }
        return this;
    }

    /** Says why. */
    Draft because(int line, String key, Object... args) {
        evidence.add(Evidence.inFile("", line, key, args));
        return this;
    }

    Finding finished() {
        return new Finding(
                lead,
                event.sightings().stream()
                        .map(Sighting::line)
                        .distinct()
                        .limit(20)
                        .toList(),
                causes,
                evidence,
                1);
    }
}
