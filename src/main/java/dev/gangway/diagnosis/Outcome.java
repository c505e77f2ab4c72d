package dev.gangway.diagnosis;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The result of an operation that can fail in ways one must expect. A bug is an exception; everything else is one of
 * these.
 */
public sealed interface Outcome<T> {
    /** It worked. */
    record Ok<T>(T value) implements Outcome<T> {}

    /** It did not, and this is why. */
    record Failed<T>(Diagnosis diagnosis) implements Outcome<T> {}

    /** Result of an operation that has nothing to return. */
    enum Done {
        /** The only value. */
        DONE
    }

    /** A success. */
    static <T> Outcome<T> ok(T value) {
        return new Ok<>(value);
    }

    /** A success with nothing to return. */
    static Outcome<Done> done() {
        return new Ok<>(Done.DONE);
    }

    /** A failure. */
    static <T> Outcome<T> failed(Diagnosis diagnosis) {
        return new Failed<>(diagnosis);
    }

    /** Whether it worked. */
    default boolean isOk() {
        return this instanceof Ok<T>;
    }

    /** The value, where it worked. */
    default Optional<T> toOptional() {
        return this instanceof Ok<T>(T value) ? Optional.of(value) : Optional.empty();
    }

    /** The diagnosis, where it failed. */
    default Optional<Diagnosis> failure() {
        return this instanceof Failed<T>(Diagnosis diagnosis) ? Optional.of(diagnosis) : Optional.empty();
    }

    /** Goes on with the value, where it worked. */
    default <R> Outcome<R> map(Function<? super T, ? extends R> next) {
        return switch (this) {
            case Ok<T>(T value) -> new Ok<>(next.apply(value));
            case Failed<T>(Diagnosis diagnosis) -> new Failed<>(diagnosis);
        };
    }

    /** Goes on with an operation that can fail itself. */
    default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
        return switch (this) {
            case Ok<T>(T value) -> next.apply(value);
            case Failed<T>(Diagnosis diagnosis) -> new Failed<>(diagnosis);
        };
    }

    /** Calls one of the two. */
    default void handle(Consumer<? super T> ok, Consumer<? super Diagnosis> failed) {
        switch (this) {
            case Ok<T>(T value) -> ok.accept(value);
            case Failed<T>(Diagnosis diagnosis) -> failed.accept(diagnosis);
        }
    }

    /**
     * The value; for tests and for places where a failure would be a bug.
     *
     * @throws IllegalStateException with the diagnosis, where it failed
     */
    default T orThrow() {
        return switch (this) {
            case Ok<T>(T value) -> value;
            case Failed<T>(Diagnosis diagnosis) -> throw new IllegalStateException(diagnosis.toString());
        };
    }
}
