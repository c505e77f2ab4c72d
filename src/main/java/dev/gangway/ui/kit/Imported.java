package dev.gangway.ui.kit;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.pki.Identity;
import java.util.List;
import java.util.Optional;

/**
 * What became of a certificate and a key that were brought in.
 *
 * @param identity both, where both can be read
 * @param error why they cannot be used, where they cannot
 * @param warnings what to know of them
 */
public record Imported(Optional<Identity> identity, Optional<Diagnosis> error, List<Diagnosis> warnings) {
    public Imported {
        warnings = List.copyOf(warnings);
    }

    /** Nothing was brought in yet, or only one of the two. */
    static Imported nothing() {
        return new Imported(Optional.empty(), Optional.empty(), List.of());
    }

    /** They cannot be used. */
    static Imported failed(Diagnosis why) {
        return new Imported(Optional.empty(), Optional.of(why), List.of());
    }
}
