package dev.gangway.pki.bouncycastle;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.importing.Haul;
import dev.gangway.pki.importing.Passphrases;
import dev.gangway.secret.Secret;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What opens a key store, and why it stays closed.
 *
 * @param file its name, for messages
 * @param store the passphrase of the store
 * @param entries the passphrase of the keys inside, where they have another
 */
record Opening(String file, Optional<Secret> store, Optional<Secret> entries) {
    static Opening of(String file, Passphrases passphrases) {
        return new Opening(file, passphrases.of(file), passphrases.ofEntries(file));
    }

    /** What may open a key inside, the likeliest first. */
    List<Secret> forEntry() {
        return Stream.concat(entries.stream(), store.stream()).toList();
    }

    /** The store is open, and a key inside is not. */
    Diagnosis entryClosed() {
        return entries.isPresent()
                ? about(PkiCode.ENTRY_PASSPHRASE_WRONG)
                        .remedy("pki.correct-passphrase")
                        .build()
                : about(PkiCode.ENTRY_PASSPHRASE_MISSING)
                        .remedy("pki.give-entry-passphrase")
                        .build();
    }

    Outcome<Haul> missing() {
        return about(PkiCode.PASSPHRASE_MISSING).remedy("pki.give-passphrase").failed();
    }

    Outcome<Haul> wrong() {
        return about(PkiCode.PASSPHRASE_WRONG).remedy("pki.correct-passphrase").failed();
    }

    Outcome<Haul> damaged() {
        return about(PkiCode.KEY_STORE_DAMAGED).remedy("pki.copy-again").failed();
    }

    private Diagnosis.Builder about(PkiCode code) {
        return Diagnosis.of(code).with("file", file);
    }
}
