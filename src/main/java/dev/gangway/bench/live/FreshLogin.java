package dev.gangway.bench.live;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.diagnosis.Outcome;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps the login of a live session fresh. It is asked shortly before the login in use expires: with enhanced
 * authentication the fresh one replaces it within the session, otherwise the session is made anew.
 */
public interface FreshLogin {
    /** How long the login in use is good for, by no clock that can be set back; empty where it does not expire. */
    Optional<Duration> left();

    /** What to say in CONNECT from now on; blocks. A failure leaves the session as it is. */
    Outcome<MqttOptions> renew(MqttOptions inUse, Cancellation cancellation);
}
