package dev.gangway.practice.rest;

import dev.gangway.practice.store.Store;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The REST interface on a port of the loopback address. */
public final class RestServer {
    private static final String PROXY_PAGE = "<!DOCTYPE html><html><head><title>Welcome to nginx!</title></head>"
            + "<body><h1>Welcome to nginx!</h1></body></html>";

    private final Vertx vertx;
    private final RestApi api;
    private final Supplier<RestFault> fault;

    /**
     * Creates one.
     *
     * @param ports what the commands for trying a device name
     * @param authorityPem what the certificate download hands out
     * @param fault asked again for every request
     */
    public RestServer(
            Vertx vertx,
            Store store,
            MqttPorts ports,
            String authorityPem,
            InstantSource clock,
            Supplier<RestFault> fault) {
        this.vertx = vertx;
        this.api = new RestApi(store, ports, authorityPem, clock);
        this.fault = fault;
    }

    /**
     * Starts to listen.
     *
     * @param port 0 for a free one
     * @return the port; fails with a {@link java.net.BindException} where it is taken
     */
    public Future<Integer> listen(String host, int port) {
        return vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> handle(request, body)))
                .listen(port, host)
                .map(HttpServer::actualPort);
    }

    private void handle(HttpServerRequest request, Buffer body) {
        switch (fault.get()) {
            case RestFault.None() -> send(request.response(), api.answer(read(request, body), false));
            case RestFault.Html() -> send(request.response(), Answer.html(200, PROXY_PAGE));
            case RestFault.Hang() -> {}
            case RestFault.TooManyRequests() -> send(request.response(), api.answer(read(request, body), true));
            case RestFault.Slow(var delay) ->
                vertx.timer(delay.toMillis(), TimeUnit.MILLISECONDS)
                        .onSuccess(late -> send(request.response(), api.answer(read(request, body), false)));
        }
    }

    private static Request read(HttpServerRequest request, Buffer body) {
        Map<String, String> parameters = new HashMap<>();
        request.params().forEach(parameter -> parameters.putIfAbsent(parameter.getKey(), parameter.getValue()));
        Map<String, String> headers = new HashMap<>();
        request.headers().forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        String path = URLDecoder.decode(request.path().replace("+", "%2B"), StandardCharsets.UTF_8);
        return new Request(request.method().name(), path, parameters, headers, body.getBytes(), Optional.empty());
    }

    private static void send(HttpServerResponse response, Answer answer) {
        if (response.closed()) {
            return;
        }
        response.setStatusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        response.end(Buffer.buffer(answer.body()));
    }
}
