package dev.gangway.line.batch;

import dev.gangway.vault.RecordType;
import dev.gangway.vault.Repository;
import dev.gangway.vault.Vault;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The batches that were begun with this vault. Safe for use by several threads; blocks for disk. */
public final class KeptBatches {
    private static final RecordType<KeptBatch> KIND = RecordType.of("line.batch", KeptBatch.class, KeptBatch::results);

    private final Repository<KeptBatch> repository;

    /** Those of this vault. */
    public KeptBatches(Vault vault) {
        repository = vault.repository(KIND);
    }

    /** All of them, the newest first. */
    public List<KeptBatch> all() {
        try (Stream<KeptBatch> every = repository.all()) {
            return every.sorted(Comparator.comparing(KeptBatch::began).reversed())
                    .toList();
        }
    }

    /** Keeps one, or what has changed of it. */
    public void put(KeptBatch batch) {
        repository.put(batch);
    }

    /** Forgets one; its files stay where they are. */
    public void remove(KeptBatch batch) {
        repository.remove(batch.results());
    }
}
