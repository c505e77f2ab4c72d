package dev.gangway.bench.live;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Asks for a fresh login shortly before the one in use expires, in a thread of its own, until it is closed. */
final class Renewal implements AutoCloseable {
    /** How long before the end; half of what is left where that is less. */
    private static final Duration LEAD = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** How often to look what is left: no sleep of the program goes on while the computer itself sleeps. */
    private static final Duration LOOK = Duration.ofMinutes(1);

    private final FreshLogin source;
    private final Supplier<MqttOptions> inUse;
    private final Consumer<MqttOptions> fresh;
    private final Consumer<Diagnosis> failed;
    private final Cancellation cancellation;
    private final Thread thread = Thread.ofVirtual().name("gangway-renewal").unstarted(this::run);

    Renewal(
            FreshLogin source,
            Supplier<MqttOptions> inUse,
            Consumer<MqttOptions> fresh,
            Consumer<Diagnosis> failed,
            Cancellation cancellation) {
        this.source = source;
        this.inUse = inUse;
        this.fresh = fresh;
        this.failed = failed;
        this.cancellation = cancellation;
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            for (Optional<Duration> left = source.left(); left.isPresent(); left = source.left()) {
                Duration pause = pause(left.get());
                if (pause.compareTo(LOOK) > 0) {
                    Thread.sleep(LOOK);
                    continue;
                }
                Thread.sleep(pause);
                switch (source.renew(inUse.get(), cancellation)) {
                    case Outcome.Ok<MqttOptions>(MqttOptions options) -> fresh.accept(options);
                    case Outcome.Failed<MqttOptions>(Diagnosis why) -> failed.accept(why);
                }
            }
        } catch (InterruptedException e) {
            // the session is over
        }
    }

    private static Duration pause(Duration left) {
        Duration pause = left.compareTo(LEAD.multipliedBy(2)) > 0 ? left.minus(LEAD) : left.dividedBy(2);
        return pause.compareTo(PAUSE) > 0 ? pause : PAUSE;
    }
}
