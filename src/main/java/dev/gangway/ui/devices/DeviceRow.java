package dev.gangway.ui.devices;

import dev.gangway.device.Device;
import dev.gangway.testing.RunSummary;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A device as a row of the table. Holds what filtering and sorting ask for again and again, worked out once.
 *
 * @param device it
 * @param kind type of its credential
 * @param expires when its certificate ends, where it has one
 * @param lastTest its newest test, where there was one
 * @param searched name, serial and label in lower case
 */
public record DeviceRow(
        Device device, CredentialKind kind, Optional<Instant> expires, Optional<RunSummary> lastTest, String searched) {
    /** The row of a device. */
    public static DeviceRow of(Device device, Optional<RunSummary> lastTest) {
        String searched = device.name() + '\n' + device.serial().orElse("") + '\n' + device.label();
        return new DeviceRow(
                device,
                CredentialKind.of(device.credential()),
                CredentialKind.certificate(device.credential())
                        .map(X509Certificate::getNotAfter)
                        .map(java.util.Date::toInstant),
                lastTest,
                searched.toLowerCase(Locale.ROOT));
    }
}
