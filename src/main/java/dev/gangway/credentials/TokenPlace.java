package dev.gangway.credentials;

import dev.gangway.device.KeyRef;
import java.nio.file.Path;

/**
 * Where a hardware token is found.
 *
 * @param module the PKCS#11 library of its maker
 * @param token its label
 */
public record TokenPlace(Path module, String token) {
    /** The token of a device's key. */
    static TokenPlace of(KeyRef.InHardware key) {
        return new TokenPlace(Path.of(key.library()), key.slot());
    }

    /** A key in it, as it is kept in the vault. */
    public KeyRef.InHardware key(String label) {
        return new KeyRef.InHardware(module.toString(), token, label);
    }
}
