package dev.gangway.ui.station;

import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.station.Station;
import java.util.List;
import java.util.Optional;

/** What the station asks of the program. Everything blocks; call it off the UI thread. */
public interface StationWork {
    /** The recipes of the vault, by name. */
    List<Recipe> recipes();

    /** The recipe that the device came by which was brought on board last, or one for the first server; kept. */
    Optional<Recipe> suggest();

    /** Opens a station for this recipe; its shift begins. */
    Station open(Recipe recipe);
}
