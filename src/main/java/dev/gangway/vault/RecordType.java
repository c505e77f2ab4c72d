package dev.gangway.vault;

import java.util.Map;
import java.util.function.Function;

/**
 * One kind of thing that the vault keeps. The room that owns the type declares its kind.
 *
 * @param name stable name, lower case; part of what seals each row, so never change it
 * @param type a record; its components may be records, sealed interfaces of records, enums, strings, numbers,
 *     {@code UUID}, {@code Instant}, {@code Duration}, {@code URI}, {@code byte[]}, {@code X509Certificate},
 *     {@code Secret}, and lists, maps and optionals of those
 * @param id of a value; unique within the kind
 * @param keys values by which {@link Repository#find} looks a row up exactly, by name of the key
 */
public record RecordType<T>(String name, Class<T> type, Function<T, String> id, Function<T, Map<String, String>> keys) {
    /** A kind that is looked up by its id alone. */
    public static <T> RecordType<T> of(String name, Class<T> type, Function<T, String> id) {
        return new RecordType<>(name, type, id, value -> Map.of());
    }
}
