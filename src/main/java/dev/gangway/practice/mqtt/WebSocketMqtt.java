package dev.gangway.practice.mqtt;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/** Lets an HTTP server take MQTT over WebSockets. */
public final class WebSocketMqtt {
    /** Names of the subprotocol, for MQTT 3.1.1 and 5 and for 3.1. */
    public static final List<String> SUBPROTOCOLS = List.of("mqtt", "mqttv3.1");

    private static final String PATH = "/mqtt";

    private WebSocketMqtt() {}

    /**
     * Has {@code server} take WebSockets on {@code /mqtt}, and refuse others with 404.
     *
     * @param refusal the status that a request with these headers is refused with; none where it is for this server
     */
    public static void serve(HttpServer server, PracticeBroker broker, Function<MultiMap, OptionalInt> refusal) {
        server.webSocketHandshakeHandler(handshake -> {
            OptionalInt refused = refusal.apply(handshake.headers());
            if (refused.isPresent()) {
                handshake.reject(refused.getAsInt());
            } else if (handshake.path().equals(PATH)) {
                handshake.accept();
            } else {
                handshake.reject(404);
            }
        });
        server.webSocketHandler(socket -> serve(socket, broker));
    }

    private static void serve(ServerWebSocket socket, PracticeBroker broker) {
        MqttConnection connection = new MqttConnection(NetworkConnection.over(socket), broker);
        socket.handler(buffer -> connection.received(buffer.getBytes()));
        socket.closeHandler(gone -> connection.closed());
        // A broken frame: the close handler follows.
        socket.exceptionHandler(failure -> {});
    }
}
