package dev.gangway.cli;

import dev.gangway.credentials.Credentials;
import dev.gangway.credentials.Enrolments.NewKey;
import dev.gangway.credentials.HardwareKeys;
import dev.gangway.credentials.PinSource;
import dev.gangway.device.Device;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which key a certificate is asked for, and for which subject. */
final class EnrolKeyOptions {
    @Option(
            names = "--key-type",
            paramLabel = "T",
            defaultValue = "ec-p256",
            description = "ec-p256, ec-p384, rsa-2048, rsa-3072, rsa-4096 (default: ${DEFAULT-VALUE}).")
    private String keyType = "ec-p256";

    @Option(
            names = "--hardware-key",
            paramLabel = "LABEL",
            description = "A key in a hardware token; made there where it is not there yet.")
    private Optional<String> hardwareKey = Optional.empty();

    @Mixin
    private TokenOptions token = new TokenOptions();

    @Option(
            names = "--subject",
            paramLabel = "DN",
            defaultValue = "CN={name}",
            description = "{name} stands for the device's name (default: ${DEFAULT-VALUE}).")
    private String subject = "CN={name}";

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to wait where a person has to approve (default: ${DEFAULT-VALUE}).")
    private int wait = 60;

    NewKey key(Context context, HardwareKeys hardware) {
        return hardwareKey
                .<NewKey>map(
                        label -> new NewKey.InHardware(token.open(context, hardware), label, KeyTypes.parse(keyType)))
                .orElseGet(() -> new NewKey.InVault(KeyTypes.parse(keyType)));
    }

    PinSource pins(Context context) {
        return token.pins(context);
    }

    String subject(Device device) {
        return subject.replace("{name}", Credentials.escapedForSubject(device.name()));
    }

    Duration patience() {
        return Duration.ofSeconds(Math.max(0, wait));
    }
}
