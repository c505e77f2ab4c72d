package dev.gangway.onboarding;

import dev.gangway.app.Workspace;
import dev.gangway.background.Cancellation;
import dev.gangway.bench.engine.Bench;
import dev.gangway.bench.kinds.Kinds;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test with everything real: vault, practice server, certificates and bench. */
public abstract class StationCase {
    @TempDir
    protected Path folder;

    protected final Cancellation never = new Cancellation();
    protected Station station;
    protected Workspace workspace;

    @BeforeEach
    void open() {
        station = new Station(folder, new Bench(Kinds.judge()));
        workspace = station.open();
    }

    @AfterEach
    void close() {
        workspace.close();
        station.close();
    }
}
