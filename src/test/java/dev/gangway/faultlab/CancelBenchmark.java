package dev.gangway.faultlab;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long a cancel takes in every phase, with a server that is silent, drips or floods. */
@Tag("benchmark")
class CancelBenchmark {
    private static final int ROUNDS = 5;

    @Test
    void everyPhase() throws Exception {
        Map<String, Long> worst = new TreeMap<>();
        try (DatagramPhases datagrams = new DatagramPhases()) {
            for (int round = 0; round < ROUNDS; round++) {
                for (Phase phase : Cancelling.phases(datagrams)) {
                    boolean misbehaves = !CancelPhases.ALL.contains(phase);
                    for (Misdeed misdeed : Misdeed.values()) {
                        boolean waits = misdeed == Misdeed.NOTHING
                                || misbehaves && (misdeed == Misdeed.DRIPPING || misdeed == Misdeed.FLOOD);
                        if (waits) {
                            worst.merge(phase + ", " + misdeed, Cancelling.cancel(phase, misdeed), Math::max);
                        }
                    }
                }
            }
        }
        System.out.printf("%nFrom cancel to end, worst of %d rounds, slowest of %d first:%n", ROUNDS, worst.size());
        worst.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(10)
                .forEach(each -> System.out.printf("%8.1f ms  %s%n", each.getValue() / 1e6, each.getKey()));
    }
}
