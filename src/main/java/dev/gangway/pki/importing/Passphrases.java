package dev.gangway.pki.importing;

import dev.gangway.secret.Secret;
import java.util.Optional;

/** The passphrases of files to be read. */
@FunctionalInterface
public interface Passphrases {
    /** The one for this file, by its name; empty where none is known. */
    Optional<Secret> of(String file);

    /** The one for the keys inside this key store, where they have another than the store; empty where none is known. */
    default Optional<Secret> ofEntries(String file) {
        return Optional.empty();
    }

    /** No file has one. */
    static Passphrases none() {
        return file -> Optional.empty();
    }

    /** All files have the same. */
    static Passphrases same(Secret passphrase) {
        return file -> Optional.of(passphrase);
    }

    /** These, and these for the keys inside of key stores. */
    static Passphrases of(Passphrases files, Passphrases entries) {
        return new Passphrases() {
            @Override
            public Optional<Secret> of(String file) {
                return files.of(file);
            }

            @Override
            public Optional<Secret> ofEntries(String file) {
                return entries.of(file);
            }
        };
    }
}
