package dev.gangway.background;

/**
 * A place for work of which only the newest counts, as the search for what is being typed: starting work
 * {@linkplain Task#in in} it cancels what was started before, and that is not heard of any more. For the UI thread alone.
 */
public final class Newest {
    private Cancellation current = new Cancellation();

    /** Cancels what was started last, where that still runs. */
    public void cancel() {
        current.cancel();
    }

    /** Cancels what was started last, and does not hear of its end either: what it would have changed is settled now. */
    public void forget() {
        replace(new Cancellation());
    }

    void replace(Cancellation by) {
        Cancellation before = current;
        current = by;
        before.cancel();
    }

    boolean holds(Cancellation cancellation) {
        return current == cancellation;
    }
}
