package dev.gangway.practice.mqtt;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.ServerSSLOptions;
import io.vertx.core.net.TcpServerConfig;
import java.util.Optional;

/** Listens for MQTT on a port of the loopback address, plain or with TLS. */
public final class MqttListener {
    private final NetServer server;

    private MqttListener(NetServer server) {
        this.server = server;
    }

    /**
     * Starts one.
     *
     * @param host address of the loopback interface
     * @param port 0 for a free one
     * @param tls empty for plain MQTT
     * @return fails with a {@link java.net.BindException} where the port is taken
     */
    public static Future<MqttListener> start(
            Vertx vertx, String host, int port, Optional<ServerSSLOptions> tls, PracticeBroker broker) {
        TcpServerConfig config = new TcpServerConfig().setSsl(tls.isPresent());
        NetServer server = tls.map(options -> vertx.createNetServer(config, options))
                .orElseGet(() -> vertx.createNetServer(config))
                .connectHandler(socket -> serve(socket, broker));
        return server.listen(port, host).map(MqttListener::new);
    }

    private static void serve(NetSocket socket, PracticeBroker broker) {
        MqttConnection connection = new MqttConnection(NetworkConnection.over(socket), broker);
        socket.handler(buffer -> connection.received(buffer.getBytes()));
        socket.closeHandler(gone -> connection.closed());
        // A reset or a broken record: the close handler follows.
        socket.exceptionHandler(failure -> {});
    }

    /** The port it listens on. */
    public int port() {
        return server.actualPort();
    }

    /** Has connections from now on meet other TLS options; those that are open stay. */
    public Future<Void> useTls(ServerSSLOptions options) {
        return server.updateSSLOptions(options, true).mapEmpty();
    }
}
