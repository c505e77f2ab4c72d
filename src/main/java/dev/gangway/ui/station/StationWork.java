package dev.gangway.ui.station;

import dev.gangway.diagnosis.Outcome;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.station.Station;
import dev.gangway.line.station.StationSetup;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the station asks of the program. Everything blocks; call it off the UI thread. */
public interface StationWork {
    /** The recipes of the vault, by name. */
    List<Recipe> recipes();

    /** The recipe that the device came by which was brought on board last, or one for the first server; kept. */
    Optional<Recipe> suggest();

    /** How this station is set up. */
    StationSetup setup();

    /** Keeps how it is set up. */
    Outcome.Done keep(StationSetup setup);

    /** Opens a station for this recipe; its shift begins. Fails where the printer's address is none. */
    Outcome<Station> open(Recipe recipe);

    /** Writes a file; one of this name is replaced. */
    Outcome<Outcome.Done> write(Path target, byte[] bytes);
}
