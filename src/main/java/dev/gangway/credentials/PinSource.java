package dev.gangway.credentials;

import dev.gangway.secret.Secret;
import java.util.Optional;

/** Where the PIN of a token comes from that is needed and not open. */
@FunctionalInterface
public interface PinSource {
    /** Nobody is asked: the caller opens tokens beforehand, or goes without. */
    PinSource NONE = place -> Optional.empty();

    /** The PIN, which the caller wipes; empty where nobody gives it. May block on a person. */
    Optional<Secret> pin(TokenPlace place);
}
