package dev.gangway.server.thingsboard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Printable;
import dev.gangway.server.ServerCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Turns an answer that is no success into a diagnosis: by its status and ThingsBoard's {@code errorCode}, and by the
 * message only among refusals that share both. The one place that does.
 */
final class ThingsBoardErrors {
    private static final int SHOWN = 200;

    /** ThingsBoard's error codes (ThingsboardErrorCode). */
    private static final int CREDENTIALS_EXPIRED = 15;

    private static final int PERMISSION_DENIED = 20;
    private static final int NOT_FOUND = 32;
    private static final int TOO_MANY_REQUESTS = 33;
    private static final int VERSION_CONFLICT = 35;
    private static final int ENTITIES_LIMIT = 41;

    /** Refusals with 400 and errorCode 31, by the beginning of their message: the server tells them apart no other way. */
    private static final List<Map.Entry<String, ServerCode>> BAD_REQUESTS = List.of(
            Map.entry("Device with such name already exists", ServerCode.NAME_EXISTS),
            Map.entry("Device profile with such name already exists", ServerCode.NAME_EXISTS),
            Map.entry("Device name should be specified", ServerCode.NAME_INVALID),
            Map.entry("Validation error: name ", ServerCode.NAME_INVALID),
            Map.entry("Device credentials are already assigned", ServerCode.CREDENTIAL_TAKEN),
            Map.entry("Device credentials id should be specified", ServerCode.CREDENTIAL_INVALID),
            Map.entry("Password cannot be specified along with client id", ServerCode.CREDENTIAL_INVALID),
            Map.entry("Both mqtt client id and user name are empty", ServerCode.CREDENTIAL_INVALID),
            Map.entry("Invalid credentials body", ServerCode.CREDENTIAL_INVALID),
            Map.entry("Validation error: credentials", ServerCode.CREDENTIAL_INVALID),
            Map.entry("Credentials for this device are already specified", ServerCode.VERSION_CONFLICT),
            Map.entry("Unable to update non-existent device credentials", ServerCode.VERSION_CONFLICT),
            Map.entry("Device isn't assigned to any customer", ServerCode.CUSTOMER_NONE),
            Map.entry("Device is referencing non existing device profile", ServerCode.NOT_FOUND),
            Map.entry("Device profile ", ServerCode.PROFILE_INVALID),
            Map.entry("The device profile ", ServerCode.PROFILE_INVALID));

    /** Refusals of a sign-in with 401 and errorCode 10, likewise. */
    private static final List<Map.Entry<String, ServerCode>> SIGN_IN = List.of(
            Map.entry("User account is not active", ServerCode.ACCOUNT_INACTIVE),
            Map.entry("User account is locked", ServerCode.ACCOUNT_INACTIVE),
            Map.entry("API key is expired", ServerCode.API_KEY_EXPIRED),
            Map.entry("Username was locked", ServerCode.ACCOUNT_INACTIVE));

    private final String host;
    private final String user;

    ThingsBoardErrors(String host, String user) {
        this.host = host;
        this.user = user;
    }

    /** Why the server did not do it. */
    Diagnosis diagnose(Call call, HttpAnswer httpAnswer) {
        if (httpAnswer.isRedirect()) {
            return redirected(httpAnswer, call);
        }
        Optional<JsonNode> error =
                httpAnswer.json().filter(json -> json.path("errorCode").isInt());
        if (error.isEmpty()) {
            return withoutErrorCode(call, httpAnswer);
        }
        String message = error.get().path("message").asText("");
        int errorCode = error.get().path("errorCode").asInt();
        ServerCode code = code(httpAnswer.status(), errorCode, message);
        return remedied(code, on(code, call, httpAnswer).evidence(said(call, message)))
                .build();
    }

    /** The answer is a success but not what the call returns. */
    Diagnosis notUnderstood(Call call, HttpAnswer httpAnswer) {
        return httpAnswer.isHtml() ? html(call, httpAnswer) : senseless(call, httpAnswer);
    }

    private ServerCode code(int status, int errorCode, String message) {
        return switch (errorCode) {
            case CREDENTIALS_EXPIRED -> ServerCode.PASSWORD_EXPIRED;
            case PERMISSION_DENIED -> ServerCode.FORBIDDEN;
            case NOT_FOUND -> ServerCode.NOT_FOUND;
            case TOO_MANY_REQUESTS -> ServerCode.RATE_LIMITED;
            case VERSION_CONFLICT -> ServerCode.VERSION_CONFLICT;
            case ENTITIES_LIMIT -> ServerCode.LIMIT_REACHED;
            default ->
                switch (status) {
                    case 401 ->
                        byMessage(
                                SIGN_IN,
                                message,
                                user.isEmpty() ? ServerCode.API_KEY_WRONG : ServerCode.WRONG_PASSWORD);
                    case 403 -> ServerCode.FORBIDDEN;
                    case 429 -> ServerCode.RATE_LIMITED;
                    default ->
                        status >= 500
                                ? ServerCode.SERVER_ERROR
                                : byMessage(BAD_REQUESTS, message, ServerCode.REQUEST_REFUSED);
                };
        };
    }

