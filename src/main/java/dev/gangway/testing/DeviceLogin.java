package dev.gangway.testing;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.live.FreshLogin;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.credentials.FreshTokens;
import dev.gangway.credentials.Logins;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
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
    private volatile Instant since;

    /** For a device whose token is fresh now. */
    DeviceLogin(Device device, FreshTokens tokens, Clock clock) {
        this.device = device;
        this.tokens = tokens;
        this.clock = clock;
        since = clock.instant();
    }

    @Override
    public Optional<Instant> expiresAt() {
        return switch (device.credential()) {
            case Credential.OAuth oauth ->
                oauth.held().flatMap(held -> held.lifetime().map(held.issuedAt()::plus));
            case Credential.Jwt jwt ->
                jwt.signing()
                        .map(signing -> signing.lifetime())
                        .filter(Duration::isPositive)
                        .map(since::plus);
            default -> Optional.empty();
        };
    }

    @Override
    public Outcome<MqttOptions> renew(MqttOptions inUse, Cancellation cancellation) {
        return tokens.of(device, cancellation).map(fresh -> {
            device = fresh;
            since = clock.instant();
            MqttOptions login = Logins.of(fresh);
            return inUse.withLogin(login.userName(), login.password());
        });
    }
}
