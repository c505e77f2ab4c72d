package dev.gangway.line.batch;

import dev.gangway.stored.StoredAs;
import dev.gangway.vault.RecordType;
import dev.gangway.vault.Repository;
import dev.gangway.vault.Vault;
import java.util.Optional;

/** What people said the columns of a list hold, remembered for the next list with the same headings. Blocks for disk. */
public final class Mappings {
    private static final RecordType<Remembered> KIND =
            RecordType.of("line.mapping", Remembered.class, Remembered::headings);

    private final Repository<Remembered> repository;

    /**
     * A mapping that was used.
     *
     * @param headings fingerprint of the headings
     */
    private record Remembered(
            @StoredAs("headings") String headings,
            @StoredAs("mapping") Mapping mapping) {}

    /** Those in this vault. */
    public Mappings(Vault vault) {
        repository = vault.repository(KIND);
    }

    /** The list with the meanings that its columns had last time, or as it is. */
    public UnitList recall(UnitList list) {
        return known(list).map(list::with).orElse(list);
    }

    /** Whether a list with these headings was here before. */
    public boolean isKnown(UnitList list) {
        return known(list).isPresent();
    }

    /** Keeps what its columns hold; a list without headings is not known again. */
    public void remember(UnitList list) {
        if (!list.headings().isEmpty()) {
            repository.put(new Remembered(list.fingerprint(), list.mapping()));
        }
    }

    private Optional<Mapping> known(UnitList list) {
        return list.headings().isEmpty()
                ? Optional.empty()
                : repository
                        .get(list.fingerprint())
                        .map(Remembered::mapping)
                        .filter(mapping -> mapping.columns().size()
                                == list.mapping().columns().size());
    }
}
