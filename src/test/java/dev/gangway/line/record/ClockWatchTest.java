package dev.gangway.line.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.line.serial.SerialRanges;
import dev.gangway.line.serial.SerialScheme;
import dev.gangway.vault.memory.MemoryVault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clock that is set back during the shift, or between two, breaks nothing, and is told. */
class ClockWatchTest {
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-12-01T08:00:00Z");
    private long nanos;
    private final InstantSource time = () -> now;
    private final Clock clock = time.withZone(ZoneOffset.UTC);
    private final MemoryVault vault = new MemoryVault("tester", clock);
    private final RecordChain chain = new RecordChain(vault, clock);

    @Test
    void theChainStaysWholeAndTheFirstRecordAfterItSaysSo() throws IOException {
        append("A1");
        pass(Duration.ofMinutes(5));
        append("A2");
        now = now.minus(DAY);
        append("A3");
        pass(Duration.ofMinutes(5));
        append("A4");

        Path file = folder.resolve("records.jsonl");
        new RecordExport(chain)
                .write(file, RecordExport.Form.JSON, List.of(), _ -> true)
                .orThrow();
        RecordVerifier.Result result = RecordVerifier.verify(file, Map.of()).orThrow();
        assertThat(result.isSound()).isTrue();
        assertThat(result.clockBack()).isEqualTo(1);
        List<Long> back = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode record = new ObjectMapper().readTree(line);
            if (record.has("serial")) {
                back.add(record.path("clockBackMillis").asLong(0));
            }
        }
        assertThat(back).containsExactly(0L, 0L, DAY.toMillis(), 0L);
    }

    @Test
    void itIsSaidOnceDuringAShift() {
        ClockWatch watch = watch();
        assertThat(watch.setBack()).isEmpty();
        pass(Duration.ofHours(1));
        assertThat(watch.setBack()).isEmpty();
        now = now.minusSeconds(1); // what a time server may do
        assertThat(watch.setBack()).isEmpty();
        now = now.minus(DAY);
        Diagnosis why = watch.setBack().orElseThrow();
        assertThat(why.is(RecordCode.CLOCK_BACK)).isTrue();
        assertThat(why.args())
                .containsEntry("now", now.toString())
                .containsEntry("expected", now.plus(DAY).toString());
        assertThat(watch.setBack()).isEmpty();
        now = now.plus(DAY.multipliedBy(3));
        assertThat(watch.setBack()).as("forward").isEmpty();
    }

    @Test
    void itIsSaidBetweenShiftsByTheLastRecord() {
        append("A1");
        assertThat(watch().setBack()).isEmpty();
        now = now.minus(DAY);
        assertThat(watch().setBack()).isPresent();
        append("A2");
        assertThat(watch().setBack()).as("the records say it").isEmpty();
    }

    @Test
    void noSerialNumberComesTwiceThoughItsDateGoesBack() {
        SerialScheme scheme = SerialScheme.parse("PX{date:yyMMdd}-{counter:4}").orThrow();
        SerialRanges ranges = new SerialRanges(vault, clock);
        ranges.reserve(scheme, "bay", 10).orThrow();
        String before = ranges.next(scheme, "bay").orThrow();
        now = now.minus(DAY);
        String after = ranges.next(scheme, "bay").orThrow();
        now = now.plus(DAY);
        String again = ranges.next(scheme, "bay").orThrow();
        assertThat(List.of(before, after, again)).containsExactly("PX261201-0000", "PX261130-0001", "PX261201-0002");
    }

    private ClockWatch watch() {
        return new ClockWatch(chain.lastWritten("bay"), clock, () -> nanos);
    }

    private void append(String serial) {
        chain.append("bay", Records.unit(serial, Optional.empty())).orThrow();
    }

    private void pass(Duration time) {
        now = now.plus(time);
        nanos += time.toNanos();
    }
}
