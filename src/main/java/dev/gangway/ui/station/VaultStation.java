package dev.gangway.ui.station;

import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.Devices;
import dev.gangway.inventory.Servers;
import dev.gangway.line.label.LabelCode;
import dev.gangway.line.label.LabelTemplate;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.recipe.Recipes;
import dev.gangway.line.station.Operators;
import dev.gangway.line.station.Station;
import dev.gangway.line.station.StationSetup;
import dev.gangway.line.station.StationSetups;
import dev.gangway.line.unit.Labelling;
import dev.gangway.line.unit.Site;
import dev.gangway.line.unit.Units;
import dev.gangway.secret.Secret;
import dev.gangway.server.ServerEntry;
import dev.gangway.vault.files.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Carries out with the use cases what the station asks for. */
public record VaultStation(
        Recipes kept, Units units, Devices devices, Servers servers, StationSetups setups, Operators known)
        implements StationWork {
    private static final String SAMPLE = "size 40 20\nqr 2 2 16 GANGWAY-SAMPLE\ntext 20 8 3.5 GANGWAY";

    @Override
    public List<Recipe> recipes() {
        return kept.all();
    }

    @Override
    public Optional<Recipe> suggest() {
        return devices.all().stream()
                .filter(device -> device.server().remoteId().isPresent())
                .reduce((_, later) -> later) // in the order in which they were made
                .map(device -> Recipes.of(device, server(device)))
                .map(kept::save);
    }

    @Override
    public StationSetup setup() {
        return setups.get();
    }

    @Override
    public Outcome.Done keep(StationSetup setup) {
        setups.put(setup);
        return Outcome.Done.DONE;
    }

    @Override
    public Outcome<Station> open(Recipe recipe, Labelling.Scan scan) {
        return site(setup(), scan).map(site -> new Station(units.at(site), recipe));
    }

    @Override
    public Outcome<Outcome.Done> signOn(Station station, String name, Secret pin) {
        return station.signOn(known, name, pin);
    }

    @Override
    public List<String> operators() {
        return known.names();
    }

    @Override
    public Outcome<Outcome.Done> setPin(String name, Secret shown, Secret pin) {
        return known.change(name, shown, pin);
    }

    @Override
    public Outcome<Site> site(StationSetup setup, Labelling.Scan scan) {
        return setup.site(Optional.of(scan));
    }

    @Override
    public Outcome<Outcome.Done> sample(StationSetup setup) {
        return setup.site(Optional.empty())
                .then(site -> LabelTemplate.parse(SAMPLE)
                        .then(label -> site.labelling()
                                .map(labelling -> labelling.target().print(label, "gangway-sample"))
                                .orElseGet(Outcome::done)));
    }

    @Override
    public Outcome<Outcome.Done> write(Path target, byte[] bytes) {
        try {
            WholeFile.replace(target, bytes);
            return Outcome.done();
        } catch (IOException e) {
            return Diagnosis.of(LabelCode.FILE_UNWRITABLE)
                    .with("file", target)
                    .remedy("label.check-folder")
                    .failed();
        }
    }

    private Optional<String> server(Device device) {
        return device.server().server().flatMap(servers::get).map(ServerEntry::name);
    }
}
