package dev.gangway.faultlab;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Wherever a run waits, a cancel ends it, long before its deadline of minutes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class CancelEveryPhaseIT {
    private final DatagramPhases datagrams = new DatagramPhases();

    @AfterAll
    void finish() {
        datagrams.close();
    }

    @TestFactory
    Stream<DynamicTest> ends() {
        return Cancelling.phases(datagrams).stream()
                .flatMap(phase -> Stream.of(Misdeed.NOTHING, Misdeed.DRIPPING, Misdeed.FLOOD)
                        .filter(misdeed -> misdeed == Misdeed.NOTHING || !CancelPhases.ALL.contains(phase))
                        .map(misdeed -> DynamicTest.dynamicTest(
                                phase + ", " + misdeed, () -> Cancelling.cancel(phase, misdeed))));
    }
}
