package dev.gangway.transfer.importing;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.pki.importing.ImportItem;
import java.util.List;
import java.util.Optional;

/**
 * Where something that was read could go.
 *
 * @param item what was read
 * @param choices all that is possible, what is proposed first; at least leaving it out
 * @param known what the vault has of it already, where it has it
 */
public record Proposal(ImportItem item, List<Destination> choices, Optional<Diagnosis> known) {
    public Proposal {
        choices = List.copyOf(choices);
    }

    /** As it is proposed. */
    public Placement placement() {
        return new Placement(item, choices.getFirst());
    }

    /**
     * Something to be stored, and where.
     *
     * @param item what was read
     * @param destination where it goes
     */
    public record Placement(ImportItem item, Destination destination) {}
}
