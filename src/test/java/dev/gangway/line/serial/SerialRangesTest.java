package dev.gangway.line.serial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.vault.memory.MemoryVault;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class SerialRangesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T08:00:00Z"), ZoneOffset.UTC);
    private static final SerialScheme SCHEME =
            SerialScheme.parse("PX{counter:4}{luhn}").orThrow();

    private final SerialRanges ranges = new SerialRanges(new MemoryVault("tester", CLOCK), CLOCK);

    @Test
    void aStationGivesOutItsOwnNumbersAndNoOther() {
        ranges.reserve(SCHEME, "one", 2).orThrow();
        ranges.reserve(SCHEME, "two", 3).orThrow();
        assertThat(ranges.next(SCHEME, "two").orThrow()).isEqualTo("PX00026");
        assertThat(ranges.next(SCHEME, "one").orThrow()).isEqualTo("PX00000");
        assertThat(ranges.next(SCHEME, "one").orThrow()).isEqualTo("PX00018");
        Diagnosis empty = failure(ranges.next(SCHEME, "one"));
        assertThat(empty.is(SerialCode.RANGE_EMPTY)).isTrue();
        assertThat(empty.args()).containsEntry("station", "one");
        assertThat(ranges.left(SCHEME, "two")).isEqualTo(2);
        assertThat(failure(ranges.reserve(SCHEME, "one", 9_996)).is(SerialCode.COUNTER_FULL))
                .isTrue();
        assertThat(ranges.reserve(SCHEME, "one", 9_995).isOk()).isTrue();
    }

    @Test
    void severalThreadsGetNoNumberTwice() {
        ranges.reserve(SCHEME, "one", 200).orThrow();
        ranges.reserve(SCHEME, "one", 200).orThrow();
        Set<String> given = ConcurrentHashMap.newKeySet();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 400; i++) {
                threads.execute(() -> given.add(ranges.next(SCHEME, "one").orThrow()));
            }
        }
        assertThat(given).hasSize(400);
    }

    @Test
    void aStationWithAVaultOfItsOwnTakesItsRangeOver() {
        SerialRange mine = ranges.reserve(SCHEME, "one", 10).orThrow();
        SerialRange other = ranges.reserve(SCHEME, "Halle 2/links", 10).orThrow();
        SerialRanges far = new SerialRanges(new MemoryVault("tester", CLOCK), CLOCK);
        String line = SerialRanges.text(other);
        assertThat(far.accept(line + "\n", "Halle 2/links").orThrow().from()).isEqualTo(10);
        Set<String> given = new TreeSet<>();
        for (int i = 0; i < 10; i++) {
            given.add(far.next(SCHEME, "Halle 2/links").orThrow());
            given.add(ranges.next(SCHEME, "one").orThrow());
        }
        assertThat(given).hasSize(20);
        // the same again gives no number again
        assertThat(far.accept(line, "Halle 2/links").isOk()).isTrue();
        assertThat(failure(far.next(SCHEME, "Halle 2/links")).is(SerialCode.RANGE_EMPTY))
                .isTrue();
        assertThat(failure(far.accept(SerialRanges.text(mine), "Halle 2/links")).is(SerialCode.RANGE_ELSEWHERE))
                .isTrue();
        assertThat(failure(far.accept(line.replace("/20/", "/21/"), "Halle 2/links"))
                        .is(SerialCode.RANGE_TEXT))
                .isTrue();
        assertThat(failure(far.accept(line.substring(0, 30), "Halle 2/links")).is(SerialCode.RANGE_TEXT))
                .isTrue();
    }

    @Test
    void anOverlapIsRefusedHoweverAnAddressIsWritten() {
        SerialScheme colons = SerialScheme.parse("{mac:0050C2}").orThrow();
        SerialScheme plain = SerialScheme.parse("{mac:0050c2:plain}").orThrow();
        ranges.reserve(colons, "one", 5).orThrow();
        assertThat(ranges.reserve(plain, "one", 5).orThrow().from()).isEqualTo(5);
        SerialRanges far = new SerialRanges(new MemoryVault("tester", CLOCK), CLOCK);
        String line = SerialRanges.text(far.reserve(plain, "one", 7).orThrow());
        assertThat(failure(ranges.accept(line, "one")).is(SerialCode.RANGE_TAKEN))
                .isTrue();
    }

    private static Diagnosis failure(Outcome<?> outcome) {
        return outcome.failure().orElseThrow();
    }
}
