package dev.gangway.testing;

import dev.gangway.stored.StoredAs;
import java.util.UUID;

/**
 * The timeline of a test, redacted, as it is kept beside its summary.
 *
 * @param id of the {@link RunSummary}
 * @param device whose test it was
 * @param packed see {@link dev.gangway.bench.export.RecordingFormat#pack}
 */
record KeptRun(
        @StoredAs("id") UUID id,
        @StoredAs("device") UUID device,
        @StoredAs("packed") byte[] packed) {}
