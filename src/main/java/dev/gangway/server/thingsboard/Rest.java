package dev.gangway.server.thingsboard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.server.ServerCode;
import dev.gangway.server.ServerEntry;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.OkHttpClient;

/** Sends calls signed in, and reads answers strictly: what lacks a field that we need is no answer. */
final class Rest implements AutoCloseable {
    private final HttpTransport transport;
    private final LoginSession session;
    private final ThingsBoardErrors thingsBoardErrors;

    /** Thrown by {@link #text} and {@link #need}, and turned into a diagnosis by {@link #read}; never leaves this class. */
    private static final class Missing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Missing(String field) {
            super(field, null, false, false);
        }
    }

    Rest(OkHttpClient http, ServerEntry entry) {
        transport = new HttpTransport(http, entry);
        thingsBoardErrors = new ThingsBoardErrors(transport.host(), entry.user());
        session = new LoginSession(transport, thingsBoardErrors, entry);
    }

    String host() {
        return transport.host();
    }

    /** Sends a call, and reads its JSON. */
    <T> Outcome<T> read(Call call, Function<JsonNode, T> reader, Cancellation cancellation) {
        return session.send(call, cancellation).then(httpAnswer -> parsed(call, httpAnswer, reader));
    }

    /** Sends a call as a device does, without a session, and reads its JSON. */
    <T> Outcome<T> readUnsigned(Call call, Function<JsonNode, T> reader, Cancellation cancellation) {
        return transport
                .send(call, Optional.empty(), cancellation)
                .then(httpAnswer -> parsed(call, httpAnswer, reader));
    }

    /** Sends a call whose answer says nothing. */
    Outcome<Outcome.Done> act(Call call, Cancellation cancellation) {
        return session.send(call, cancellation)
                .then(httpAnswer -> httpAnswer.isOk()
                        ? Outcome.done()
                        : Outcome.failed(thingsBoardErrors.diagnose(call, httpAnswer)));
    }

    /** Sends a call that needs no session, and returns its text; empty where there is no such thing. */
    Outcome<Optional<String>> download(Call call, Cancellation cancellation) {
        return transport.send(call, Optional.empty(), cancellation).then(httpAnswer -> {
            if (httpAnswer.status() == 404 && !httpAnswer.isHtml()) {
                return Outcome.ok(Optional.empty());
            }
            if (!httpAnswer.isOk()) {
                return Outcome.failed(thingsBoardErrors.diagnose(call, httpAnswer));
            }
            return httpAnswer.isHtml()
                    ? Outcome.failed(thingsBoardErrors.notUnderstood(call, httpAnswer))
                    : Outcome.ok(Optional.of(httpAnswer.text()));
        });
    }

    /** An absence as a value. */
    static <T> Outcome<Optional<T>> optional(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Ok<T>(T value) -> Outcome.ok(Optional.of(value));
            case Outcome.Failed<T>(var why) ->
                why.is(ServerCode.NOT_FOUND) ? Outcome.ok(Optional.empty()) : Outcome.failed(why);
        };
    }

    /** A field that must be there. */
    static JsonNode need(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw new Missing(field);
        }
        return value;
    }

    /** A text that must be there. */
    static String text(JsonNode node, String field) {
        JsonNode value = need(node, field);
        if (!value.isValueNode()) {
            throw new Missing(field);
        }
        return value.asText();
    }

    /** A text that may be there. */
    static Optional<String> maybe(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
    }

    /** An id: ThingsBoard wraps each into an object. */
    static String id(JsonNode node, String field) {
        return text(need(node, field), "id");
    }

    private <T> Outcome<T> parsed(Call call, HttpAnswer httpAnswer, Function<JsonNode, T> reader) {
        if (!httpAnswer.isOk()) {
            return Outcome.failed(thingsBoardErrors.diagnose(call, httpAnswer));
        }
        Optional<JsonNode> json = httpAnswer.json();
        if (json.isEmpty()) {
            return Outcome.failed(thingsBoardErrors.notUnderstood(call, httpAnswer));
        }
        try {
            return Outcome.ok(reader.apply(json.get()));
        } catch (Missing field) {
            return Outcome.failed(thingsBoardErrors.notUnderstood(call, httpAnswer));
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
