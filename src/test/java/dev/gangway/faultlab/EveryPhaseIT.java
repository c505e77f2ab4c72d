package dev.gangway.faultlab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.rules.NetCode;
import dev.gangway.faultlab.Phase.Ended;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * Wherever a server stops to behave, and however: all ends by its deadline, with a diagnosis that names the cause and
 * with what was seen so far, in bounded memory. The codes are held against the table in the docs.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class EveryPhaseIT {
    private static final Duration DEADLINE = Duration.ofSeconds(3);

    /** For an attempt that a machine under load did not let come as far as it should. */
    private static final Duration LONGER = Duration.ofSeconds(15);

    private static final int AT_ONCE = 16;

    /** Long after every deadline: what has not ended by then hangs. */
    private static final int HANGS_SECONDS = 120;

    private final PhaseTable table = new PhaseTable();
    private final DatagramPhases datagrams = new DatagramPhases();
    private final ExecutorService workers =
            Executors.newFixedThreadPool(AT_ONCE, Thread.ofPlatform().daemon().factory());

    @AfterAll
    void finish() {
        workers.shutdownNow();
        datagrams.close();
        table.finish();
    }

    @TestFactory
    Stream<DynamicTest> endsWithADiagnosis() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Phase phase : Phases.all(datagrams)) {
            for (Misdeed misdeed : Misdeed.values()) {
                Future<Ended> ended = workers.submit(() -> attempt(phase, misdeed, DEADLINE));
                tests.add(DynamicTest.dynamicTest(
                        phase + ", " + misdeed,
                        () -> check(phase, misdeed, ended.get(HANGS_SECONDS, TimeUnit.SECONDS))));
            }
        }
        return tests.stream();
    }

    private static Ended attempt(Phase phase, Misdeed misdeed, Duration deadline) throws Exception {
        try (Stage stage = new Stage(phase.speech(), misdeed)) {
            Ended ended = phase.attempt().apply(stage).run(deadline, new Cancellation());
            boolean reached = stage.reached().getCount() == 0;
            boolean known = Page.isBeingWritten() || ended.code().equals(PhaseTable.documented(phase, misdeed));
            if (reached && (known || deadline == LONGER)) {
                return ended;
            }
        }
        assertThat(deadline).as("the attempt did not come to its phase").isLessThan(LONGER);
        return attempt(phase, misdeed, LONGER);
    }

    private void check(Phase phase, Misdeed misdeed, Ended ended) {
        table.add(phase, misdeed, ended.code());
        assertThat(ended.code())
                .as(() -> Timelines.show(ended.events()))
                .isNotIn(NetCode.NO_ANSWER.id(), NetCode.BROKE_OFF.id())
                .isEqualTo(Page.isBeingWritten() ? ended.code() : PhaseTable.documented(phase, misdeed));
        assertThat(ended.events()).hasSizeLessThanOrEqualTo(Timeline.BEGINNING + Timeline.NEWEST);
        assertThat(ended.events().stream()
                        .mapToLong(event -> event.raw().length)
                        .sum())
                .isLessThanOrEqualTo(Timeline.MAX_RAW_BYTES);
        if (!ended.events().isEmpty()) {
            assertThat(ended.events()).extracting(Event::name).contains("Resolve");
            assertThat(ended.events()).hasSizeGreaterThan(2);
        }
    }
}
