package dev.gangway.testing;

import dev.gangway.background.Cancellation;
import dev.gangway.background.Elapsed;
import dev.gangway.bench.live.FreshLogin;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.credentials.FreshTokens;
import dev.gangway.credentials.Logins;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.HeldToken;
import dev.gangway.diagnosis.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Keeps the token of a device fresh while it is connected. */
final class DeviceLogin implements FreshLogin {
    private final FreshTokens tokens;
    private final Clock clock;
    private volatile Device device;
    private volatile Optional<Duration> life;
    private volatile Elapsed since;

    /** For a device whose token is fresh now. */
    DeviceLogin(Device device, FreshTokens tokens, Clock clock) {
        this.device = device;
        this.tokens = tokens;
        this.clock = clock;
        life = life(device.credential(), clock.instant());
        since = Elapsed.since(clock);
    }

    @Override
    public Optional<Duration> left() {
        return life.map(since::left);
    }

    /** How long a credential is good for from now on. */
    private static Optional<Duration> life(Credential credential, Instant now) {
        return switch (credential) {
            case Credential.OAuth oauth -> oauth.held().flatMap(held -> life(held, now));
            case Credential.Jwt jwt ->
                jwt.signing().map(signing -> signing.lifetime()).filter(Duration::isPositive);
            default -> Optional.empty();
        };
    }

    private static Optional<Duration> life(HeldToken token, Instant now) {
        Duration age = Duration.between(token.issuedAt(), now);
        return token.lifetime().map(whole -> age.isNegative() ? whole : whole.minus(age));
    }

    @Override
    public Outcome<MqttOptions> renew(MqttOptions inUse, Cancellation cancellation) {
        return tokens.of(device, cancellation).map(fresh -> {
            device = fresh;
            life = life(fresh.credential(), clock.instant());
            since = Elapsed.since(clock);
            MqttOptions login = Logins.of(fresh);
            return inUse.withLogin(login.userName(), login.password());
        });
    }
}
