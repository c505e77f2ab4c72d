package dev.gangway.token.oauth;

import dev.gangway.background.Cancellation;
import dev.gangway.background.Deadline;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for a person to approve a login on another screen (RFC 8628, section 3.4 and 3.5). */
public final class DeviceFlow {
    /** By how much to slow down each time the server asks for it (RFC 8628, section 3.5). */
    private static final Duration SLOWER = Duration.ofSeconds(5);

    private final OAuthClient client;
    private final Clock clock;

    /** Creates one. */
    public DeviceFlow(OAuthClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** Asks until the person has decided, the code has run out, or it is cancelled. Blocks. */
    public Outcome<IssuedToken> await(DeviceAuthorization login, TokenRequestSpec spec, Cancellation cancellation) {
        TokenRequestSpec question = spec.with(new Grant.DeviceCode(login.deviceCode()));
        Duration interval = login.interval();
        Deadline end = Deadline.in(Duration.between(clock.instant(), login.expiresAt()));
        while (!end.hasPassed()) {
            if (!pause(interval, cancellation)) {
                return Diagnosis.of(OAuthCode.CANCELLED)
                        .with("host", spec.endpoint().getHost())
                        .failed();
            }
            Outcome<IssuedToken> answer = client.request(question, cancellation);
            if (!(answer instanceof Outcome.Failed<IssuedToken>(Diagnosis why))) {
                return answer;
            }
            if (why.is(OAuthCode.SLOW_DOWN)) {
                interval = interval.plus(SLOWER);
            } else if (!why.is(OAuthCode.AUTHORIZATION_PENDING)) {
                return answer;
            }
        }
        return Diagnosis.of(OAuthCode.DEVICE_CODE_EXPIRED)
                .with("host", spec.endpoint().getHost())
                .remedy("oauth.start-again")
                .failed();
    }

    /** Whether the time passed without a cancel. */
    private static boolean pause(Duration time, Cancellation cancellation) {
        CountDownLatch cancelled = new CountDownLatch(1);
        try (var registered = cancellation.onCancel(cancelled::countDown)) {
            return !cancelled.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
