package dev.gangway.practice.mqtt;

import dev.gangway.practice.tls.ClientChain;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.security.cert.X509Certificate;
import java.util.List;

/** MQTT over a WebSocket: binary messages, whose borders mean nothing (MQTT 5, section 6). */
final class WebSocketWire implements NetworkConnection {
    private final ServerWebSocket socket;

    WebSocketWire(ServerWebSocket socket) {
        this.socket = socket;
    }

    @Override
    public void send(byte[] bytes) {
        socket.writeBinaryMessage(Buffer.buffer(bytes));
    }

    @Override
    public void close() {
        socket.close();
    }

    @Override
    public List<X509Certificate> clientChain() {
        return ClientChain.of(socket.sslSession());
    }
}
