package dev.gangway.practice.store;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Whom devices can be assigned to; three are there from the start, as on the server's demo. Confined to its thread. */
public final class Customers {
    /**
     * A customer.
     *
     * @param createdTime milliseconds since 1970
     * @param isPublic whether it stands for everybody
     */
    public record Row(UUID id, long createdTime, String title, boolean isPublic) {}

    private final Map<UUID, Row> rows = new LinkedHashMap<>();
    private final InstantSource clock;

    Customers(InstantSource clock) {
        this.clock = clock;
        List.of("Customer A", "Customer B", "Customer C").forEach(title -> create(title, false));
    }

    /** All of them, in the order in which they were made. */
    public List<Row> all() {
        return List.copyOf(rows.values());
    }

    /** The one with this id, where there is one. */
    public Optional<Row> find(UUID id) {
        return Optional.ofNullable(rows.get(id));
    }

    /**
     * The one with this id.
     *
     * @throws RestRefusal 404 where there is none
     */
    public Row get(UUID id) {
        return find(id).orElseThrow(() -> RestRefusal.noSuch("Customer", id));
    }

    /** The one that stands for everybody; made when it is first asked for. */
    public Row everybody() {
        return rows.values().stream().filter(Row::isPublic).findFirst().orElseGet(() -> create("Public", true));
    }

    private Row create(String title, boolean isPublic) {
        Row row = new Row(UUID.randomUUID(), clock.millis(), title, isPublic);
        rows.put(row.id(), row);
        return row;
    }
}
