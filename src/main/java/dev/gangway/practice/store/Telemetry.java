package dev.gangway.practice.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Time series and attributes of the devices, the newest ones. Confined to the server's thread. */
public final class Telemetry {
    /** How many values of a key are kept; the oldest go. */
    private static final int LONGEST_SERIES = 10_000;

    private record Data(
            Map<String, NavigableMap<Long, JsonNode>> series, Map<AttributeScope, Map<String, Attribute>> attributes) {
        Map<String, Attribute> in(AttributeScope scope) {
            return attributes.computeIfAbsent(scope, s -> new LinkedHashMap<>());
        }
    }

    private final Map<UUID, Data> devices = new HashMap<>();
    private final InstantSource clock;

    Telemetry(InstantSource clock) {
        this.clock = clock;
    }

    void created(UUID device) {
        devices.put(device, new Data(new LinkedHashMap<>(), new EnumMap<>(AttributeScope.class)));
        setServer(device, "active", BooleanNode.FALSE);
    }

    void deleted(UUID device) {
        devices.remove(device);
    }

    /** Whether this has a shape that is stored: an object, or an array of objects. */
    public static boolean isStorable(JsonNode payload) {
        if (!payload.isArray()) {
            return payload.isObject();
        }
        for (JsonNode record : payload) {
            if (!record.isObject()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Stores what a device sent: an object of values, an object with {@code ts} and {@code values}, or an array of
     * either.
     *
     * @param payload {@linkplain #isStorable storable}
     */
    public void store(UUID device, JsonNode payload) {
        Iterable<JsonNode> records = payload.isArray() ? payload : List.of(payload);
        for (JsonNode record : records) {
            boolean stamped = record.path("ts").isIntegralNumber()
                    && record.path("values").isObject();
            long ts = stamped ? record.path("ts").asLong() : clock.millis();
            JsonNode values = stamped ? record.path("values") : record;
            values.properties().forEach(value -> add(device, value.getKey(), ts, value.getValue()));
        }
        active(device);
    }

    private void add(UUID device, String key, long ts, JsonNode value) {
        if (value.isNull()) {
            return;
        }
        NavigableMap<Long, JsonNode> series = of(device).series().computeIfAbsent(key, k -> new TreeMap<>());
        series.put(ts, value);
        if (series.size() > LONGEST_SERIES) {
            series.pollFirstEntry();
        }
    }

    /** Names of the time series, oldest first. */
    public List<String> keys(UUID device) {
        return List.copyOf(of(device).series().keySet());
    }

    /** The newest value. */
    public Optional<DataPoint> latest(UUID device, String key) {
        return Optional.ofNullable(of(device).series().get(key))
                .map(series ->
                        new DataPoint(series.lastKey(), series.lastEntry().getValue()));
    }

    /** The newest values from {@code start} to before {@code end}, newest first. */
    public List<DataPoint> range(UUID device, String key, long start, long end, int limit) {
        NavigableMap<Long, JsonNode> series = of(device).series().getOrDefault(key, new TreeMap<>());
        if (start >= end) {
            return List.of();
        }
        return series.subMap(start, true, end, false).descendingMap().entrySet().stream()
                .limit(limit)
                .map(entry -> new DataPoint(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Attributes of a scope in the order in which they were first set. */
    public Map<String, Attribute> attributes(UUID device, AttributeScope scope) {
        return Collections.unmodifiableMap(of(device).in(scope));
    }

    /** Sets attributes. */
    public void setAttributes(UUID device, AttributeScope scope, ObjectNode values) {
        values.properties()
                .forEach(value ->
                        of(device).in(scope).put(value.getKey(), new Attribute(value.getValue(), clock.millis())));
    }

    /** Notes that the device connected. */
    public void connected(UUID device) {
        setServer(device, "lastConnectTime", LongNode.valueOf(clock.millis()));
        active(device);
    }

    /** Notes that the device sent something. */
    public void active(UUID device) {
        if (!isActive(device)) {
            setServer(device, "active", BooleanNode.TRUE);
        }
        setServer(device, "lastActivityTime", LongNode.valueOf(clock.millis()));
    }

    /** Notes that its connection ended; it stays active, as on the real server until the inactivity timeout. */
    public void disconnected(UUID device) {
        if (devices.containsKey(device)) {
            setServer(device, "lastDisconnectTime", LongNode.valueOf(clock.millis()));
        }
    }

    /** Whether it was ever seen. */
    public boolean isActive(UUID device) {
        Attribute active = of(device).in(AttributeScope.SERVER_SCOPE).get("active");
        return active != null && active.value().asBoolean();
    }

    private void setServer(UUID device, String key, JsonNode value) {
        of(device).in(AttributeScope.SERVER_SCOPE).put(key, new Attribute(value, clock.millis()));
    }

    private Data of(UUID device) {
        Data data = devices.get(device);
        if (data == null) {
            throw RestRefusal.noSuch("Device", device);
        }
        return data;
    }

    /**
     * A value of a time series.
     *
     * @param ts milliseconds since 1970
     */
    public record DataPoint(long ts, JsonNode value) {}

    /**
     * The value of an attribute.
     *
     * @param lastUpdateTs milliseconds since 1970
     */
    public record Attribute(JsonNode value, long lastUpdateTs) {}
}
