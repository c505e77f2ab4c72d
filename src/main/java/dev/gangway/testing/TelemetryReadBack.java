package dev.gangway.testing;

import dev.gangway.background.Cancellation;
import dev.gangway.background.Deadline;
import dev.gangway.bench.model.Publication;
import dev.gangway.bench.model.ReadBack;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.server.ServerAdapter;
import dev.gangway.server.ServerAdapter.Sample;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Publishes one value under a key of its own, so that no real measurement is touched, and asks the server for it. The
 * value is different in each run: what comes back cannot be left over from an earlier one.
 */
final class TelemetryReadBack implements ReadBack {
    private static final String KEY = "gangwayTest";
    private static final int QOS = 1;
    private static final Outcome<Optional<String>> NOT_SHOWN = Outcome.ok(Optional.empty());

    /** ThingsBoard shows a value 25 to 180 ms after it acknowledged it. */
    private static final long FIRST_PAUSE_MILLIS = 40;

    private static final long LONGEST_PAUSE_MILLIS = 500;

    private final ServerAdapter adapter;
    private final String deviceName;
    private final Optional<String> deviceId;
    private final String value;

    /**
     * Prepares one.
     *
     * @param deviceId the server's id of the device, where it is known; else it is looked up by name
     * @param value not sent before
     */
    TelemetryReadBack(ServerAdapter adapter, String deviceName, Optional<String> deviceId, long value) {
        this.adapter = adapter;
        this.deviceName = deviceName;
        this.deviceId = deviceId;
        this.value = Long.toString(value);
    }

    /** What to publish on this topic with this value. */
    static Publication publication(String topic, long value) {
        byte[] payload = ("{\"" + KEY + "\":" + value + "}").getBytes(StandardCharsets.UTF_8);
        return new Publication(topic, payload, QOS);
    }

    @Override
    public Outcome<Optional<String>> await(Publication publication, Deadline deadline, Cancellation cancellation) {
        return id(cancellation).then(id -> id.isPresent() ? poll(id.get(), deadline, cancellation) : NOT_SHOWN);
    }

    private Outcome<Optional<String>> id(Cancellation cancellation) {
        return deviceId.isPresent()
                ? Outcome.ok(deviceId)
                : adapter.find(deviceName, cancellation).map(found -> found.map(ServerAdapter.RemoteDevice::id));
    }

    private Outcome<Optional<String>> poll(String id, Deadline deadline, Cancellation cancellation) {
        CountDownLatch cancelled = new CountDownLatch(1);
        try (Cancellation.Registration registration = cancellation.onCancel(cancelled::countDown)) {
            for (long pause = FIRST_PAUSE_MILLIS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
                Outcome<Map<String, Sample>> latest = adapter.latest(id, List.of(KEY), cancellation);
                switch (latest) {
                    case Outcome.Failed<Map<String, Sample>>(Diagnosis why) -> {
                        return Outcome.failed(why);
                    }
                    case Outcome.Ok<Map<String, Sample>>(Map<String, Sample> values) -> {
                        Sample sample = values.get(KEY);
                        if (sample != null && sample.value().equals(value)) {
                            return Outcome.ok(Optional.of(KEY + " = " + value));
                        }
                    }
                }
                long wait = Math.min(pause, deadline.left().toMillis());
                if (wait <= 0) {
                    return NOT_SHOWN;
                }
                if (cancelled.await(wait, TimeUnit.MILLISECONDS)) {
                    return Diagnosis.of(OnboardingCode.CANCELLED).failed();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Diagnosis.of(OnboardingCode.CANCELLED).failed();
        }
    }
}