    private static ServerCode byMessage(
            List<Map.Entry<String, ServerCode>> table, String message, ServerCode otherwise) {
        return table.stream()
                .filter(row -> message.startsWith(row.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }

    private Diagnosis withoutErrorCode(Call call, HttpAnswer httpAnswer) {
        return switch (httpAnswer.status()) {
            case 502, 503, 504 ->
                remedied(ServerCode.SERVER_DOWN, on(ServerCode.SERVER_DOWN, call, httpAnswer))
                        .build();
            case 429 ->
                remedied(ServerCode.RATE_LIMITED, on(ServerCode.RATE_LIMITED, call, httpAnswer))
                        .build();
            default -> {
                if (httpAnswer.isHtml()) {
                    yield html(call, httpAnswer);
                }
                // The telemetry controller answers some errors with a bare sentence.
                if (httpAnswer.status() == 404
                        && httpAnswer.json().isEmpty()
                        && !httpAnswer.text().isEmpty()) {
                    yield remedied(
                                    ServerCode.NOT_FOUND,
                                    on(ServerCode.NOT_FOUND, call, httpAnswer).evidence(said(call, httpAnswer.text())))
                            .build();
                }
                yield httpAnswer.status() >= 500
                        ? remedied(ServerCode.SERVER_ERROR, on(ServerCode.SERVER_ERROR, call, httpAnswer))
                                .build()
                        : senseless(call, httpAnswer);
            }
        };
    }

    private Diagnosis html(Call call, HttpAnswer httpAnswer) {
        return on(ServerCode.ANSWERED_HTML, call, httpAnswer)
                .fact("http-status", "status", httpAnswer.status(), "call", call.label())
                .fact("answer-begins", "text", Printable.quoted(call.redact(httpAnswer.text()), SHOWN))
                .remedy("check-address")
                .build();
    }

    private Diagnosis senseless(Call call, HttpAnswer httpAnswer) {
        return on(ServerCode.ANSWER_NOT_UNDERSTOOD, call, httpAnswer)
                .fact("http-status", "status", httpAnswer.status(), "call", call.label())
                .remedy("check-address")
                .build();
    }

    private Diagnosis redirected(HttpAnswer httpAnswer, Call call) {
        Optional<HttpUrl> target = Optional.ofNullable(HttpUrl.parse(httpAnswer.location()));
        String root = target.map(url -> url.scheme() + "://" + url.host() + (isUsual(url) ? "" : ":" + url.port()))
                .orElse("/");
        return on(ServerCode.REDIRECTED, call, httpAnswer)
                .with("location", root)
                .remedy("use-address", "url", root)
                .build();
    }

    private static boolean isUsual(HttpUrl url) {
        return url.port() == HttpUrl.defaultPort(url.scheme());
    }

    private Diagnosis.Builder on(ServerCode code, Call call, HttpAnswer httpAnswer) {
        Diagnosis.Builder builder = Diagnosis.of(code)
                .with("host", host)
                .with("user", user)
                .with("call", call.label())
                .with("status", httpAnswer.status());
        return httpAnswer
                .retryAfter()
                .map(wait -> builder.with(ServerCode.RETRY_AFTER, wait.toSeconds()))
                .orElse(builder);
    }

    private static Diagnosis.Builder remedied(ServerCode code, Diagnosis.Builder diagnosis) {
        return switch (code) {
            case WRONG_PASSWORD -> diagnosis.remedy("check-login");
            case API_KEY_WRONG, API_KEY_EXPIRED -> diagnosis.remedy("make-api-key");
            case PASSWORD_EXPIRED -> diagnosis.remedy("change-password");
            case FORBIDDEN -> diagnosis.remedy("use-tenant-administrator");
            case NOT_FOUND -> diagnosis.remedy("refresh-list");
            case NAME_EXISTS, NAME_INVALID -> diagnosis.remedy("choose-other-name");
            case CREDENTIAL_TAKEN -> diagnosis.remedy(Action.EDIT_CREDENTIAL, "use-other-credential");
            case CREDENTIAL_INVALID -> diagnosis.remedy(Action.EDIT_CREDENTIAL, "use-other-credential");
            case VERSION_CONFLICT -> diagnosis.remedy(Action.RETRY, "try-again");
            case LIMIT_REACHED -> diagnosis.remedy("raise-limit");
            case RATE_LIMITED -> diagnosis.remedy(Action.RETRY, "try-later");
            case SERVER_DOWN -> diagnosis.remedy(Action.RETRY, "try-later");
            case SERVER_ERROR -> diagnosis.remedy(Action.RETRY, "try-again").remedy("check-server-log");
            default -> diagnosis.remedy("ask-administrator");
        };
    }

    private static Evidence said(Call call, String message) {
        return Evidence.fact("server-said", "message", Printable.quoted(call.redact(message), SHOWN));
    }
}
