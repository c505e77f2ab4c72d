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
    private final Session session;
    private final Refusals refusals;

    /** Thrown by {@link #text} and {@link #need}, and turned into a diagnosis by {@link #read}; never leaves this class. */
    private static final class Missing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Missing(String field) {
            super(field, null, false, false);
        }
    }

    Rest(OkHttpClient http, ServerEntry entry) {
        transport = new HttpTransport(http, entry);
        refusals = new Refusals(transport.host(), entry.user());
        session = new Session(transport, refusals, entry);
    }

    String host() {
        return transport.host();
    }

    /** Sends a call, and reads its JSON. */
    <T> Outcome<T> read(Call call, Function<JsonNode, T> reader, Cancellation cancellation) {
        return session.send(call, cancellation).then(answer -> parsed(call, answer, reader));
    }

    /** Sends a call as a device does, without a session, and reads its JSON. */
    <T> Outcome<T> readUnsigned(Call call, Function<JsonNode, T> reader, Cancellation cancellation) {
        return transport.send(call, Optional.empty(), cancellation).then(answer -> parsed(call, answer, reader));
    }

    /** Sends a call whose answer says nothing. */
    Outcome<Outcome.Done> act(Call call, Cancellation cancellation) {
        return session.send(call, cancellation)
                .then(answer -> answer.isOk() ? Outcome.done() : Outcome.failed(refusals.diagnose(call, answer)));
    }

    /** Sends a call that needs no session, and returns its text; empty where there is no such thing. */
    Outcome<Optional<String>> download(Call call, Cancellation cancellation) {
        return transport.send(call, Optional.empty(), cancellation).then(answer -> {
            if (answer.status() == 404 && !answer.isHtml()) {
                return Outcome.ok(Optional.empty());
            }
            if (!answer.isOk()) {
                return Outcome.failed(refusals.diagnose(call, answer));
            }
            return answer.isHtml()
                    ? Outcome.failed(refusals.notUnderstood(call, answer))
                    : Outcome.ok(Optional.of(answer.text()));
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

    private <T> Outcome<T> parsed(Call call, Answer answer, Function<JsonNode, T> reader) {
        if (!answer.isOk()) {
            return Outcome.failed(refusals.diagnose(call, answer));
        }
        Optional<JsonNode> json = answer.json();
        if (json.isEmpty()) {
            return Outcome.failed(refusals.notUnderstood(call, answer));
        }
        try {
            return Outcome.ok(reader.apply(json.get()));
        } catch (Missing field) {
            return Outcome.failed(refusals.notUnderstood(call, answer));
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
