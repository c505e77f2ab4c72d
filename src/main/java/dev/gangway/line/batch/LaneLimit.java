package dev.gangway.line.batch;

import dev.gangway.background.Cancellation;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How many units run at once: one more while that brings as many units a second, fewer when it brings fewer, half of them
 * when the server says that it limits (additive increase, multiplicative decrease, as in RFC 5681). Safe for several threads.
 */
final class LaneLimit {
    private static final int FIRST = 4;
    /** More lanes that bring fewer units a second than this part of the best so far are too many. */
    private static final double CROWDED = 0.6;

    /** What is left of the best rate after each unit: a server does not stay as quick as it was. */
    private static final double FORGOTTEN = 0.998;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /** A server that wants to be left alone for longer is asked again then. */
    private static final Duration LONGEST_SAID = Duration.ofMinutes(10);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final int most;
    private double limit;
    private int running;
    private int endedSinceChange;
    private double best;
    private double usual;
    private long notBefore = System.nanoTime();
    private Duration wait = FIRST_WAIT;
    private boolean paused;

    LaneLimit(int most) {
        this.most = most;
        limit = Math.min(FIRST, most);
    }

    /** What came of a unit, as far as it matters here. */
    enum Load {
        /** The server took it. */
        FINE,
        /** The server failed, or could not be reached. */
        TROUBLED,
        /** The server says that it limits. */
        LIMITED
    }

    /**
     * Waits for a free lane.
     *
     * @return false where a person stopped it
     */
    boolean acquire(Cancellation cancellation) {
        try (Cancellation.Registration _ = cancellation.onCancel(this::wake)) {
            lock.lock();
            try {
                while (!cancellation.isCancelled()) {
                    long early = notBefore - System.nanoTime();
                    if (!paused && early <= 0 && running < now()) {
                        running++;
                        return true;
                    }
                    if (!paused && early > 0) {
                        changed.awaitNanos(early);
                    } else {
                        changed.await(1, TimeUnit.SECONDS);
                    }
                }
                return false;
            } finally {
                lock.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Frees a lane. */
    void release() {
        lock.lock();
        try {
            running--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes a lane without waiting, for who ends now and gives it back. */
    void hold() {
        lock.lock();
        try {
            running++;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Learns from a unit.
     *
     * @param leaveAlone how long the server says that it wants to be left alone
     */
    void learn(Load load, Duration took, Optional<Duration> leaveAlone) {
        lock.lock();
        try {
            switch (load) {
                case FINE -> fine(took.toNanos());
                case TROUBLED -> fewer(0.7);
                case LIMITED -> {
                    if (notBefore - System.nanoTime() <= 0) {
                        limit = Math.max(1, limit / 2);
                        notBefore = System.nanoTime()
                                + leaveAlone
                                        .map(said -> said.compareTo(LONGEST_SAID) > 0 ? LONGEST_SAID : said)
                                        .orElse(wait)
                                        .toNanos();
                        wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
                    }
                }
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void fine(double nanos) {
        wait = FIRST_WAIT;
        usual = usual == 0 ? nanos : usual * 0.9 + nanos * 0.1;
        double rate = limit / usual; // of units, by Little's law
        best = Math.max(best * FORGOTTEN, rate);
        if (++endedSinceChange < limit) {
            return;
        }
        if (rate < CROWDED * best) {
            fewer(0.9);
        } else {
            limit = Math.min(most, limit + 1);
            endedSinceChange = 0;
        }
    }

    private void fewer(double factor) {
        if (endedSinceChange >= limit / 2) {
            limit = Math.max(1, limit * factor);
            endedSinceChange = 0;
        } else {
            endedSinceChange++;
        }
    }

    /** How many may run at once. */
    int now() {
        lock.lock();
        try {
            return Math.max(1, (int) limit);
        } finally {
            lock.unlock();
        }
    }

    /** Starts no unit until it is gone on with; those that run end. */
    void pause(boolean on) {
        lock.lock();
        try {
            paused = on;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
