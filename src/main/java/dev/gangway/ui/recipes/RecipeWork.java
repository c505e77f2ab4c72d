package dev.gangway.ui.recipes;

import dev.gangway.background.Cancellation;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.recipe.RecipeFile;
import java.nio.file.Path;
import java.util.List;

/** What the recipes ask of the program. Everything blocks; call it off the UI thread. */
public interface RecipeWork {
    /** The newest version of each, by name. */
    List<Recipe> recipes();

    /** Every version of one, the newest first. */
    List<Recipe> versions(String name);

    /** Keeps one; where it differs from the newest of its name, as the next version. */
    Recipe save(Recipe recipe);

    /** Names of the servers in the vault. */
    List<String> servers();

    /** Names of the authorities in the vault. */
    List<String> authorities();

    /** Devices that are on a server, the newest first, of which a recipe can be made. */
    List<Device> devices();

    /** The recipe that a device could have come by. */
    Recipe of(Device device);

    /** Everything that is missing before units can come. Signs in to the server. */
    List<Diagnosis> check(Recipe recipe, Cancellation cancellation);

    /** Writes a recipe as a signed file; an older file of this name is replaced. */
    Outcome<Outcome.Done> export(Recipe recipe, Path target);

    /** The recipe in a file, and who signed it. */
    Outcome<RecipeFile.Read> read(Path file);
}
