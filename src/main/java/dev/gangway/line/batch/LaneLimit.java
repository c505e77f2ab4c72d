package dev.gangway.line.batch;

import dev.gangway.background.Cancellation;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * How many units run at once: one more while that brings as many units a second, fewer when it brings far fewer and fewer
 * lanes bring more, half of them when the server says that it limits (additive increase, multiplicative decrease, as in
 * RFC 5681). Units are counted, not their times: where everything becomes slower, the lanes are not what is wrong. Safe for
 * several threads.
 */
final class LaneLimit {
    private static final int FIRST = 4;
    /** More lanes that bring fewer units a second than this part of the best so far are too many. */
    private static final double CROWDED = 0.5;

    /** What is left of the best rate after each measurement: a server does not stay as quick as it was. */
    private static final double FORGOTTEN = 0.98;

    /** What is left of the lanes where they are too many, and what that has to bring. */
    private static final double FEWER = 0.75;

    private static final double HELPED = 1.1;

    /** Most measurements before more are tried again, where fewer brought more time and again. */
    private static final int LONGEST_STAY = 16;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /** A server that wants to be left alone for longer is asked again then. */
    private static final Duration LONGEST_SAID = Duration.ofMinutes(10);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final int most;
    private double limit;
    private int running;
    private final LongSupplier nanos;

    /** Units since {@link #since}: so many make a measurement as run twice at once. */
    private int ended;

    private long since;
    private double best;

    /** What too many lanes brought, while fewer are tried; else 0. */
    private double crowdedRate;

    private int stay;
    private int nextStay = 1;
    private long notBefore;
    private Duration wait = FIRST_WAIT;
    private boolean paused;

    LaneLimit(int most) {
        this(most, System::nanoTime);
    }

    /** With a clock of the caller's, in nanoseconds. */
    LaneLimit(int most, LongSupplier nanos) {
        this.most = most;
        this.nanos = nanos;
        limit = Math.min(FIRST, most);
        notBefore = nanos.getAsLong();
        since = notBefore;
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
                    long early = notBefore - nanos.getAsLong();
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
    void learn(Load load, Optional<Duration> leaveAlone) {
        lock.lock();
        try {
            switch (load) {
                case FINE -> fine();
                case TROUBLED -> fewer(0.7);
                case LIMITED -> {
                    if (notBefore - nanos.getAsLong() <= 0) {
                        limit = Math.max(1, limit / 2);
                        crowdedRate = 0;
                        notBefore = nanos.getAsLong()
                                + leaveAlone
                                        .map(said -> said.compareTo(LONGEST_SAID) > 0 ? LONGEST_SAID : said)
                                        .orElse(wait)
                                        .toNanos();
                        wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
                        ended = 0;
                        since = notBefore;
                    }
                }
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void fine() {
        wait = FIRST_WAIT;
        if (++ended < 2 * Math.ceil(limit)) {
            return;
        }
        double rate = ended / (double) Math.max(1, nanos.getAsLong() - since);
        begin();
        if (crowdedRate > 0) {
            judgeFewer(rate);
        } else if (rate < CROWDED * best && limit > 1) {
            crowdedRate = rate;
            limit = Math.max(1, Math.min(limit - 1, limit * FEWER));
        } else {
            best = Math.max(best * FORGOTTEN, rate);
            if (stay > 0) {
                stay--;
            } else {
                limit = Math.min(most, limit + 1);
            }
        }
    }

    /** Fewer lanes were tried because many brought little: they stay where they bring more, else it was not the lanes. */
    private void judgeFewer(double rate) {
        if (rate > HELPED * crowdedRate) {
            stay = nextStay;
            nextStay = Math.min(LONGEST_STAY, 2 * nextStay);
            best = Math.max(best * FORGOTTEN, rate);
        } else {
            nextStay = 1;
            limit = Math.min(most, limit / FEWER + 1);
            best = Math.max(rate, crowdedRate); // everything has become slower
        }
        crowdedRate = 0;
    }

    /** Counts anew: what ran until now ran under another limit. */
    private void begin() {
        ended = 0;
        since = nanos.getAsLong();
    }

    private void fewer(double factor) {
        if (ended >= limit / 2) {
            limit = Math.max(1, limit * factor);
            crowdedRate = 0;
            begin();
        } else {
            ended++;
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
            begin();
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
