package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.recipe.RecipeCode;
import dev.gangway.line.recipe.RecipeFile;
import dev.gangway.server.Practice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which recipe a command runs, and over what: a vault, or the practice server without one. */
final class RecipeSource {
    @Mixin
    private VaultOptions vault = new VaultOptions();

    @Option(
            names = "--practice",
            description = "On a practice server that is started for it, in this process, without a vault.")
    private boolean practice;

    @Option(names = "--server", paramLabel = "NAME", description = "Another server of the vault than the recipe names.")
    private Optional<String> server = Optional.empty();

    /** Does something with the recipe of this name, or in this file, and closes what was opened for it. */
    <T> T with(Context context, String recipe, BiFunction<UseCases, Recipe, T> use) {
        if (!practice) {
            try (UseCases workspace = vault.open(context)) {
                Recipe known = workspace.recipes().named(recipe).orElseGet(() -> read(recipe));
                return use.apply(workspace, server.map(known::on).orElse(known));
            }
        }
        if (server.isPresent()) {
            throw CommandFailed.because(CliCode.OPTIONS_EXCLUDE, "one", "--practice", "other", "--server");
        }
        Recipe known = read(recipe);
        Practice practising = context.tools().make().practice(context.words().get("cli.practice.name"));
        try (Practice.Running running = orFail(practising.start());
                UseCases workspace = context.tools().make().unkept()) {
            workspace.servers().save(running.entry());
            return use.apply(workspace, known.on(running.entry().name()));
        }
    }

    /** The recipe in a file. */
    static Recipe read(String file) {
        return readSigned(file).recipe();
    }

    /** The same, with who signed it. */
    static RecipeFile.Read readSigned(String file) {
        Path path = Path.of(file);
        if (!Files.isRegularFile(path)) {
            throw CommandFailed.because(RecipeCode.UNKNOWN, "name", file);
        }
        try {
            return orFail(RecipeFile.read(Files.readString(path)));
        } catch (IOException e) {
            throw CommandFailed.because(RecipeCode.NOT_A_RECIPE);
        }
    }
}
