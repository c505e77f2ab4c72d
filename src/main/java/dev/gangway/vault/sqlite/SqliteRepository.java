package dev.gangway.vault.sqlite;

import dev.gangway.vault.RecordType;
import dev.gangway.vault.Repository;
import dev.gangway.vault.VaultException;
import dev.gangway.vault.mapping.MalformedCborException;
import dev.gangway.vault.mapping.RecordMapper;
import dev.gangway.vault.sealing.HmacSha256;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All values of one kind. */
final class SqliteRepository<T> implements Repository<T> {
    private static final int PAGE = 500;

    private final VaultSession session;
    private final RecordType<T> recordType;
    private final RecordMapper<T> mapper;
    private final Items items;
    private final byte[] shelf;

    SqliteRepository(VaultSession session, RecordType<T> recordType) {
        this.session = session;
        this.recordType = recordType;
        mapper = RecordMapper.of(recordType.type());
        items = new Items(session.keys());
        shelf = names().shortHash("kind", recordType.name());
    }

    @Override
    public Optional<T> get(String id) {
        return session.read(connected -> items.get(connected, shelf, hashOf(id)))
                .map(this::value);
    }

    @Override
    public List<T> find(String key, String value) {
        return session.read(connected -> items.find(connected, hashOf(key, value))).stream()
                .map(this::value)
                .toList();
    }

    @Override
    public Stream<T> all() {
        return Stream.iterate(
                        page(0),
                        page -> !page.isEmpty(),
                        page -> page(page.getLast().number()))
                .flatMap(page -> page.parallelStream().map(this::value).toList().stream());
    }

    @Override
    public Stream<T> lastOfEachKey() {
        List<Items.Row> last = session.read(connected -> items.lastOfEachKey(connected, shelf));
        return last.parallelStream().map(this::value).toList().stream();
    }

    @Override
    public long count() {
        return session.read(connected -> items.count(connected, shelf));
    }

    @Override
    public void put(T value) {
        putAll(List.of(value));
    }

    @Override
    public void putAll(List<T> values) {
        session.write((connected, integrity) -> {
            for (T value : values) {
                byte[] plain = mapper.toBytes(value);
                try {
                    items.put(connected, integrity, place(value), plain);
                } finally {
                    Arrays.fill(plain, (byte) 0);
                }
            }
            return values.size();
        });
    }

    @Override
    public void remove(String id) {
        session.write((connected, integrity) -> {
            items.remove(connected, integrity, shelf, hashOf(id));
            return id;
        });
    }

    private List<Items.Row> page(long after) {
        return session.read(connected -> items.page(connected, shelf, after, PAGE));
    }

    private T value(Items.Row row) {
        byte[] plain = items.open(row).orElseThrow(() -> damaged(new IllegalStateException("seal broken")));
        try {
            return mapper.fromBytes(plain);
        } catch (MalformedCborException e) {
            throw damaged(e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private VaultException damaged(RuntimeException cause) {
        return new VaultException(SqliteErrors.damaged(session.file()), cause);
    }

    private Items.Place place(T value) {
        List<byte[]> lookups = recordType.keys().apply(value).entrySet().stream()
                .map((Map.Entry<String, String> key) -> hashOf(key.getKey(), key.getValue()))
                .toList();
        return new Items.Place(shelf, hashOf(recordType.id().apply(value)), lookups);
    }

    private byte[] hashOf(String id) {
        return names().shortHash("id", recordType.name(), id);
    }

    private byte[] hashOf(String key, String value) {
        return names().shortHash("key", recordType.name(), key, value);
    }

    private HmacSha256 names() {
        return session.keys().names();
    }
}
