package dev.gangway.testing;

import dev.gangway.vault.Kind;
import java.util.Map;

/** How tests of devices are kept in the vault. */
final class TestKinds {
    /** Results of tests, found by device. */
    static final Kind<RunSummary> RUN = new Kind<>(
            "run",
            RunSummary.class,
            run -> run.id().toString(),
            run -> Map.of("device", run.device().toString()));

    /** Timelines of tests, found by device. */
    static final Kind<KeptRun> KEPT_RUN = new Kind<>(
            "kept-run",
            KeptRun.class,
            run -> run.id().toString(),
            run -> Map.of("device", run.device().toString()));

    private TestKinds() {}
}
