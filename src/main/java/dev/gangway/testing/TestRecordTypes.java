package dev.gangway.testing;

import dev.gangway.testing.KeptRuns.KeptRun;
import dev.gangway.vault.RecordType;
import java.util.Map;

/** How tests of devices are kept in the vault. */
final class TestRecordTypes {
    /** Results of tests, found by device. */
    static final RecordType<RunSummary> RUN = new RecordType<>(
            "run",
            RunSummary.class,
            run -> run.id().toString(),
            run -> Map.of("device", run.device().toString()));

    /** Timelines of tests, found by device. */
    static final RecordType<KeptRun> KEPT_RUN = new RecordType<>(
            "kept-run",
            KeptRun.class,
            run -> run.id().toString(),
            run -> Map.of("device", run.device().toString()));

    private TestRecordTypes() {}
}
