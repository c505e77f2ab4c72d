package dev.gangway.pki.export;

import dev.gangway.secret.Secret;

/**
 * One file of an export.
 *
 * @param name without folders
 * @param content bytes of the file
 * @param isPrivate whether it holds a private key; such files are written for their owner alone
 */
public record ExportFile(String name, Secret content, boolean isPrivate) {
    /** A file without secrets. */
    public static ExportFile plain(String name, String text) {
        return new ExportFile(name, Secret.of(text), false);
    }
}
