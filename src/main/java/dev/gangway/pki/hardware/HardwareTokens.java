package dev.gangway.pki.hardware;

import dev.gangway.diagnosis.Outcome;
import dev.gangway.secret.Secret;
import java.nio.file.Path;
import java.util.List;

/**
 * The tokens that PKCS#11 modules give access to. A module is code of the token's maker that runs inside this process;
 * it stays loaded until the process ends. Safe for use by several threads; every method may block on the hardware.
 */
public interface HardwareTokens {
    /** What to do about a token that bears one wrong PIN only. */
    enum LastTry {
        /** Do not try: the caller has to ask first. */
        SPARE,
        /** Try, although a wrong PIN locks the token. */
        RISK
    }

    /** The tokens that are plugged in, initialised or not. Fails where the module cannot be used. */
    Outcome<List<TokenInfo>> tokens(Path module);

    /**
     * Opens a token with its user's PIN.
     *
     * @param label of the token
     * @param pin is not kept; the caller wipes it
     */
    Outcome<OpenToken> open(Path module, String label, Secret pin, LastTry lastTry);
}
