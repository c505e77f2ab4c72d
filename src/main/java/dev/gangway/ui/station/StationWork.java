package dev.gangway.ui.station;

import dev.gangway.diagnosis.Outcome;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.station.Station;
import dev.gangway.line.station.StationSetup;
import dev.gangway.line.unit.Labelling;
import dev.gangway.line.unit.Site;
import dev.gangway.secret.Secret;
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

    /**
     * Opens a station for this recipe; its shift begins. Fails where labels cannot go where they are to go.
     *
     * @param scan has labels scanned, where the set-up asks for it
     */
    Outcome<Station> open(Recipe recipe, Labelling.Scan scan);

    /** Somebody signs on with his PIN; the caller closes it. */
    Outcome<Outcome.Done> signOn(Station station, String name, Secret pin);

    /** Names of those who have a PIN. */
    List<String> operators();

    /** Gives a name another PIN, shown the one so far; or its first one, shown the vault's passphrase. */
    Outcome<Outcome.Done> setPin(String name, Secret shown, Secret pin);

    /** The place that is set up like this; fails as {@link #open}. */
    Outcome<Site> site(StationSetup setup, Labelling.Scan scan);

    /** Prints one label where this set-up has them go; fails where it has none. Blocks for the printer. */
    Outcome<Outcome.Done> sample(StationSetup setup);

    /** Writes a file; one of this name is replaced. */
    Outcome<Outcome.Done> write(Path target, byte[] bytes);
}
