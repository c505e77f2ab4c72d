package dev.gangway.testing;

import dev.gangway.bench.export.Recording;
import dev.gangway.bench.export.RecordingFormat;
import dev.gangway.bench.model.Run;
import dev.gangway.stored.StoredAs;
import dev.gangway.vault.Repository;
import dev.gangway.vault.Vault;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Timelines of tests in the vault, bounded three ways: in the size of one, in the number of each device, and in the
 * number of all. What goes is the oldest; of each device the last pass stays longest.
 */
final class KeptRuns {
    /** Bytes of one timeline, packed. A usual one has about 10,000; beyond this it is kept without raw bytes. */
    static final int MOST_BYTES = 256 << 10;

    /** Timelines kept of one device, beside its last pass. */
    static final int OF_DEVICE = 10;

    /** Timelines kept of all devices together. */
    static final int OF_ALL = 5_000;

    private final Repository<KeptRun> repository;
    private final int ofAll;

    /** How many there are, or more; counted anew where that seems too many. */
    private final AtomicLong atMost = new AtomicLong(Long.MAX_VALUE);

    KeptRuns(Vault vault) {
        this(vault, OF_ALL);
    }

    /** For tests, which cannot wait for thousands. */
    KeptRuns(Vault vault, int ofAll) {
        this.repository = vault.repository(TestRecordTypes.KEPT_RUN);
        this.ofAll = ofAll;
    }

    /** A timeline as it is kept, where it fits; takes a while, so do it before the transaction. */
    static Optional<byte[]> packed(Run run) {
        return RecordingFormat.pack(Recording.of(run), MOST_BYTES);
    }

    /**
     * Keeps a timeline and lets those go that are too many; call in a transaction.
     *
     * @param packed by {@link #packed}
     * @param history summaries of the device, this one's among them, newest first
     * @param lastPass of the device
     */
    void keep(RunSummary summary, Optional<byte[]> packed, List<RunSummary> history, Optional<RunSummary> lastPass) {
        packed.ifPresent(bytes -> repository.put(new KeptRun(summary.id(), summary.device(), bytes)));
        if (history.size() > OF_DEVICE) {
            removeUnwanted(summary.device(), history, lastPass);
        }
        if (atMost.get() == Long.MAX_VALUE || atMost.incrementAndGet() > ofAll) {
            long there = repository.count();
            atMost.set(there);
            if (there > ofAll) {
                removeOldest(Math.max(1, ofAll / 20));
            }
        }
    }

    private void removeUnwanted(UUID device, List<RunSummary> history, Optional<RunSummary> lastPass) {
        List<UUID> wanted = Stream.concat(history.stream().limit(OF_DEVICE), lastPass.stream())
                .map(RunSummary::id)
                .toList();
        of(device).filter(id -> !wanted.contains(id)).forEach(this::remove);
    }

    /** The timeline of this run, where it is still kept. */
    Optional<Recording> get(UUID run) {
        return repository.get(run.toString()).map(KeptRun::packed).flatMap(RecordingFormat::unpack);
    }

    /** Runs of this device whose timeline is kept. */
    Stream<UUID> of(UUID device) {
        return repository.find("device", device.toString()).stream().map(KeptRun::id);
    }

    /** Lets the timelines of a device go; call in a transaction. */
    void forget(UUID device) {
        of(device).forEach(this::remove);
    }

    /** Several at once, so that not every test has to look for the oldest. */
    private void removeOldest(int several) {
        List<UUID> oldest;
        try (Stream<KeptRun> all = repository.all()) {
            oldest = all.limit(several).map(KeptRun::id).toList();
        }
        oldest.forEach(this::remove);
    }

    private void remove(UUID run) {
        repository.remove(run.toString());
    }

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
}
