package dev.gangway.line.station;

import dev.gangway.vault.RecordType;
import dev.gangway.vault.Repository;
import dev.gangway.vault.Vault;

/** How the station of a vault is set up, kept from shift to shift. Blocks for disk. */
public final class StationSetups {
    private static final RecordType<StationSetup> KIND =
            RecordType.of("line.station", StationSetup.class, setup -> "station");

    private final Repository<StationSetup> repository;

    /** Of this vault. */
    public StationSetups(Vault vault) {
        repository = vault.repository(KIND);
    }

    /** As it was kept, or as usual. */
    public StationSetup get() {
        return repository.get("station").orElse(StationSetup.USUAL);
    }

    /** Keeps it. */
    public void put(StationSetup setup) {
        repository.put(setup);
    }
}
