package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gangway.secret.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who may sign on at stations whose recipe asks for a PIN. */
@Command(name = "operator", description = "Who signs on with a PIN at stations whose recipe asks for one.")
final class OperatorCommands {
    private final Context context;

    OperatorCommands(Context context) {
        this.context = context;
    }

    @Command(name = "set-pin", description = "Gives somebody a PIN of 4 to 12 digits, or another one.")
    int setPin(
            @Mixin VaultOptions vault,
            @Parameters(paramLabel = "NAME", description = "Who.") String name,
            @Option(
                            names = "--pin-file",
                            paramLabel = "F",
                            description = "The PIN is its first line; asked for without it, and not shown.")
                    Optional<Path> file) {
        try (UseCases workspace = vault.open(context);
                Secret pin = context.secrets().newOperatorPin(file, name)) {
            orFail(workspace.operators().put(name, pin));
            context.terminal().say("operator.pin-set", "name", name);
        }
        return ExitCode.PASS;
    }

    @Command(name = "list", description = "Names of those who have a PIN.")
    int list(@Mixin VaultOptions vault, @Mixin JsonOption json) {
        try (UseCases workspace = vault.open(context)) {
            List<String> names = workspace.operators().names();
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            names.forEach(all::add);
            json.print(
                    context,
                    JsonNodeFactory.instance.objectNode().set("operators", all),
                    () -> names.forEach(context.terminal()::line));
        }
        return ExitCode.PASS;
    }

    @Command(name = "remove", description = "Takes somebody's PIN away.")
    int remove(@Mixin VaultOptions vault, @Parameters(paramLabel = "NAME", description = "Who.") String name) {
        try (UseCases workspace = vault.open(context)) {
            orFail(workspace.operators().remove(name));
            context.terminal().say("operator.removed", "name", name);
        }
        return ExitCode.PASS;
    }
}
