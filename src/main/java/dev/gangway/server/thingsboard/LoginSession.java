package dev.gangway.server.thingsboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.secret.Secret;
import dev.gangway.server.ServerCode;
import dev.gangway.server.ServerEntry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Signs in at the first call, and again when the session ends: with the refresh token once, then with the password.
 * ThingsBoard answers 401 also to a token of another server, so signing in anew is tried before giving up. Safe for use
 * by several threads; they share one sign-in.
 */
final class LoginSession implements AutoCloseable {
    private static final int UNAUTHORIZED = 401;
    private static final String SECOND_FACTOR = "PRE_VERIFICATION_TOKEN";

    /** How often who waits for another's sign-in looks whether a person had enough of it. */
    private static final long LOOK_UP_MILLIS = 50;

    private final ReentrantLock lock = new ReentrantLock();
    private final HttpTransport transport;
    private final ThingsBoardErrors thingsBoardErrors;
    private final String user;
    private final Secret password;
    private final boolean apiKey;
    private Optional<Tokens> tokens = Optional.empty();

    private record Tokens(Secret access, Secret refresh) {}

    LoginSession(HttpTransport transport, ThingsBoardErrors thingsBoardErrors, ServerEntry entry) {
        this.transport = transport;
        this.thingsBoardErrors = thingsBoardErrors;
        user = entry.user();
        password = entry.password();
        apiKey = ThingsBoard.hasApiKey(entry);
    }

    /** Sends a call signed in; the answer may still be a refusal, but not for want of a session. */
    Outcome<HttpAnswer> send(Call call, Cancellation cancellation) {
        if (apiKey) {
            return transport.send(call, Optional.of(password), cancellation); // there is no session that could end
        }
        return current(cancellation)
                .then(first -> transport
                        .send(call, Optional.of(first.access()), cancellation)
                        .then(httpAnswer -> httpAnswer.status() == UNAUTHORIZED
                                ? again(call, first, cancellation)
                                : Outcome.ok(httpAnswer)));
    }

    private Outcome<HttpAnswer> again(Call call, Tokens stale, Cancellation cancellation) {
        return refreshed(stale, cancellation)
                .then(second -> transport
                        .send(call, Optional.of(second.access()), cancellation)
                        .then(httpAnswer -> {
                            if (httpAnswer.status() != UNAUTHORIZED) {
                                return Outcome.ok(httpAnswer);
                            }
                            return signedInAnew(second, cancellation)
                                    .then(third -> transport.send(call, Optional.of(third.access()), cancellation))
                                    .then(last -> last.status() == UNAUTHORIZED ? expired() : Outcome.ok(last));
                        }));
    }

    private Outcome<HttpAnswer> expired() {
        return Diagnosis.of(ServerCode.SESSION_EXPIRED)
                .with("host", transport.host())
                .remedy(Action.RETRY, "try-again")
                .remedy("ask-administrator")
                .failed();
    }

    private Outcome<Tokens> current(Cancellation cancellation) {
        return alone(cancellation, () -> tokens.isPresent() ? Outcome.ok(tokens.get()) : signIn(cancellation));
    }

    /** Waits while another thread signs in, which it may do for as long as a call may take; a cancel ends the wait. */
    private Outcome<Tokens> alone(Cancellation cancellation, Supplier<Outcome<Tokens>> work) {
        try {
            while (!lock.tryLock(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS)) {
                if (cancellation.isCancelled()) {
                    return cancelled();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return cancelled();
        }
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private Outcome<Tokens> cancelled() {
        return Diagnosis.of(ServerCode.CANCELLED).with("host", transport.host()).failed();
    }

    private Outcome<Tokens> refreshed(Tokens stale, Cancellation cancellation) {
        return alone(cancellation, () -> refreshedAlone(stale, cancellation));
    }

    private Outcome<Tokens> refreshedAlone(Tokens stale, Cancellation cancellation) {
        if (!tokens.equals(Optional.of(stale))) {
            return current(cancellation); // another thread was faster
        }
        Call call = Call.post(
                        "/api/auth/token",
                        object().put("refreshToken", stale.refresh().reveal()))
                .hiding(List.of(stale.refresh()));
        Outcome<HttpAnswer> answer = transport.send(call, Optional.empty(), cancellation);
        return answer.then(got -> got.isOk() ? keep(call, got) : signIn(cancellation));
    }

    private Outcome<Tokens> signedInAnew(Tokens stale, Cancellation cancellation) {
        return alone(
                cancellation, () -> tokens.equals(Optional.of(stale)) ? signIn(cancellation) : current(cancellation));
    }

    private Outcome<Tokens> signIn(Cancellation cancellation) {
        tokens = Optional.empty();
        Call call = Call.post("/api/auth/login", object().put("username", user).put("password", password.reveal()))
                .hiding(List.of(password));
        return transport
                .send(call, Optional.empty(), cancellation)
                .then(httpAnswer -> httpAnswer.isOk()
                        ? keep(call, httpAnswer)
                        : Outcome.failed(thingsBoardErrors.diagnose(call, httpAnswer)));
    }

    private Outcome<Tokens> keep(Call call, HttpAnswer httpAnswer) {
        Optional<JsonNode> body = httpAnswer.json();
        String access = body.map(json -> json.path("token").asText("")).orElse("");
        String refresh = body.map(json -> json.path("refreshToken").asText("")).orElse("");
        if (body.isPresent() && body.get().path("scope").asText("").equals(SECOND_FACTOR)) {
            return Diagnosis.of(ServerCode.SECOND_FACTOR_NEEDED)
                    .with("host", transport.host())
                    .with("user", user)
                    .remedy("use-account-without-2fa")
                    .failed();
        }
        if (access.isEmpty() || refresh.isEmpty()) {
            return Outcome.failed(thingsBoardErrors.notUnderstood(call, httpAnswer));
        }
        Tokens fresh = new Tokens(Secret.of(access), Secret.of(refresh));
        tokens = Optional.of(fresh);
        return Outcome.ok(fresh);
    }

    /** Signs out, so that the tokens are worth nothing any more. Does not wait: the server may be gone. */
    @Override
    public void close() {
        Thread.ofVirtual().name("gangway-sign-out").start(() -> {
            lock.lock();
            try {
                tokens.ifPresent(known ->
                        transport.send(Call.post("/api/auth/logout"), Optional.of(known.access()), new Cancellation()));
                tokens = Optional.empty();
            } finally {
                lock.unlock();
            }
        });
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
