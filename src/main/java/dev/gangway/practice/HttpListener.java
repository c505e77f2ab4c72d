package dev.gangway.practice;

import dev.gangway.practice.mqtt.PracticeBroker;
import dev.gangway.practice.mqtt.WebSocketMqtt;
import dev.gangway.practice.rest.RestServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerConfig;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.WebSocketServerConfig;
import io.vertx.core.net.ServerSSLOptions;
import java.util.Optional;

/** Listens for REST and for MQTT over WebSockets, plain or with TLS. */
final class HttpListener {
    private final HttpServer server;

    HttpListener(Vertx vertx, Optional<ServerSSLOptions> tls, RestServer rest, PracticeBroker broker) {
        HttpServerConfig config = new HttpServerConfig()
                .setVersions(HttpVersion.HTTP_1_1)
                .setWebSocketConfig(new WebSocketServerConfig().setSubProtocols(WebSocketMqtt.SUBPROTOCOLS));
        server = tls.map(options -> vertx.createHttpServer(config, options))
                .orElseGet(() -> vertx.createHttpServer(config));
        rest.serve(server);
        WebSocketMqtt.serve(server, broker, LocalHosts::refusal);
    }

    /** Starts; fails with a {@link java.net.BindException} where the port is taken. */
    Future<HttpListener> listen(String host, int port) {
        return server.listen(port, host).map(this);
    }

    int port() {
        return server.actualPort();
    }

    Future<Void> useTls(ServerSSLOptions options) {
        return server.updateSSLOptions(options, true).mapEmpty();
    }
}
