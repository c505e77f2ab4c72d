package dev.gangway.practice.mqtt;

import dev.gangway.practice.tls.ClientChain;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.NetSocket;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What carries MQTT: TCP, TLS or a WebSocket. Confined to the server's thread.
 *
 * @param sender sends bytes; does nothing once closed
 * @param closer closes it after what was sent
 * @param chain the chain the client presented, leaf first; empty without TLS or without a certificate
 */
public record NetworkConnection(Consumer<byte[]> sender, Runnable closer, Supplier<List<X509Certificate>> chain) {
    /** TCP or TLS. */
    static NetworkConnection over(NetSocket socket) {
        return new NetworkConnection(
                bytes -> socket.write(Buffer.buffer(bytes)), socket::close, () -> ClientChain.of(socket.sslSession()));
    }

    /** A WebSocket: binary messages, whose borders mean nothing (MQTT 5, section 6). */
    static NetworkConnection over(ServerWebSocket socket) {
        return new NetworkConnection(
                bytes -> socket.writeBinaryMessage(Buffer.buffer(bytes)),
                socket::close,
                () -> ClientChain.of(socket.sslSession()));
    }

    /** Sends bytes; does nothing once closed. */
    void send(byte[] bytes) {
        sender.accept(bytes);
    }

    /** Closes it after what was sent. */
    void close() {
        closer.run();
    }

    /** The chain the client presented, leaf first; empty without TLS or without a certificate. */
    List<X509Certificate> clientChain() {
        return chain.get();
    }
}
