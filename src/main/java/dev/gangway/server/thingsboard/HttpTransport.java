package dev.gangway.server.thingsboard;

import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.secret.Secret;
import dev.gangway.server.ServerCode;
import dev.gangway.server.ServerEntry;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Sends one call and brings its answer back, whatever that is; only a call without any answer fails. */
final class HttpTransport {
    private static final int MAX_ANSWER = 16 << 20;
    private static final MediaType JSON = MediaType.get("application/json");

    private final OkHttpClient http;
    private final HttpUrl base;
    private final IoFaults faults;
    private final String scheme;

    HttpTransport(OkHttpClient http, ServerEntry entry) {
        this.http = http;
        scheme = ThingsBoard.hasApiKey(entry) ? "ApiKey " : "Bearer ";
        base = HttpUrl.get(entry.url());
        faults = new IoFaults(
                entry.url().getScheme(), base.host(), base.port(), Duration.ofMillis(http.callTimeoutMillis()));
    }

    String host() {
        return base.host();
    }

    Outcome<HttpAnswer> send(Call call, Optional<Secret> bearer, Cancellation cancellation) {
        okhttp3.Call running = http.newCall(request(call, bearer));
        try (Cancellation.Registration registration = cancellation.onCancel(running::cancel);
                Response response = running.execute()) {
            BufferedSource source = response.body().source();
            if (source.request(MAX_ANSWER + 1L)) {
                return Diagnosis.of(ServerCode.ANSWER_TOO_LARGE)
                        .with("host", host())
                        .with("call", call.label())
                        .with("megabytes", MAX_ANSWER >> 20)
                        .remedy("check-address")
                        .failed();
            }
            Optional<MediaType> type = Optional.ofNullable(response.body().contentType());
            // ThingsBoard declares ISO-8859-1 for its errors.
            Charset charset =
                    type.flatMap(media -> Optional.ofNullable(media.charset())).orElse(StandardCharsets.UTF_8);
            return Outcome.ok(new HttpAnswer(
                    response.code(),
                    type.map(MediaType::toString).orElse("").toLowerCase(Locale.ROOT),
                    Optional.ofNullable(response.header("Location")).orElse(""),
                    source.readString(charset),
                    Optional.ofNullable(response.header("Retry-After"))
                            .flatMap(header -> HttpAnswer.retryAfter(header, Instant.now()))));
        } catch (IOException broken) {
            return cancellation.isCancelled()
                    ? Diagnosis.of(ServerCode.CANCELLED).with("host", host()).failed()
                    : Outcome.failed(faults.diagnose(broken));
        }
    }

    private Request request(Call call, Optional<Secret> token) {
        HttpUrl.Builder url = base.newBuilder();
        for (String segment : call.path().substring(1).split("/", -1)) {
            url.addPathSegment(segment);
        }
        call.query().forEach(pair -> url.addQueryParameter(pair.getKey(), pair.getValue()));
        Request.Builder request = new Request.Builder().url(url.build()).header("Accept", "application/json");
        token.ifPresent(secret -> request.header("X-Authorization", scheme + secret.reveal()));
        return request.method(call.method(), body(call)).build();
    }

    private static @Nullable RequestBody body(Call call) {
        if (call.body().isPresent()) {
            return new OnceOnly(UnpooledJson.bytes(call.body().get()), JSON);
        }
        return call.method().equals("POST") ? new OnceOnly(new byte[0], null) : null;
    }
}
