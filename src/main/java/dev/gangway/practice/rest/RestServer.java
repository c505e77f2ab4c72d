package dev.gangway.practice.rest;

import dev.gangway.practice.tls.ClientChain;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/** The REST interface. */
public final class RestServer {
    private static final String PROXY_PAGE = "<!DOCTYPE html><html><head><title>Welcome to nginx!</title></head>"
            + "<body><h1>Welcome to nginx!</h1></body></html>";

    /** Not in the words of ThingsBoard, which answers to any host. */
    private static final String FOREIGN_HOST =
            "Gangway's practice server answers to localhost, 127.0.0.1 and [::1] only.\n";

    private static final String FOREIGN_PAGE = "Gangway's practice server answers no web page of another host.\n";

    private final Vertx vertx;
    private final RestApi api;
    private final Supplier<RestFault> fault;
    private final Function<MultiMap, OptionalInt> refusal;

    /**
     * Creates one.
     *
     * @param fault asked again for every request
     * @param refusal the status that a request with these headers is refused with; none where it is for this server
     */
    public RestServer(
            Vertx vertx, Backend backend, Supplier<RestFault> fault, Function<MultiMap, OptionalInt> refusal) {
        this.refusal = refusal;
        this.vertx = vertx;
        this.api = new RestApi(backend);
        this.fault = fault;
    }

    /** Has {@code server} answer REST requests. */
    public void serve(HttpServer server) {
        server.requestHandler(request -> request.body().onSuccess(body -> handle(request, body)));
    }

    private void handle(HttpServerRequest request, Buffer body) {
        OptionalInt refused = refusal.apply(request.headers());
        if (refused.isPresent()) {
            String why = refused.getAsInt() == 421 ? FOREIGN_HOST : FOREIGN_PAGE;
            send(request.response(), RestResponse.text(refused.getAsInt(), "text/plain;charset=UTF-8", why));
            return;
        }
        switch (fault.get()) {
            case RestFault.None() -> answer(request, body, false);
            case RestFault.Html() -> send(request.response(), RestResponse.html(200, PROXY_PAGE));
            case RestFault.Hang() -> {}
            case RestFault.TooManyRequests() -> answer(request, body, true);
            case RestFault.DeviceLimit() -> {
                if (request.path().startsWith("/api/v1/")) {
                    send(request.response(), RestResponse.empty(500));
                } else {
                    answer(request, body, false);
                }
            }
            case RestFault.Slow(var delay) ->
                vertx.timer(delay.toMillis(), TimeUnit.MILLISECONDS).onSuccess(late -> answer(request, body, false));
        }
    }

    private void answer(HttpServerRequest request, Buffer body, boolean tooMany) {
        api.answer(read(request, body), tooMany)
                .onSuccess(answer ->
                        send(request.response(), answer.negotiated(Optional.ofNullable(request.getHeader("Accept")))));
    }

    private static Request read(HttpServerRequest request, Buffer body) {
        Map<String, String> parameters = new HashMap<>();
        request.params().forEach(parameter -> parameters.putIfAbsent(parameter.getKey(), parameter.getValue()));
        Map<String, String> headers = new HashMap<>();
        request.headers().forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        String path = URLDecoder.decode(request.path().replace("+", "%2B"), StandardCharsets.UTF_8);
        return new Request(
                request.method().name(),
                path,
                parameters,
                headers,
                body.getBytes(),
                ClientChain.of(request.sslSession()),
                Optional.empty());
    }

    private static void send(HttpServerResponse response, RestResponse restResponse) {
        if (response.closed()) {
            return;
        }
        response.setStatusCode(restResponse.status());
        restResponse.headers().forEach(response::putHeader);
        response.end(Buffer.buffer(restResponse.body()));
    }
}
