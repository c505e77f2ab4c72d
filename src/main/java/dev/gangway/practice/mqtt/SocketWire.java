package dev.gangway.practice.mqtt;

import dev.gangway.practice.tls.ClientChain;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.security.cert.X509Certificate;
import java.util.List;

/** MQTT over TCP or TLS. */
final class SocketWire implements NetworkConnection {
    private final NetSocket socket;

    SocketWire(NetSocket socket) {
        this.socket = socket;
    }

    @Override
    public void send(byte[] bytes) {
        socket.write(Buffer.buffer(bytes));
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
