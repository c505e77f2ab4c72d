package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.pki.export.ExportFormat;
import dev.gangway.secret.Secret;
import dev.gangway.transfer.exporting.Exportable;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a credential of the vault to files. */
@Command(
        name = "export",
        description = "Writes the credential of a device, an authority or a certificate to files, as devices and tools"
                + " need it.")
final class ExportCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private VaultOptions vault = new VaultOptions();

    @Parameters(paramLabel = "NAME", description = "Of a device, an authority or a certificate in the vault.")
    private String name = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "pem",
            description = "pem, pem-encrypted, pem-traditional (SEC1, PKCS#1), pem-bundle, key, certificate, chain,"
                    + " one-line, der, pkcs12, pkcs12-legacy, jks, tb-keygen, c-header, esp-nvs, mosquitto, paho-python,"
                    + " paho-java, tb-gateway (default: ${DEFAULT-VALUE}).")
    private String format = "pem";

    @Option(names = "--out", paramLabel = "DIR", defaultValue = ".", description = "Where to.")
    private Path folder = Path.of(".");

    @Option(
            names = "--export-passphrase-file",
            paramLabel = "FILE",
            description = "The first line protects formats that need it; - for standard input.")
    private Optional<Path> passphrase = Optional.empty();

    @Option(names = "--yes", description = "Do not ask before a private key or a token leaves the vault.")
    private boolean yes;

    ExportCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ExportFormat chosen = format();
        try (UseCases workspace = vault.open(context)) {
            Optional<Device> device = workspace.devices().named(name);
            Optional<Secret> token = device.map(Device::credential)
                    .flatMap(credential -> credential instanceof Credential.AccessToken(Secret its)
                            ? Optional.of(its)
                            : Optional.empty());
            if (token.isPresent() || chosen.holdsKey()) {
                confirm(chosen);
            }
            if (token.isEmpty()) {
                exportable(workspace, device)
                        .notes(chosen)
                        .forEach(finding -> Diagnoses.print(context.terminal().aside(), finding.diagnosis()));
            }
            List<Path> written = token.isPresent()
                    ? token(workspace, device.orElseThrow(), token.get())
                    : orFail(workspace
                            .exports()
                            .write(exportable(workspace, device), chosen, passphrase.map(Secrets::line), folder));
            written.forEach(
                    path -> context.terminal().say(chosen.holdsKey() ? "written" : "written-public", "file", path));
        }
        return ExitCode.PASS;
    }

    private ExportFormat format() {
        try {
            return ExportFormat.valueOf(format.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException unknown) {
            throw ConnectionOptions.badValue("--format", format);
        }
    }

    private void confirm(ExportFormat chosen) {
        if (yes) {
            return;
        }
        boolean agreed = context.secrets()
                .agrees(context.words().get(chosen.showsKey() ? "cli.ask.key-in-clear" : "cli.ask.key", "name", name))
                .orElseThrow(() -> CommandFailed.because(CliCode.CONSENT_NEEDED, "name", name));
        if (!agreed) {
            throw CommandFailed.because(CliCode.CANCELLED);
        }
    }

    private Exportable exportable(UseCases workspace, Optional<Device> device) {
        if (device.isPresent()) {
            return Exportable.of(device.get())
                    .orElseThrow(() -> CommandFailed.because(CliCode.NO_CERTIFICATE, "name", name));
        }
        return workspace
                .authorities()
                .named(name)
                .map(Exportable::of)
                .or(() -> workspace.certificates().all().stream()
                        .filter(entry -> entry.name().equals(name))
                        .findFirst()
                        .map(Exportable::of))
                .orElseThrow(() -> CommandFailed.because(CliCode.NOTHING_NAMED, "name", name));
    }

    private List<Path> token(UseCases workspace, Device device, Secret token) {
        List<Path> written = CredentialWriter.token(folder, name, token);
        workspace
                .audit()
                .append(
                        "credential.exported",
                        device.id().toString(),
                        Map.of("name", name, "format", "TOKEN", "key", "with"));
        return written;
    }
}
