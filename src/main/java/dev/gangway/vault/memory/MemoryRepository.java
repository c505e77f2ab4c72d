package dev.gangway.vault.memory;

import dev.gangway.vault.RecordType;
import dev.gangway.vault.Repository;
import dev.gangway.vault.mapping.RecordMapper;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All values of one kind, as the bytes that a file would hold: whoever put a value in may wipe its secrets. */
final class MemoryRepository<T> implements Repository<T> {
    private final MemoryVault vault;
    private final RecordType<T> recordType;
    private final RecordMapper<T> mapper;
    private final Map<String, Row> byId = new HashMap<>();
    private final TreeMap<Long, Row> inOrder = new TreeMap<>();
    private final Map<Key, NavigableSet<Long>> index = new HashMap<>();
    private long last;

    /** A value, its number in the order of all, and what it is found by. */
    private record Row(String id, long number, byte[] bytes, Map<String, String> keys) {}

    private record Key(String name, String value) {}

    MemoryRepository(MemoryVault vault, RecordType<T> recordType) {
        this.vault = vault;
        this.recordType = recordType;
        mapper = RecordMapper.of(recordType.type());
    }

    /** The bytes of all. */
    Stream<byte[]> bytes() {
        return inOrder.values().stream().map(Row::bytes);
    }

    @Override
    public Optional<T> get(String id) {
        return vault.inTurn(
                () -> Optional.ofNullable(byId.get(id)).map(Row::bytes).map(mapper::fromBytes));
    }

    @Override
    public List<T> find(String key, String value) {
        return vault.inTurn(() -> index.getOrDefault(new Key(key, value), new TreeSet<>()).stream()
                .flatMap(number -> Stream.ofNullable(inOrder.get(number)))
                .map(Row::bytes)
                .map(mapper::fromBytes)
                .toList());
    }

    @Override
    public Stream<T> all() {
        return vault.inTurn(() -> bytes().map(mapper::fromBytes).toList()).stream();
    }

    @Override
    public Stream<T> lastOfEachKey() {
        return vault
                .inTurn(() -> {
                    Map<Map<String, String>, Row> last = new LinkedHashMap<>();
                    for (Row row : inOrder.values()) {
                        last.remove(row.keys()); // the later one stands where it came
                        last.put(row.keys(), row);
                    }
                    return last.values().stream()
                            .map(Row::bytes)
                            .map(mapper::fromBytes)
                            .toList();
                })
                .stream();
    }

    @Override
    public long count() {
        return vault.inTurn(() -> (long) byId.size());
    }

    @Override
    public void put(T value) {
        putAll(List.of(value));
    }

    @Override
    public void putAll(List<T> values) {
        vault.atomically(() -> values.forEach(this::putOne));
    }

    @Override
    public void remove(String id) {
        vault.atomically(() -> Optional.ofNullable(byId.get(id)).ifPresent(this::takeOut));
    }

    private void putOne(T value) {
        String id = recordType.id().apply(value);
        Optional<Row> old = Optional.ofNullable(byId.get(id));
        old.ifPresent(this::takeOut);
        long number = old.map(Row::number).orElseGet(() -> ++last);
        Row row = new Row(id, number, mapper.toBytes(value), recordType.keys().apply(value));
        insert(row);
        vault.undoing(() -> drop(row));
    }

    private void takeOut(Row row) {
        drop(row);
        vault.spent(row.bytes());
        vault.undoing(() -> insert(row));
    }

    private void insert(Row row) {
        byId.put(row.id(), row);
        inOrder.put(row.number(), row);
        row.keys()
                .forEach((name, value) -> index.computeIfAbsent(new Key(name, value), key -> new TreeSet<>())
                        .add(row.number()));
    }

    private void drop(Row row) {
        byId.remove(row.id());
        inOrder.remove(row.number());
        row.keys()
                .forEach((name, value) -> index.computeIfPresent(new Key(name, value), (key, numbers) -> {
                    numbers.remove(row.number());
                    return numbers.isEmpty() ? null : numbers;
                }));
    }
}
