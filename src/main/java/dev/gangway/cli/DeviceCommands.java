package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.Registration;
import dev.gangway.device.ServerState;
import dev.gangway.inventory.DeviceNames;
import dev.gangway.server.ServerEntry;
import dev.gangway.testing.RunSummary;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The devices in the vault. */
@Command(name = "device", description = "Devices, their credentials, and pushing them to their server.")
final class DeviceCommands {
    private final Context context;

    DeviceCommands(Context context) {
        this.context = context;
    }

    @Command(name = "list", description = "Lists them with what their last test came to.")
    int list(
            @Mixin VaultOptions vault,
            @Option(names = "--server", paramLabel = "NAME", description = "Only those of this server.")
                    Optional<String> server,
            @Option(names = "--json", description = "Print one JSON object instead of a table.") boolean json) {
        try (UseCases workspace = vault.open(context)) {
            DeviceList devices = new DeviceList(context, workspace);
            if (json) {
                ObjectNode node = JsonNodeFactory.instance.objectNode();
                ArrayNode all = node.putArray("devices");
                devices.addTo(all, devices.of(server));
                context.print(node);
            } else {
                devices.print(devices.of(server));
            }
        }
        return ExitCode.PASS;
    }

    @Command(name = "show", description = "Shows one with its credential, and the history of its tests.")
    int show(
            @Mixin VaultOptions vault,
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--json", description = "Print one JSON object instead of text.") boolean json) {
        try (UseCases workspace = vault.open(context)) {
            Device device = new Lookup(workspace).device(name);
            DeviceList devices = new DeviceList(context, workspace);
            if (json) {
                context.print(devices.json(device));
                return ExitCode.PASS;
            }
            devices.print(List.of(device));
            context.terminal().line("");
            for (RunSummary run : workspace.tests().history(device.id())) {
                context.terminal().line("  " + run.at() + "  " + run.code() + "  " + run.endpoint());
            }
        }
        return ExitCode.PASS;
    }

    @Command(name = "create", description = "Makes a device with its credential in the vault; nothing is sent yet.")
    int create(
            @Mixin VaultOptions vault,
            @Mixin CredentialOptions credential,
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--profile", defaultValue = "default", description = "Device profile on the server.")
                    String profile,
            @Option(names = "--label", defaultValue = "", description = "Free text.") String label,
            @Mixin RegistrationOptions registration) {
        DeviceNames.check(name).ifPresent(why -> {
            throw new CommandFailed(why);
        });
        try (UseCases workspace = vault.open(context)) {
            if (workspace.devices().named(name).isPresent()) {
                throw CommandFailed.because(CliCode.DEVICE_EXISTS, "name", name);
            }
            workspace
                    .devices()
                    .save(new Device(
                                    UUID.randomUUID(),
                                    name,
                                    Optional.empty(),
                                    profile,
                                    label,
                                    make(workspace, credential, name),
                                    ServerState.none(),
                                    context.tools().clock().instant())
                            .registeredAs(registration.registration()));
            context.terminal().say("device.created", "name", name);
        }
        return ExitCode.PASS;
    }

    @Command(
            name = "edit",
            description = "Changes label, customer, gateway flag and attributes of a device; push it afterwards. What"
                    + " is not named stays.")
    int edit(
            @Mixin VaultOptions vault,
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--label", description = "Free text.") Optional<String> label,
            @Mixin RegistrationOptions registration) {
        if (label.isEmpty() && !registration.isGiven()) {
            throw CommandFailed.because(CliCode.OPTION_NEEDED, "option", "--attribute");
        }
        try (UseCases workspace = vault.open(context)) {
            Device device = new Lookup(workspace).device(name);
            Device changed = label.map(device::labelled).orElse(device);
            if (registration.isGiven()) {
                changed = changed.registeredAs(
                        changed.registration().orElse(Registration.NONE).and(registration.registration()));
            }
            workspace.devices().save(changed);
            context.terminal().say("device.edited", "name", name);
        }
        return ExitCode.PASS;
    }

    @Command(name = "push", description = "Puts a device on a server, reads it back and compares.")
    int push(
            @Mixin VaultOptions vault,
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--server", paramLabel = "NAME", description = "Its own without this.")
                    Optional<String> server,
            @Option(
                            names = "--take-over",
                            description =
                                    "Take the device of that name over that somebody else made on the server, when"
                                            + " it is the same one; its credential there is replaced.")
                    boolean takeOver) {
        try (UseCases workspace = vault.open(context)) {
            Lookup lookup = new Lookup(workspace);
            Device device = lookup.device(name);
            UUID target = server.map(lookup::server)
                    .map(ServerEntry::id)
                    .or(() -> device.server().server())
                    .orElseThrow(() -> CommandFailed.because(CliCode.OPTION_NEEDED, "option", "--server"));
            orFail(
                    takeOver
                            ? workspace
                                    .deployer()
                                    .takeOver(device, target, context.tools().cancellation())
                            : workspace
                                    .deployer()
                                    .push(device, target, context.tools().cancellation()));
            context.terminal().say("device.pushed", "name", name);
        }
        return ExitCode.PASS;
    }

    @Command(
            name = "delete",
            description = "Removes a device from the vault; it stays on its server unless --also-on-server is given.")
    int delete(
            @Mixin VaultOptions vault,
            @Parameters(paramLabel = "NAME") String name,
            @Option(
                            names = "--also-on-server",
                            description = "Delete it there first, with all that the server keeps of it. Asks before,"
                                    + " and leaves a device alone that was not made here.")
                    boolean everywhere,
            @Option(names = "--yes", description = "Do not ask.") boolean yes) {
        try (UseCases workspace = vault.open(context)) {
            Lookup lookup = new Lookup(workspace);
            Device device = lookup.device(name);
            String server = lookup.serverOf(device);
            if (everywhere) {
                agreed(yes, name, server);
                orFail(workspace
                        .devices()
                        .removeEverywhere(device, context.tools().cancellation()));
                context.terminal().say("device.deleted-everywhere", "name", name, "server", server);
            } else {
                workspace.devices().remove(device);
                boolean there = device.server().remoteId().isPresent();
                context.terminal()
                        .say(there ? "device.deleted" : "device.deleted-here", "name", name, "server", server);
            }
        }
        return ExitCode.PASS;
    }

    private void agreed(boolean yes, String name, String server) {
        boolean agreed = yes
                || context.secrets()
                        .agrees(context.words().get("cli.ask.delete", "name", name, "server", server))
                        .orElseThrow(() -> CommandFailed.because(CliCode.OPTION_NEEDED, "option", "--yes"));
        if (!agreed) {
            throw CommandFailed.because(CliCode.CANCELLED);
        }
    }

    @Command(name = "credential", description = "Gives a device another credential; push it afterwards.")
    int credential(
            @Mixin VaultOptions vault,
            @Mixin CredentialOptions credential,
            @Parameters(paramLabel = "NAME") String name) {
        try (UseCases workspace = vault.open(context)) {
            Device device = new Lookup(workspace).device(name);
            workspace.devices().save(device.withCredential(make(workspace, credential, name)));
            context.terminal().say("device.credential-changed", "name", name);
        }
        return ExitCode.PASS;
    }

    private Credential make(UseCases workspace, CredentialOptions options, String name) {
        return orFail(workspace.credentials().make(options.choice(context, workspace, name), name));
    }
}
