package dev.gangway.ui.tokens;

import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Outcome;
import java.net.URI;

/** Fetches the keys that an authorization server signs with. */
@FunctionalInterface
public interface KeySource {
    /** The JSON Web Key Set at this address; blocks, called off the UI thread. */
    Outcome<String> keySet(URI address, Cancellation cancellation);
}
