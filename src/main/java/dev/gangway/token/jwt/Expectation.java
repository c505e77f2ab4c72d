package dev.gangway.token.jwt;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * What a token is held against.
 *
 * @param clock the time to judge it by
 * @param skew how far the clocks of issuer and broker may be apart; EMQX allows none
 * @param audience wanted in {@code aud}, where set
 * @param issuer wanted as {@code iss}, where set
 * @param clientId the MQTT client id of the connection, held against {@code clientid}, where set
 * @param userName the MQTT user name of the connection, held against {@code username}, where set
 */
public record Expectation(
        Clock clock,
        Duration skew,
        Optional<String> audience,
        Optional<String> issuer,
        Optional<String> clientId,
        Optional<String> userName) {
    /** The time alone. */
    public static Expectation ofTime(Clock clock, Duration skew) {
        return new Expectation(clock, skew, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
