package dev.gangway.ui.recipes;

import dev.gangway.authorities.Authorities;
import dev.gangway.authorities.Authority;
import dev.gangway.background.Cancellation;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.Devices;
import dev.gangway.inventory.Servers;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.recipe.RecipeCheck;
import dev.gangway.line.recipe.RecipeCode;
import dev.gangway.line.recipe.RecipeFile;
import dev.gangway.line.recipe.Recipes;
import dev.gangway.server.ServerEntry;
import dev.gangway.vault.files.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Carries out with the use cases what the recipes ask for. */
public record VaultRecipes(Recipes kept, Devices known, Servers serversKept, Authorities authoritiesKept)
        implements RecipeWork {
    /** A recipe is a page of text; anything larger is none. */
    private static final long MOST_BYTES = 1 << 20;

    @Override
    public List<Recipe> recipes() {
        return kept.all();
    }

    @Override
    public List<Recipe> versions(String name) {
        return kept.versions(name);
    }

    @Override
    public Recipe save(Recipe recipe) {
        return kept.save(recipe);
    }

    @Override
    public List<String> servers() {
        return serversKept.all().stream().map(ServerEntry::name).sorted().toList();
    }

    @Override
    public List<String> authorities() {
        return authoritiesKept.all().stream().map(Authority::name).sorted().toList();
    }

    @Override
    public List<Device> devices() {
        return known.all().stream()
                .filter(device -> device.server().remoteId().isPresent())
                .sorted(Comparator.comparing(Device::createdAt).reversed())
                .toList();
    }

    @Override
    public Recipe of(Device device) {
        return Recipes.of(
                device, device.server().server().flatMap(serversKept::get).map(ServerEntry::name));
    }

    @Override
    public List<Diagnosis> check(Recipe recipe, Cancellation cancellation) {
        return new RecipeCheck(serversKept, authoritiesKept, Optional.ofNullable(System.getenv("PATH")))
                .run(recipe, cancellation);
    }

    @Override
    public Outcome<Outcome.Done> export(Recipe recipe, Path target) {
        try {
            WholeFile.replace(target, kept.export(recipe).getBytes(StandardCharsets.UTF_8));
            return Outcome.done();
        } catch (IOException e) {
            return Diagnosis.of(RecipeCode.NOT_WRITTEN).with("file", target).failed();
        }
    }

    @Override
    public Outcome<RecipeFile.Read> read(Path file) {
        try {
            return Files.size(file) > MOST_BYTES
                    ? Diagnosis.of(RecipeCode.NOT_A_RECIPE).failed()
                    : RecipeFile.read(Files.readString(file));
        } catch (IOException unreadable) { // or no text in UTF-8
            return Diagnosis.of(RecipeCode.NOT_A_RECIPE).failed();
        }
    }
}
