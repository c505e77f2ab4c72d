package dev.gangway.enrolment;

import dev.gangway.background.Cancellation;
import dev.gangway.background.Deadline;
import dev.gangway.diagnosis.Diagnosis;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits where an authority asks to come back later. */
public final class RetryWait {
    private RetryWait() {}

    /** Why the wait was not, or not to its end; empty where it is time to ask again. */
    public static Optional<Diagnosis> wait(Duration time, Deadline deadline, String host, Cancellation cancellation) {
        boolean late = time.compareTo(deadline.left()) > 0;
        if (!late && pause(time, cancellation)) {
            return Optional.empty();
        }
        return Optional.of(Diagnosis.of(late ? EnrolmentCode.PENDING : EnrolmentCode.CANCELLED)
                .with("host", host)
                .with("seconds", time.toSeconds())
                .remedy("enrolment.come-back")
                .build());
    }

    /** Whether the time passed without a cancel. */
    private static boolean pause(Duration time, Cancellation cancellation) {
        CountDownLatch cancelled = new CountDownLatch(1);
        try (var registered = cancellation.onCancel(cancelled::countDown)) {
            return !cancelled.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
