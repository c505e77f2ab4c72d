package dev.gangway.bench.logs;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the time between two lines tells: a refusal comes at once, a silence lasts until somebody gives up, and sessions
 * that all last equally long are ended by a clock.
 */
final class Waiting {
    /** So many seconds nobody waits who was answered. */
    private static final double LONG = 4.5;

    /** Whoever gives up after less did not wait for an answer that never came. */
    private static final double SHORT = 1;

    private static final double SHORTEST_SESSION = 15;
    private static final double LONGEST_SESSION = 7_200;
    private static final double ALIKE = 0.12;
    private static final int ENOUGH = 3;

    private final Clues clues;
    private final NavigableMap<Integer, Double> times;
    private final NavigableSet<Integer> accepted;
    private final NavigableSet<Integer> begun;
    private final NavigableSet<Integer> lost;
    private @Nullable List<Double> lengths;

    /**
     * Of one log.
     *
     * @param times by line, in seconds; as {@link LineTime}
     * @param begun lines in which an attempt begins
     * @param accepted lines in which a connection stood
     * @param lost lines that tell of the end of one
     */
    Waiting(
            Clues clues,
            NavigableMap<Integer, Double> times,
            List<Integer> begun,
            List<Integer> accepted,
            List<Integer> lost) {
        this.clues = clues;
        this.times = times;
        this.begun = new TreeSet<>(begun);
        clues.lines("attempt").forEach(this.begun::add);
        this.accepted = new TreeSet<>(accepted);
        this.lost = new TreeSet<>(lost);
    }

    /** How long it took until it failed. */
    void untilItFailed(Draft draft) {
        boolean connecting =
                draft.means("could-not-connect", "connect-call-failed", "tcp-disconnected", "disconnected");
        if (!connecting && !draft.means("connect-unanswered", "closed-by-peer", "session-lost")) {
            return;
        }
        int line = draft.lead().line();
        Optional<Integer> begin = Optional.ofNullable(begun.lower(line));
        boolean stood = begin.map(from -> accepted.higher(from))
                .filter(good -> good < line)
                .isPresent();
        OptionalDouble waited = begin.isPresent() && !stood ? since(begin.get(), line) : OptionalDouble.empty();
        if (waited.isEmpty()) {
            return;
        }
        long seconds = Math.round(waited.getAsDouble());
        if (waited.getAsDouble() >= LONG) {
            boolean sent =
                    clues.between("connect-sent", begin.get(), line).findAny().isPresent();
            draft.without(Cause.PORT_CLOSED)
                    .first(sent ? Cause.NO_ANSWER_TO_CONNECT : Cause.PACKETS_SWALLOWED, Certainty.POSSIBLE)
                    .also(sent ? Cause.PORT_WANTS_TLS : Cause.NO_ANSWER_TO_CONNECT)
                    .because(line, "log.waited", "seconds", seconds);
        } else if (waited.getAsDouble() < SHORT && connecting && exact(begin.get(), line)) {
            draft.without(Cause.PACKETS_SWALLOWED).because(line, "log.at-once", "seconds", seconds);
        }
    }

    /** Sessions that all last equally long. */
    void sessionsAlike(Draft draft) {
        if (accepted.size() < ENOUGH || !draft.means("session-lost", "closed-by-peer", "disconnected", "aws-hang-up")) {
            return;
        }
        List<Double> lengths = lengths();
        double least = lengths.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double most = lengths.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        if (lengths.size() >= ENOUGH
                && least >= SHORTEST_SESSION
                && most <= LONGEST_SESSION
                && most - least <= Math.max(2, ALIKE * most)) {
            draft.first(Cause.KEEP_ALIVE_MISSED, Certainty.POSSIBLE)
                    .because(draft.lead().line(), "log.session-length", "seconds", Math.round(most));
        }
    }

    /** In seconds, of sessions whose begin and end have a time; worked out once, when it is first asked for. */
    private List<Double> lengths() {
        List<Double> known = lengths;
        if (known == null) {
            known = accepted.stream()
                    .map(good -> Optional.ofNullable(lost.higher(good)).map(end -> since(good, end)))
                    .flatMap(Optional::stream)
                    .filter(OptionalDouble::isPresent)
                    .map(OptionalDouble::getAsDouble)
                    .toList();
            lengths = known;
        }
        return known;
    }

    private OptionalDouble since(int from, int to) {
        Map.Entry<Integer, Double> begin = times.floorEntry(from);
        Map.Entry<Integer, Double> end = times.floorEntry(to);
        boolean known = begin != null && end != null && begin.getKey() >= from - 1 && end.getKey() >= to - 1;
        double seconds = known ? LineTime.between(begin.getValue(), end.getValue()) : -1;
        return seconds < 0 ? OptionalDouble.empty() : OptionalDouble.of(seconds);
    }

    /** Whether the times are finer than a second. */
    private boolean exact(int from, int to) {
        return times.getOrDefault(from, 0.0) % 1 != 0 && times.getOrDefault(to, 0.0) % 1 != 0;
    }
}
