package dev.gangway.bench.rules;

import dev.gangway.bench.event.Detail;
import java.util.Optional;

/**
 * The server hung up without a word, and took its time: who dislikes what it read does so at once. A proxy whose server
 * is not there tries again first (HAProxy: three times, a second apart; nginx and cloud load balancers until a limit).
 */
final class LateHangUp {
    private static final long LATE_MICROS = 900_000;

    private LateHangUp() {}

    static void propose(Proposals proposals) {
        Findings findings = proposals.findings();
        Optional<MatchedEvent<Detail>> closed = findings.hungUp().filter(_ -> isWithoutAnswer(findings));
        Optional<MatchedEvent<Detail>> first = findings.timeline().first(Detail.class, seen -> seen.isOut());
        if (closed.isEmpty() || first.isEmpty() || findings.plan().proxy().isPresent()) {
            return;
        }
        long micros = closed.get().event().atMicros() - first.get().event().atMicros();
        if (micros >= LATE_MICROS) {
            proposals.addFirst(findings.draft(PortCode.NO_SERVER_BEHIND)
                    .seen(first, "sent-first", "name", first.get().event().name())
                    .seen(
                            closed,
                            "closed-late",
                            "seconds",
                            "%d.%d".formatted(micros / 1_000_000, micros / 100_000 % 10)));
        }
    }

    /** Nothing came back at all: not even the beginning of TLS. */
    private static boolean isWithoutAnswer(Findings findings) {
        return findings.connack().isEmpty()
                && findings.serverHello().isEmpty()
                && findings.alertFromServer().isEmpty()
                && findings.timeline()
                        .first(Detail.class, seen -> seen.isIn() && seen.event().bytes() > 0)
                        .isEmpty();
    }
}
