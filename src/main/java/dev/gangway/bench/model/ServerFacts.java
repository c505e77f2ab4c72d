package dev.gangway.bench.model;

import dev.gangway.background.Cancellation;
import java.util.Optional;

/**
 * What the server itself says of the device under test, for naming a cause instead of guessing it. Looked up only
 * after a refusal. No secret is in here: tokens are compared by the one who looks them up.
 *
 * @param exists whether there is a device of that name
 * @param credentialType the server's name, for example {@code X509_CERTIFICATE}
 * @param credentialMatches whether what the server stores is what the test sent; empty where it cannot be told
 * @param credentialsId ThingsBoard's fingerprint of a stored certificate, lower-case hex; empty for other types
 * @param profile name of its device profile
 * @param transport of the profile, for example {@code DEFAULT} or {@code MQTT}
 * @param provisioning strategy of the profile, for example {@code X509_CERTIFICATE_CHAIN}
 * @param nameExpression regular expression of a chain profile
 * @param active whether the server thinks that the device is online
 */
public record ServerFacts(
        boolean exists,
        Optional<String> credentialType,
        Optional<Boolean> credentialMatches,
        Optional<String> credentialsId,
        Optional<String> profile,
        Optional<String> transport,
        Optional<String> provisioning,
        Optional<String> nameExpression,
        Optional<Boolean> active) {

    /** Looks the facts up; blocks, called off the UI thread. */
    @FunctionalInterface
    public interface Lookup {
        /** The facts, or empty where the server did not tell, or it was cancelled before. */
        Optional<ServerFacts> lookUp(Cancellation cancellation);
    }
}
