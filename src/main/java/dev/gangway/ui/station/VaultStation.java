package dev.gangway.ui.station;

import dev.gangway.device.Device;
import dev.gangway.inventory.Devices;
import dev.gangway.inventory.Servers;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.recipe.Recipes;
import dev.gangway.line.station.Station;
import dev.gangway.line.unit.Units;
import dev.gangway.server.ServerEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Carries out with the use cases what the station asks for. */
public record VaultStation(Recipes kept, Units units, Devices devices, Servers servers) implements StationWork {
    @Override
    public List<Recipe> recipes() {
        return kept.all();
    }

    @Override
    public Optional<Recipe> suggest() {
        return devices.all().stream()
                .filter(device -> device.server().remoteId().isPresent())
                .max(Comparator.comparing(Device::createdAt))
                .map(device -> Recipes.of(device, server(device)))
                .map(kept::save);
    }

    @Override
    public Station open(Recipe recipe) {
        return new Station(units, recipe);
    }

    private Optional<String> server(Device device) {
        return device.server().server().flatMap(servers::get).map(ServerEntry::name);
    }
}
