package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.background.Cancellation;
import dev.gangway.server.ServerAdapter;
import dev.gangway.server.ServerEntry;
import dev.gangway.server.ServerEntry.HostPort;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The servers in the vault. */
@Command(name = "server", description = "Servers that devices are brought onto.")
final class ServerCommands {
    private final Context context;

    ServerCommands(Context context) {
        this.context = context;
    }

    @Command(name = "add", description = "Adds a server, after signing in to it.")
    int add(
            @Mixin VaultOptions vault,
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "NAME", description = "For people.") String name,
            @Option(names = "--url", paramLabel = "URL", description = "Of ThingsBoard's REST interface.")
                    Optional<String> url,
            @Option(names = "--broker", paramLabel = "HOST", description = "A plain MQTT broker instead.")
                    Optional<String> broker,
            @Option(names = "--no-check", description = "Do not sign in first.") boolean unchecked) {
        if (url.isPresent() == broker.isPresent()) {
            throw CommandFailed.because(CliCode.OPTION_NEEDED, "option", "--url");
        }
        try (UseCases workspace = vault.open(context)) {
            if (workspace.servers().named(name).isPresent()) {
                throw CommandFailed.because(CliCode.SERVER_EXISTS, "name", name);
            }
            ServerEntry entry = url.map(address ->
                            server.withWhatListens(context, server.thingsBoard(context, Optional.of(name), address)))
                    .orElseGet(() -> server.broker(context, name, broker.orElseThrow()));
            if (!unchecked && workspace.servers().kind(entry).registersDevices()) {
                orFail(workspace.servers().check(entry, cancellation()));
            }
            workspace.servers().save(entry);
            context.terminal().say("server.added", "name", name);
        }
        return ExitCode.PASS;
    }

    @Command(
            name = "edit",
            description = "Changes a server in the vault, such as its password: what is given replaces what was there.")
    int edit(
            @Mixin VaultOptions vault,
            @Mixin ServerOptions server,
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--no-check", description = "Do not sign in first.") boolean unchecked) {
        if (!server.isGiven()) {
            throw CommandFailed.because(CliCode.OPTION_NEEDED, "option", "--password-file");
        }
        try (UseCases workspace = vault.open(context)) {
            ServerEntry changed = server.over(context, new Lookup(workspace).server(name));
            if (!unchecked && workspace.servers().kind(changed).registersDevices()) {
                orFail(workspace.servers().check(changed, cancellation()));
            }
            workspace.servers().save(changed);
            context.terminal().say("server.edited", "name", name);
        }
        return ExitCode.PASS;
    }

    @Command(name = "list", description = "Lists them.")
    int list(@Mixin VaultOptions vault) {
        try (UseCases workspace = vault.open(context)) {
            TextTable table = new TextTable(context.words().get("cli.head.server"), "", "URL", "MQTT", "MQTTS");
            workspace
                    .servers()
                    .all()
                    .forEach(entry -> table.row(
                            entry.name(),
                            entry.kind().name(),
                            entry.url().toString(),
                            entry.mqtt().map(ServerCommands::text).orElse(""),
                            entry.mqtts().map(ServerCommands::text).orElse("")));
            table.print(context.terminal());
        }
        return ExitCode.PASS;
    }

    @Command(name = "check", description = "Signs in and says who we are there.")
    int check(@Mixin VaultOptions vault, @Parameters(paramLabel = "NAME") String name) {
        try (UseCases workspace = vault.open(context)) {
            ServerAdapter.SignedIn us =
                    orFail(workspace.servers().check(new Lookup(workspace).server(name), cancellation()));
            context.terminal().say("server.checked", "user", us.user(), "authority", us.authority());
        }
        return ExitCode.PASS;
    }

    @Command(name = "remove", description = "Removes one that no device uses.")
    int remove(@Mixin VaultOptions vault, @Parameters(paramLabel = "NAME") String name) {
        try (UseCases workspace = vault.open(context)) {
            orFail(workspace.servers().remove(new Lookup(workspace).server(name).id()));
            context.terminal().say("server.removed", "name", name);
        }
        return ExitCode.PASS;
    }

    private Cancellation cancellation() {
        return context.tools().cancellation();
    }

    private static String text(HostPort at) {
        return (at.host().contains(":") ? "[" + at.host() + "]" : at.host()) + ":" + at.port();
    }
}
