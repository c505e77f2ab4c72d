package dev.gangway.vault.memory;

import dev.gangway.vault.Kind;
import dev.gangway.vault.Shelf;
import dev.gangway.vault.mapping.RecordMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All values of one kind, as the bytes that a file would hold: whoever put a value in may wipe its secrets. */
final class MemoryShelf<T> implements Shelf<T> {
    private final MemoryVault vault;
    private final Kind<T> kind;
    private final RecordMapper<T> mapper;
    private final Map<String, byte[]> rows = new LinkedHashMap<>();

    MemoryShelf(MemoryVault vault, Kind<T> kind) {
        this.vault = vault;
        this.kind = kind;
        mapper = RecordMapper.of(kind.type());
    }

    Map<String, byte[]> rows() {
        return rows;
    }

    void restore(Map<String, byte[]> before) {
        rows.clear();
        rows.putAll(before);
    }

    @Override
    public Optional<T> get(String id) {
        return vault.inTurn(() -> Optional.ofNullable(rows.get(id)).map(mapper::fromBytes));
    }

    @Override
    public List<T> find(String key, String value) {
        return values().stream()
                .filter(one -> value.equals(kind.keys().apply(one).get(key)))
                .toList();
    }

    @Override
    public Stream<T> all() {
        return values().stream();
    }

    @Override
    public Stream<T> lastOfEachKey() {
        Map<Map<String, String>, T> last = new LinkedHashMap<>();
        values().forEach(value -> {
            last.remove(kind.keys().apply(value)); // the later one stands where it came
            last.put(kind.keys().apply(value), value);
        });
        return last.values().stream();
    }

    private List<T> values() {
        return vault.inTurn(() -> rows.values().stream().map(mapper::fromBytes).toList());
    }

    @Override
    public long count() {
        return vault.inTurn(() -> (long) rows.size());
    }

    @Override
    public void put(T value) {
        putAll(List.of(value));
    }

    @Override
    public void putAll(List<T> values) {
        vault.atomically(() -> values.forEach(
                value -> vault.spent(Optional.ofNullable(rows.put(kind.id().apply(value), mapper.toBytes(value))))));
    }

    @Override
    public void remove(String id) {
        vault.atomically(() -> vault.spent(Optional.ofNullable(rows.remove(id))));
    }
}
