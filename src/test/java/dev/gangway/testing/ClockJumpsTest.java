package dev.gangway.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.app.Wiring;
import dev.gangway.credentials.FreshTokens;
import dev.gangway.credentials.PinSource;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.HeldToken;
import dev.gangway.device.ServerState;
import dev.gangway.device.TokenClient;
import dev.gangway.http.HttpClients;
import dev.gangway.inventory.DeviceClaims;
import dev.gangway.secret.Secret;
import dev.gangway.vault.memory.MemoryVault;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is newest, and how long a login is good for, where the clock was set back. */
class ClockJumpsTest {
    private static final Duration LIFE = Duration.ofMinutes(10);

    private Instant now = Instant.parse("2026-11-21T10:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final MemoryVault vault = new MemoryVault("tester", clock);

    @Test
    void theLatestTestIsTheOneThatWasKeptLast() {
        UUID device = UUID.randomUUID();
        RunSummary passed = summary(device, RunSummary.Result.PASSED);
        now = now.minus(Duration.ofDays(1));
        RunSummary failed = summary(device, RunSummary.Result.FAILED);
        vault.repository(TestRecordTypes.RUN).put(passed);
        vault.repository(TestRecordTypes.RUN).put(failed);
        DeviceTests tests = new Wiring(clock).over(vault, PinSource.NONE).tests();
        assertThat(tests.history(device)).containsExactly(failed, passed);
        assertThat(tests.newest()).isEqualTo(Map.of(device, failed));
        assertThat(tests.lastPass(device)).contains(passed);
    }

    @Test
    void aLoginIsNotGoodForLonger() {
        DeviceLogin login = login(now);
        now = now.minus(Duration.ofHours(1));
        assertThat(login.left().orElseThrow()).isLessThanOrEqualTo(LIFE);
    }

    @Test
    void aLoginThatComesFromTheFutureIsGoodForItsLifeAtMost() {
        assertThat(login(now.plus(Duration.ofDays(1))).left().orElseThrow()).isLessThanOrEqualTo(LIFE);
    }

    @Test
    void theAgeThatATokenHasAlreadyCounts() {
        DeviceLogin login = login(now.minus(Duration.ofMinutes(4)));
        now = now.plus(Duration.ofMinutes(4));
        assertThat(login.left().orElseThrow()).isLessThanOrEqualTo(Duration.ofMinutes(2));
    }

    private RunSummary summary(UUID device, RunSummary.Result result) {
        return new RunSummary(
                UUID.randomUUID(),
                device,
                now,
                Duration.ofSeconds(1),
                result,
                "mqtts://localhost:8883",
                Optional.empty(),
                Optional.empty());
    }

    private DeviceLogin login(Instant issuedAt) {
        TokenClient client = new TokenClient(
                URI.create("https://id.example/token"),
                "line4",
                new TokenClient.Proof.Nothing(),
                new TokenClient.Grant.ClientCredentials(),
                List.of(),
                Optional.empty(),
                List.of());
        Credential.OAuth oauth = new Credential.OAuth(
                client,
                Optional.of(new HeldToken(Secret.of("token"), Optional.empty(), issuedAt, Optional.of(LIFE))),
                false,
                Optional.empty());
        Device device = new Device(
                UUID.randomUUID(), "pump-1", Optional.empty(), "default", "", oauth, ServerState.none(), issuedAt);
        return new DeviceLogin(device, new FreshTokens(vault, new DeviceClaims(), new HttpClients(), clock), clock);
    }
}
