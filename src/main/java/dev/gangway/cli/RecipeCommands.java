package dev.gangway.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.recipe.RecipeCheck;
import dev.gangway.line.recipe.RecipeCode;
import dev.gangway.line.recipe.RecipeCredential;
import dev.gangway.line.recipe.RecipeFile;
import dev.gangway.line.recipe.Recipes;
import dev.gangway.vault.files.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Recipes: how kinds of units come on board. */
@Command(name = "recipe", description = "Recipes: how a kind of unit comes on board.")
final class RecipeCommands {
    private final Context context;

    RecipeCommands(Context context) {
        this.context = context;
    }

    @Command(name = "create", description = "Makes a recipe, in the vault or, with --out, in a file without one.")
    int create(
            @Mixin VaultOptions vault,
            @Mixin RecipeOptions options,
            @Parameters(paramLabel = "NAME", description = "For people.") String name,
            @Option(names = "--from", paramLabel = "DEVICE", description = "As this device of the vault came on board.")
                    Optional<String> from,
            @Option(names = "--out", paramLabel = "FILE", description = "Write it here instead of into the vault.")
                    Optional<Path> out) {
        if (out.isPresent() && from.isEmpty()) {
            return written(options.addTo(RecipeOptions.plain(name)), out.get(), Optional.empty());
        }
        try (UseCases workspace = vault.open(context)) {
            Recipe base = from.map(device -> new Lookup(workspace).device(device))
                    .map(device -> Recipes.of(
                                    device,
                                    Optional.of(new Lookup(workspace).serverOf(device))
                                            .filter(server -> !server.isEmpty()))
                            .named(name))
                    .orElseGet(() -> RecipeOptions.plain(name));
            Recipe recipe = options.addTo(base);
            if (out.isPresent()) {
                return written(recipe, out.get(), Optional.of(workspace.recipes()));
            }
            said(workspace.recipes().save(recipe));
            return ExitCode.PASS;
        }
    }

    @Command(name = "list", description = "Lists those in the vault.")
    int list(@Mixin VaultOptions vault, @Mixin JsonOption json) {
        try (UseCases workspace = vault.open(context)) {
            List<Recipe> all = workspace.recipes().all();
            ArrayNode every = JsonNodeFactory.instance.arrayNode();
            all.forEach(recipe -> every.add(RecipeFile.json(recipe)));
            json.print(context, JsonNodeFactory.instance.objectNode().set("recipes", every), () -> table(all));
        }
        return ExitCode.PASS;
    }

    private void table(List<Recipe> all) {
        if (all.isEmpty()) {
            context.terminal().say("recipe.none");
            return;
        }
        TextTable table = new TextTable(
                context.words().get("cli.head.recipe"),
                context.words().get("cli.head.version"),
                context.words().get("cli.head.pattern"),
                context.words().get("cli.head.credential"),
                context.words().get("cli.head.server"));
        all.forEach(recipe -> table.row(
                recipe.name(),
                String.valueOf(recipe.version()),
                recipe.namePattern(),
                kind(recipe.credential()),
                recipe.server().orElse("")));
        table.print(context.terminal());
    }

    @Command(name = "show", description = "Prints one as JSON.")
    int show(@Mixin VaultOptions vault, @Parameters(paramLabel = "RECIPE|FILE") String name) {
        context.terminal().json(RecipeFile.unsigned(known(vault, name)).stripTrailing());
        return ExitCode.PASS;
    }

    @Command(name = "check", description = "A dry run: names everything that is missing before units can come.")
    int check(@Mixin RecipeSource source, @Mixin JsonOption json, @Parameters(paramLabel = "RECIPE|FILE") String name) {
        return source.with(context, name, (workspace, recipe) -> {
            List<Diagnosis> missing = new RecipeCheck(
                            workspace.servers(),
                            workspace.authorities(),
                            Optional.ofNullable(context.tools().environment().get("PATH")))
                    .run(recipe, context.tools().cancellation());
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            missing.forEach(why -> list.add(Diagnoses.json(context.words(), why)));
            json.print(
                    context,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("recipe", recipe.name())
                            .put("version", recipe.version())
                            .set("missing", list),
                    () -> {
                        missing.forEach(why -> Diagnoses.print(context.terminal(), why));
                        if (missing.isEmpty()) {
                            context.terminal().say("recipe.sound", "name", recipe.name(), "version", recipe.version());
                        }
                    });
            return missing.isEmpty() ? ExitCode.PASS : ExitCode.FAIL;
        });
    }

    @Command(name = "export", description = "Writes one as a signed JSON file, without secrets.")
    int export(
            @Mixin VaultOptions vault,
            @Parameters(paramLabel = "RECIPE") String name,
            @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file.") Path out) {
        try (UseCases workspace = vault.open(context)) {
            Recipe recipe = workspace
                    .recipes()
                    .named(name)
                    .orElseThrow(() -> CommandFailed.because(RecipeCode.UNKNOWN, "name", name));
            return written(recipe, out, Optional.of(workspace.recipes()));
        }
    }

    @Command(name = "import", description = "Takes one from a file; where the vault has one of its name, as a version.")
    int bring(@Mixin VaultOptions vault, @Parameters(paramLabel = "FILE") String file) {
        RecipeFile.Read read = RecipeSource.readSigned(file);
        try (UseCases workspace = vault.open(context)) {
            said(workspace.recipes().save(read.recipe()));
            read.signer()
                    .ifPresentOrElse(
                            key -> context.terminal().say("recipe.signed", "key", key),
                            () -> context.terminal().say("recipe.not-signed"));
            read.recipe()
                    .program()
                    .ifPresent(program ->
                            context.terminal().say("recipe.program", "command", String.join(" ", program.command())));
        }
        return ExitCode.PASS;
    }

    private Recipe known(VaultOptions vault, String name) {
        if (Files.isRegularFile(Path.of(name))) {
            return RecipeSource.read(name);
        }
        try (UseCases workspace = vault.open(context)) {
            return workspace
                    .recipes()
                    .named(name)
                    .orElseThrow(() -> CommandFailed.because(RecipeCode.UNKNOWN, "name", name));
        }
    }

    private int written(Recipe recipe, Path file, Optional<Recipes> signing) {
        try {
            String text = signing.map(recipes -> recipes.export(recipe)).orElseGet(() -> RecipeFile.unsigned(recipe));
            WholeFile.create(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw CommandFailed.because(CliCode.CANNOT_WRITE, "file", file);
        }
        context.terminal().say("recipe.written", "file", file, "name", recipe.name(), "version", recipe.version());
        return ExitCode.PASS;
    }

    private void said(Recipe recipe) {
        context.terminal().say("recipe.saved", "name", recipe.name(), "version", recipe.version());
    }

    private static String kind(RecipeCredential credential) {
        return switch (credential) {
            case RecipeCredential.Token token -> "Token";
            case RecipeCredential.SelfSigned own -> "X.509 · " + own.key();
            case RecipeCredential.Issued issued -> "X.509 · " + issued.authority();
            case RecipeCredential.OnDevice own -> "X.509 · CSR · " + own.authority();
        };
    }
}
