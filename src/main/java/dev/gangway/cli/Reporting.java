package dev.gangway.cli;

import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.line.plant.PlantResults;
import java.time.Duration;
import java.util.Optional;

/** Sends records of units to the plant while they are made, and the last of them at the end. */
final class Reporting implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofSeconds(2);

    private final Context context;
    private final Optional<PlantResults> results;
    private final Cancellation over = new Cancellation();
    private final Optional<Thread> sending;

    Reporting(Context context, Optional<PlantResults> results) {
        this.context = context;
        this.results = results;
        sending =
                results.map(plant -> Thread.ofVirtual().name("gangway-results").start(() -> {
                    do {
                        plant.send();
                    } while (over.pause(BETWEEN));
                }));
    }

    /** Sends what is left, and says what the plant did not take; it is sent by the next command that reports there. */
    @Override
    public void close() {
        over.cancel();
        sending.ifPresent(Reporting::join);
        results.ifPresent(plant -> {
            plant.send().failure().ifPresent(this::warn);
            plant.close();
        });
    }

    private void warn(Diagnosis why) {
        Diagnoses.print(context.terminal().aside(), why);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
