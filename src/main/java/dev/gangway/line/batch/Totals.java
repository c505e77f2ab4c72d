package dev.gangway.line.batch;

import dev.gangway.line.unit.UnitVerdict;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Counts what units came to. Safe for several threads. */
public final class Totals {
    private final long total;
    private final Map<UnitVerdict, Long> verdicts = new EnumMap<>(UnitVerdict.class);
    private final Map<String, Long> causes = new LinkedHashMap<>();
    private long doneBefore;
    private long activeNanos;

    /** Of this many units, none of which has run. */
    Totals(long total) {
        this.total = total;
    }

    /** What these lines came to. */
    public static Totals of(long total, List<ResultFile.Entry> entries) {
        Totals totals = new Totals(total);
        entries.forEach(entry -> totals.add(entry.verdict(), entry.cause()));
        totals.markEarlier();
        return totals;
    }

    synchronized void add(UnitVerdict verdict, String cause) {
        verdicts.merge(verdict, 1L, Long::sum);
        if (!cause.isEmpty()) {
            causes.merge(cause, 1L, Long::sum);
        }
    }

    /** Those so far ran in an earlier run, and count for no rate. */
    synchronized void markEarlier() {
        doneBefore = done();
    }

    synchronized void activeFor(long nanos) {
        activeNanos = nanos;
    }

    /** All units of the batch, the lines left out not counted. */
    public long total() {
        return total;
    }

    /** How many came to this. */
    public synchronized long count(UnitVerdict verdict) {
        return verdicts.getOrDefault(verdict, 0L);
    }

    /** How many are through. */
    public synchronized long done() {
        return verdicts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Units a second of this run, pauses not counted; 0 before the first. */
    public synchronized double perSecond() {
        return activeNanos == 0 ? 0 : (done() - doneBefore) * 1e9 / activeNanos;
    }

    /** The time that the rest takes at this rate. */
    public synchronized Optional<Duration> left() {
        double rate = perSecond();
        return rate == 0 ? Optional.empty() : Optional.of(Duration.ofMillis((long) (1_000 * (total - done()) / rate)));
    }

    /** How often each code was the cause, the most frequent first. */
    public synchronized Map<String, Long> causes() {
        return causes.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, LinkedHashMap::new));
    }

    /** A copy that does not change. */
    public synchronized Totals now() {
        Totals copy = new Totals(total);
        copy.verdicts.putAll(verdicts);
        copy.causes.putAll(causes);
        copy.doneBefore = doneBefore;
        copy.activeNanos = activeNanos;
        return copy;
    }
}
