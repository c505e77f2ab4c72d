package dev.gangway.onboarding;

import dev.gangway.credentials.CredentialChoice;
import dev.gangway.stored.StoredAs;
import java.util.UUID;

/**
 * How a kind of device comes on board.
 *
 * @param server id of the server entry
 * @param profile name of the device profile; made on the server where it is missing
 * @param credential what kind of credential to make
 * @param test whether to prove it by a live connection, and with what
 */
public record OnboardingPlan(
        @StoredAs("server") UUID server,
        @StoredAs("profile") String profile,
        @StoredAs("credential") CredentialChoice credential,
        @StoredAs("test") Test test) {
    /** How the credential is proven. */
    public enum Test {
        /** Not at all. */
        @StoredAs("NONE")
        NONE,
        /** Connect and CONNACK. */
        @StoredAs("CONNECT")
        CONNECT,
        /** Connect, publish telemetry, and read it back over REST. */
        @StoredAs("TELEMETRY")
        TELEMETRY
    }
}
