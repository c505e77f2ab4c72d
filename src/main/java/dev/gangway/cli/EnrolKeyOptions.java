package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.credentials.Credentials;
import dev.gangway.credentials.Enrolments.NewKey;
import dev.gangway.credentials.HardwareKeys;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which device a certificate is for, with which key and for which subject, and what is said of it. */
final class EnrolKeyOptions {
    @Mixin
    private VaultOptions vault = new VaultOptions();

    @Parameters(paramLabel = "DEVICE", description = "Made in the vault where it is not there yet.")
    private String name = "";

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

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

    /** Does it in the vault, and says what came of it; a device is made only for a first certificate. */
    int enrol(Context context, boolean renew, BiFunction<UseCases, Device, Outcome<Device>> work) {
        try (UseCases workspace = vault.open(context, token.pins(context))) {
            Device device = renew ? new Lookup(workspace).device(name) : EnrolCommands.device(context, workspace, name);
            EnrolCommands.report(context, orFail(work.apply(workspace, device)), json);
        }
        return ExitCode.PASS;
    }

    NewKey key(Context context, HardwareKeys hardware) {
        return hardwareKey
                .<NewKey>map(
                        label -> new NewKey.InHardware(token.open(context, hardware), label, KeyTypes.parse(keyType)))
                .orElseGet(() -> new NewKey.InVault(KeyTypes.parse(keyType)));
    }

    String subject(Device device) {
        return subject.replace("{name}", Credentials.escapedForSubject(device.name()));
    }

    Duration patience() {
        return Duration.ofSeconds(Math.max(0, wait));
    }
}
