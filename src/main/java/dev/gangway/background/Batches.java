package dev.gangway.background;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Collects a flood of values from any thread and hands them to the UI thread in lists: however many arrive between two
 * turns of the UI thread, it gets one list. Keeps their order. Safe for use by several threads.
 */
public final class Batches<T> implements Consumer<T> {
    private final Background background;
    private final Consumer<List<T>> receiver;
    private List<T> waiting = new ArrayList<>();

    /**
     * Creates one.
     *
     * @param receiver called on the UI thread with at least one value
     */
    public Batches(Background background, Consumer<List<T>> receiver) {
        this.background = background;
        this.receiver = receiver;
    }

    /** Takes a value; returns at once. */
    @Override
    public void accept(T value) {
        boolean first;
        synchronized (this) {
            first = waiting.isEmpty();
            waiting.add(value);
        }
        if (first) {
            background.onUi(this::deliver);
        }
    }

    private void deliver() {
        List<T> batch;
        synchronized (this) {
            batch = waiting;
            waiting = new ArrayList<>();
        }
        receiver.accept(batch);
    }
}
