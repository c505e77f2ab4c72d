package dev.gangway.app;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is made when it is first asked for, and then is always the same. Safe for use by several threads. */
final class Once<T> implements Supplier<T> {
    private final Supplier<T> making;
    private @Nullable T made;

    private Once(Supplier<T> making) {
        this.making = making;
    }

    /** What this makes. */
    static <T> Supplier<T> of(Supplier<T> making) {
        return new Once<>(making);
    }

    @Override
    public synchronized T get() {
        T there = made;
        if (there == null) {
            there = making.get();
            made = there;
        }
        return there;
    }
}
