package dev.gangway.token.oauth;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Sends the library's requests through OkHttp, so that they can be cancelled and end by a deadline. */
final class Http {
    /** A token answer is a few kilobytes; more is not one. */
    private static final long LARGEST_ANSWER = 1 << 20;

    private Http() {}

    static Outcome<HTTPResponse> send(OkHttpClient client, HTTPRequest request, Cancellation cancellation) {
        Call call = client.newCall(translate(request));
        try (var registered = cancellation.onCancel(call::cancel);
                Response response = call.execute()) {
            HTTPResponse answer = new HTTPResponse(response.code());
            for (Map.Entry<String, List<String>> header :
                    response.headers().toMultimap().entrySet()) {
                answer.setHeader(header.getKey(), header.getValue().toArray(String[]::new));
            }
            answer.setBody(response.peekBody(LARGEST_ANSWER).string());
            return Outcome.ok(answer);
        } catch (IOException e) {
            return failure(e, request.getURI().getHost(), cancellation);
        }
    }

    private static Request translate(HTTPRequest request) {
        Request.Builder built = new Request.Builder().url(request.getURL());
        request.getHeaderMap().forEach((name, values) -> values.forEach(value -> built.addHeader(name, value)));
        if (request.getMethod() == HTTPRequest.Method.POST) {
            MediaType form = MediaType.get("application/x-www-form-urlencoded");
            String body = request.getBody();
            return built.post(RequestBody.create(body == null ? "" : body, form))
                    .build();
        }
        return built.get().build();
    }

    private static <T> Outcome<T> failure(IOException e, String host, Cancellation cancellation) {
        OAuthCode code = cancellation.isCancelled()
                ? OAuthCode.CANCELLED
                : switch (e) {
                    case SSLException tls -> OAuthCode.UNTRUSTED;
                    case UnknownHostException unknown -> OAuthCode.UNREACHABLE;
                    case ConnectException refused -> OAuthCode.UNREACHABLE;
                    case InterruptedIOException late -> OAuthCode.TIMED_OUT;
                    default -> OAuthCode.UNREACHABLE;
                };
        return Diagnosis.of(code)
                .with("host", host)
                .remedy(code == OAuthCode.UNTRUSTED ? "oauth.trust-authority" : "oauth.check-address")
                .failed();
    }
}
