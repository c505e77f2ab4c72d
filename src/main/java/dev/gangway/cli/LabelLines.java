package dev.gangway.cli;

import dev.gangway.background.Cancellation;
import dev.gangway.line.unit.Labelling;
import dev.gangway.line.unit.UnitOrder;
import java.util.Optional;

/**
 * Tells lines of the standard input that are scans of labels from those that are new units, where one unit runs at a
 * time: after a label was printed, the next line is what was scanned from it.
 */
final class LabelLines implements Labelling.Scan {
    private boolean running;
    private boolean awaited;
    private boolean over;
    private Optional<String> scanned = Optional.empty();

    /**
     * Takes a line; waits while a unit runs and no label is asked for.
     *
     * @return whether it is a new unit, which then runs
     */
    synchronized boolean isUnit(String line) throws InterruptedException {
        while (running && !awaited) {
            wait();
        }
        if (!awaited) {
            running = true;
            return true;
        }
        scanned = Optional.of(line);
        awaited = false;
        notifyAll();
        return false;
    }

    /** The unit has its verdict. */
    synchronized void ended() {
        running = false;
        notifyAll();
    }

    /** No more lines come. */
    synchronized void over() {
        over = true;
        notifyAll();
    }

    @Override
    public Optional<String> await(UnitOrder order, Cancellation cancellation) {
        try (Cancellation.Registration registration = cancellation.onCancel(this::over)) {
            return await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private synchronized Optional<String> await() throws InterruptedException {
        scanned = Optional.empty();
        awaited = true;
        notifyAll();
        while (awaited && !over) {
            wait();
        }
        awaited = false;
        return scanned;
    }
}
