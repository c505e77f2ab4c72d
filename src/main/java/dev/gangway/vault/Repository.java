package dev.gangway.vault;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything of one kind in an unlocked vault. Safe for use by several threads; blocks for disk, so call it off the UI
 * thread. After the vault is locked every call throws {@link VaultLockedException}.
 */
public interface Repository<T> {
    /** The value with this id. */
    Optional<T> get(String id);

    /**
     * Values whose key of this name is exactly {@code value}, in the order in which they were first put; through a keyed
     * hash, without opening other rows.
     */
    List<T> find(String key, String value);

    /** All values in the order in which they were first put; close the stream. */
    Stream<T> all();

    /**
     * Of all values that have the same key, the one that was put first last; the others are not opened. For kinds with
     * one key only.
     */
    Stream<T> lastOfEachKey();

    /** How many there are. */
    long count();

    /** Stores a value, or replaces the one with the same id; on disk when this returns. */
    void put(T value);

    /** Stores many in one transaction: all or none. */
    void putAll(List<T> values);

    /** Removes the value with this id, where there is one. */
    void remove(String id);
}
