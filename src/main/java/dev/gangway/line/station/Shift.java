package dev.gangway.line.station;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.line.unit.UnitResult;
import dev.gangway.line.unit.UnitVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The numbers of a shift. Station, server and network at fault ({@code ERROR}) and units that wait ({@code QUEUED}) count
 * in no yield: neither says anything of the unit.
 *
 * @param began when the first unit did; empty before that
 * @param units that passed or failed, each once
 * @param passed of them in the end
 * @param firstPass of them at the first attempt
 * @param failed of them in the end
 * @param errors attempts that ended so
 * @param queued units whose last verdict this is
 * @param doubles scans of units that had passed already or were under way; they are no attempts
 * @param median cycle of attempts that passed or failed
 * @param p95 of 100 such attempts, 95 took no longer
 * @param perHour units that passed or failed, by the time since the first began; 0 while that is less than a minute or
 *     fewer than five came, because it would say nothing
 * @param causes codes of what did not pass, the most frequent first
 */
public record Shift(
        Optional<Instant> began,
        int units,
        int passed,
        int firstPass,
        int failed,
        int errors,
        int queued,
        int doubles,
        Duration median,
        Duration p95,
        double perHour,
        Map<String, Integer> causes) {
    private static final double P95 = 0.95;
    private static final double HOUR_SECONDS = 3_600;
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final int FEW = 5;

    /** Nothing yet. */
    public static final Shift EMPTY = of(List.of(), 0, Duration.ZERO);

    /** Part of the units that passed at once, 0 to 1; 1 where there are none. */
    public double firstPassYield() {
        return units == 0 ? 1 : (double) firstPass / units;
    }

    /** Part of the units that passed, 0 to 1; 1 where there are none. */
    public double yield() {
        return units == 0 ? 1 : (double) passed / units;
    }

    /**
     * Of these attempts, in order.
     *
     * @param doubles scans that were no attempts
     * @param lasted since the first of them began, by a clock that nobody sets
     */
    static Shift of(List<UnitResult> attempts, int doubles, Duration lasted) {
        Map<String, UnitVerdict> last = new HashMap<>();
        Set<String> first = new HashSet<>();
        Map<String, Integer> causes = new LinkedHashMap<>();
        List<Duration> cycles = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int errors = 0;
        for (UnitResult attempt : attempts) {
            String serial = attempt.order().serial();
            attempt.cause().map(Diagnosis::code).ifPresent(code -> causes.merge(code, 1, Integer::sum));
            switch (attempt.verdict()) {
                case PASS, FAIL -> {
                    if (seen.add(serial) && attempt.verdict() == UnitVerdict.PASS) {
                        first.add(serial);
                    }
                    cycles.add(attempt.took());
                    last.put(serial, attempt.verdict());
                }
                case QUEUED -> last.put(serial, UnitVerdict.QUEUED);
                case ERROR -> errors++;
            }
        }
        int passed = count(last, UnitVerdict.PASS);
        int failed = count(last, UnitVerdict.FAIL);
        cycles.sort(Comparator.naturalOrder());
        double hours = lasted.toMillis() / 1_000.0 / HOUR_SECONDS;
        return new Shift(
                attempts.stream().map(UnitResult::began).findFirst(),
                passed + failed,
                passed,
                first.size(),
                failed,
                errors,
                count(last, UnitVerdict.QUEUED),
                doubles,
                at(cycles, 0.5),
                at(cycles, P95),
                lasted.compareTo(SOON) < 0 || passed + failed < FEW ? 0 : (passed + failed) / hours,
                causes.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new)));
    }

    private static int count(Map<String, UnitVerdict> last, UnitVerdict verdict) {
        return (int) last.values().stream().filter(verdict::equals).count();
    }

    /** The smallest that this part of all does not exceed. */
    private static Duration at(List<Duration> sorted, double part) {
        return sorted.isEmpty() ? Duration.ZERO : sorted.get((int) Math.ceil(part * sorted.size()) - 1);
    }
}
