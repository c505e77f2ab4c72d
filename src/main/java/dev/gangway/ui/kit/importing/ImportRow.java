package dev.gangway.ui.kit.importing;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.transfer.importing.Destination;
import dev.gangway.transfer.importing.Proposal;
import dev.gangway.transfer.importing.Proposal.Placement;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** One thing that was recognised, and where a person wants it. */
final class ImportRow {
    private final Proposal proposal;
    private final ObjectProperty<Destination> destination;
    private final ReadOnlyObjectWrapper<Optional<Diagnosis>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    ImportRow(Proposal proposal) {
        this.proposal = proposal;
        destination = new SimpleObjectProperty<>(proposal.choices().getFirst());
    }

    Proposal proposal() {
        return proposal;
    }

    /** Where it goes. */
    ObjectProperty<Destination> destination() {
        return destination;
    }

    /** What keeps it from going there. */
    ReadOnlyObjectProperty<Optional<Diagnosis>> problem() {
        return problem.getReadOnlyProperty();
    }

    void problem(Optional<Diagnosis> why) {
        problem.set(why);
    }

    /** Gives it another name there, where names are given. */
    void rename(String name) {
        destination.set(
                switch (destination.get()) {
                    case Destination.NewDevice(String before, String profile) ->
                        new Destination.NewDevice(name, profile);
                    case Destination.NewAuthority before -> new Destination.NewAuthority(name);
                    case Destination.Certificate before -> new Destination.Certificate(name);
                    case Destination.ExistingDevice device -> device;
                    case Destination.LeaveOut nowhere -> nowhere;
                });
    }

    /** The name there; empty where none can be given. */
    Optional<String> name() {
        return switch (destination.get()) {
            case Destination.NewDevice(String name, String profile) -> Optional.of(name);
            case Destination.NewAuthority(String name) -> Optional.of(name);
            case Destination.Certificate(String name) -> Optional.of(name);
            case Destination.ExistingDevice device -> Optional.empty();
            case Destination.LeaveOut nowhere -> Optional.empty();
        };
    }

    Placement placement() {
        return new Placement(proposal.item(), destination.get());
    }
}
