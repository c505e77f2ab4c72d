package dev.gangway.line.recipe;

import dev.gangway.stored.StoredAs;
import java.time.Duration;
import java.util.Optional;

/**
 * How the device itself is waited for on its server.
 *
 * @param deadline from when its credential is on the server
 * @param key of the telemetry that counts; empty where any telemetry does, and activity without any
 */
public record DeviceWait(
        @StoredAs("deadline") Duration deadline,
        @StoredAs("key") Optional<String> key) {
    /** Two minutes, for whatever it does. */
    public static final DeviceWait USUAL = new DeviceWait(Duration.ofMinutes(2), Optional.empty());
}
