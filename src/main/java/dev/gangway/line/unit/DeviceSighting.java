package dev.gangway.line.unit;

import dev.gangway.background.Cancellation;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.Servers;
import dev.gangway.line.recipe.DeviceWait;
import dev.gangway.server.AttributeScope;
import dev.gangway.server.ServerAdapter;
import dev.gangway.server.ServerAdapter.Sample;
import dev.gangway.server.ServerCode;
import dev.gangway.stored.StoredAs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Waits for a device on its server. Only what is new counts, by comparing with what the server said before: the clocks
 * of station, server and device need not agree.
 */
final class DeviceSighting {
    /** ThingsBoard's own attribute, in milliseconds since 1970; it shows within seconds. */
    private static final String ACTIVITY = "lastActivityTime";

    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final Servers servers;
    private final DeviceWait wait;

    DeviceSighting(Servers servers, DeviceWait wait) {
        this.servers = servers;
        this.wait = wait;
    }

    /**
     * What the server knows of a device's doings.
     *
     * @param activity as the server has it; empty for none
     * @param telemetry when the latest value of each key was taken (ISO 8601)
     */
    record Traces(
            @StoredAs("activity") String activity,
            @StoredAs("telemetry") Map<String, String> telemetry) {
        /** Of a device that has done nothing. */
        static final Traces NONE = new Traces("", Map.of());
    }

    /**
     * What was seen.
     *
     * @param key of the telemetry; empty for activity
     */
    record Sighted(Proven proven, String key) {}

    /** What the server knows now; blocks. */
    Outcome<Traces> traces(Device device, Cancellation cancellation) {
        return servers.known(device.server().server().orElseThrow())
                .then(servers::session)
                .then(adapter -> traces(adapter, device.server().remoteId().orElseThrow(), cancellation));
    }

    private Outcome<Traces> traces(ServerAdapter adapter, String id, Cancellation cancellation) {
        return adapter.latest(id, wait.key().map(List::of).orElse(List.of()), cancellation)
                .then(samples -> adapter.attributes(id, AttributeScope.SERVER, List.of(ACTIVITY), cancellation)
                        .map(attributes -> new Traces(attributes.getOrDefault(ACTIVITY, ""), times(samples))));
    }

    private static Map<String, String> times(Map<String, Sample> samples) {
        return samples.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, each -> each.getValue().at().toString()));
    }

    /**
     * Waits until the device has done something since {@code before}, or the recipe's time is over. A server out of reach
     * is asked again until then. Blocks; ends early when cancelled.
     */
    Outcome<Sighted> await(Device device, Traces before, Cancellation cancellation) {
        long end = System.nanoTime() + wait.deadline().toNanos();
        while (true) {
            Outcome<Traces> now = traces(device, cancellation);
            Optional<Sighted> sighted = now.toOptional().flatMap(traces -> difference(before, traces));
            if (sighted.isPresent()) {
                return Outcome.ok(sighted.get());
            }
            Optional<Diagnosis> why = now.failure();
            boolean waits = why.map(ServerCode::isOutOfReach).orElse(true);
            if (!waits || System.nanoTime() - end >= 0 || !cancellation.pause(BETWEEN)) {
                return why.<Outcome<Sighted>>map(Outcome::failed).orElseGet(() -> unseen(device));
            }
        }
    }

    private Optional<Sighted> difference(Traces before, Traces now) {
        Optional<String> key = now.telemetry().entrySet().stream()
                .filter(each -> !each.getValue().equals(before.telemetry().get(each.getKey())))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
        if (key.isPresent()) {
            return Optional.of(new Sighted(Proven.DEVICE_TELEMETRY, key.get()));
        }
        boolean active = wait.key().isEmpty() && !now.activity().equals(before.activity());
        return active ? Optional.of(new Sighted(Proven.DEVICE_ACTIVITY, "")) : Optional.empty();
    }

    private Outcome<Sighted> unseen(Device device) {
        return Diagnosis.of(UnitCode.NOT_SEEN)
                .with("name", device.name())
                .with("seconds", wait.deadline().toSeconds())
                .with("key", wait.key().orElse("–"))
                .remedy("unit.check-device")
                .failed();
    }
}
