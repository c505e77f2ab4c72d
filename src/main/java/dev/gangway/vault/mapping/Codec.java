package dev.gangway.vault.mapping;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Writes and reads the values of one type. */
interface Codec<T> {
    void write(CborWriter out, T value);

    T read(CborReader in);

    /** What a component of this type is in a row that was written before the component existed. */
    default Optional<T> absent() {
        return Optional.empty();
    }

    /** One made of two functions. */
    static <T> Codec<T> of(BiConsumer<CborWriter, T> writer, Function<CborReader, T> reader) {
        return new Codec<>() {
            @Override
            public void write(CborWriter out, T value) {
                writer.accept(out, value);
            }

            @Override
            public T read(CborReader in) {
                return reader.apply(in);
            }
        };
    }

    /** One that goes through the form of another. */
    static <T, R> Codec<T> via(Codec<R> form, Function<T, R> to, Function<R, T> from) {
        return of((out, value) -> form.write(out, to.apply(value)), in -> from.apply(form.read(in)));
    }
}
