package dev.gangway.pki.importing;

import dev.gangway.secret.Secret;
import java.util.Optional;

/** The passphrases of files to be read. */
@FunctionalInterface
public interface Passphrases {
    /** The one for this file, by its name; empty where none is known. */
    Optional<Secret> of(String file);

    /** No file has one. */
    static Passphrases none() {
        return file -> Optional.empty();
    }

    /** All files have the same. */
    static Passphrases same(Secret passphrase) {
        return file -> Optional.of(passphrase);
    }
}
