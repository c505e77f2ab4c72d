package dev.gangway.ui.devices;

import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.ServerState;
import dev.gangway.secret.Secret;
import dev.gangway.testing.RunSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Rows to try the list with. */
final class Rows {
    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Credential TOKEN = new Credential.AccessToken(Secret.of("a-token"));

    private Rows() {}

    static Device device(String name, String label, ServerState.Push push) {
        return new Device(
                UUID.randomUUID(),
                name,
                Optional.of("SN-" + name),
                "pump",
                label,
                TOKEN,
                new ServerState(Optional.empty(), Optional.empty(), push, Optional.empty()),
                NOW);
    }

    static DeviceRow row(String name) {
        return DeviceRow.of(device(name, "", ServerState.Push.PUSHED), Optional.empty());
    }

    static DeviceRow tested(String name, RunSummary.Result result, Duration ago) {
        Device device = device(name, "", ServerState.Push.PUSHED);
        return DeviceRow.of(
                device,
                Optional.of(new RunSummary(
                        UUID.randomUUID(),
                        device.id(),
                        NOW.minus(ago),
                        Duration.ofMillis(50),
                        result,
                        "mqtts://broker.example:8883",
                        Optional.empty(),
                        Optional.empty())));
    }

    static List<DeviceRow> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> row(String.format("pump-%06d", i)))
                .toList();
    }
}
