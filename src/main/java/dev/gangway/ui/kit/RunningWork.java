package dev.gangway.ui.kit;

import dev.gangway.background.Cancellation;
import dev.gangway.background.Elapsed;
import dev.gangway.ui.text.Words;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The long work of the program, as the footer shows it. Used on the UI thread only. */
public final class RunningWork {
    private final ObservableList<Item> items = FXCollections.observableArrayList();
    private final InstantSource clock;

    /** Nothing is running yet. */
    public RunningWork(InstantSource clock) {
        this.clock = clock;
    }

    /** What is running, the oldest first. */
    public ObservableList<Item> items() {
        return items;
    }

    /**
     * Shows a piece of work until it {@linkplain Item#end ends}.
     *
     * @param label what it is, in words
     * @param total how many steps it has; 0 where nobody knows
     * @param cancellation stops it
     */
    public Item begin(String label, long total, Cancellation cancellation) {
        Item item = new Item(label, total, cancellation);
        items.add(item);
        return item;
    }

    /** One piece of work. */
    public final class Item {
        private final String label;
        private final long total;
        private final Cancellation cancellation;
        private final Elapsed running = Elapsed.since(clock);
        private final ReadOnlyLongWrapper done = new ReadOnlyLongWrapper(this, "done");

        private Item(String label, long total, Cancellation cancellation) {
            this.label = label;
            this.total = total;
            this.cancellation = cancellation;
        }

        /** What it is, in words. */
        public String label() {
            return label;
        }

        /** How many steps it has; 0 where nobody knows. */
        public long total() {
            return total;
        }

        /** How many steps are done. */
        public ReadOnlyLongProperty doneProperty() {
            return done.getReadOnlyProperty();
        }

        /** So many steps are done. */
        public void progress(long steps) {
            done.set(steps);
        }

        /** Steps per second so far. */
        public double rate() {
            double seconds = running.time().toNanos() / 1e9;
            return seconds <= 0 ? 0 : done.get() / seconds;
        }

        /** Time to the end at the rate so far; empty where nobody can tell. */
        public Optional<Duration> left() {
            double rate = rate();
            return total <= 0 || rate <= 0
                    ? Optional.empty()
                    : Optional.of(Duration.ofMillis((long) ((total - done.get()) / rate * 1000)));
        }

        /** How many steps are done, of how many, how fast, and how long the rest takes. */
        public String numbers(Words words) {
            String rest = left().map(time ->
                            words.get("work.left", "left", words.formats().clock(time)))
                    .orElse("");
            return words.get(
                    "work.numbers",
                    "done",
                    words.formats().number(done.get()),
                    "total",
                    words.formats().number(total),
                    "rate",
                    words.formats().number(Math.round(rate())),
                    "left",
                    rest);
        }

        /** Asks it to stop; it still has to {@link #end}. */
        public void cancel() {
            cancellation.cancel();
        }

        /** It is over. */
        public void end() {
            items.remove(this);
        }
    }
}
