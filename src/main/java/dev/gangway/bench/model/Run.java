package dev.gangway.bench.model;

import dev.gangway.bench.causes.Conclusion;
import dev.gangway.bench.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A finished test: everything that was seen, and what it came to.
 *
 * @param plan what was tested; holds secrets, so is never stored or exported as it is
 * @param startedAt when it began
 * @param took until the last event
 * @param events the timeline
 * @param verdict the result
 * @param conclusion of a failure: what is proven, and all causes that remain
 * @param checks what else was looked at
 * @param serverFacts what the server said after a refusal, where it was asked
 * @param capture the bytes on the wire, for a file that Wireshark opens; holds secrets
 */
public record Run(
        Plan plan,
        Instant startedAt,
        Duration took,
        List<Event> events,
        Verdict verdict,
        Conclusion conclusion,
        List<Check> checks,
        Optional<ServerFacts> serverFacts,
        Optional<Capture> capture) {
    public Run {
        events = List.copyOf(events);
        checks = List.copyOf(checks);
    }

    /** A run without the bytes on the wire, and without other causes than that of the verdict. */
    public Run(
            Plan plan,
            Instant startedAt,
            Duration took,
            List<Event> events,
            Verdict verdict,
            List<Check> checks,
            Optional<ServerFacts> serverFacts) {
        this(plan, startedAt, took, events, verdict, Conclusion.NONE, checks, serverFacts, Optional.empty());
    }

    /**
     * The same with what was looked at afterwards, in place of an earlier result of the same kind.
     *
     * @param kind what the keys of that kind begin with
     */
    public Run alsoChecked(String kind, List<Check> found) {
        List<Check> all = Stream.concat(
                        checks.stream().filter(check -> !check.key().startsWith(kind)), found.stream())
                .toList();
        return new Run(plan, startedAt, took, events, verdict, conclusion, all, serverFacts, capture);
    }

    /** Whether it passed. */
    public boolean passed() {
        return verdict instanceof Verdict.Passed;
    }
}
