package dev.gangway.bench;

import dev.gangway.pki.Identity;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.PemKeyCertOptions;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Puts a WebSocket in front of a broker, with Vert.x's implementation of it. */
public final class WebSocketGateway implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();

    /** Kept, because Vert.x closes a client, and its connections, once the garbage collector finds it. */
    private final NetClient brokers = vertx.createNetClient();

    private final int brokerPort;
    private final int port;

    /** Starts one; secure where there is an identity to show. */
    public WebSocketGateway(int brokerPort, Optional<Identity> identity) throws Exception {
        this.brokerPort = brokerPort;
        HttpServerOptions options = new HttpServerOptions()
                .setHost("127.0.0.1")
                .addWebSocketSubProtocol("mqtt")
                .addWebSocketSubProtocol("mqttv3.1");
        if (identity.isPresent()) {
            options.setSsl(true)
                    .setKeyCertOptions(new PemKeyCertOptions()
                            .addCertValue(
                                    pem("CERTIFICATE", identity.get().leaf().getEncoded()))
                            .addKeyValue(pem("PRIVATE KEY", identity.get().key().getEncoded())));
        }
        HttpServer server = vertx.createHttpServer(options).webSocketHandler(this::relay);
        port = server.listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS)
                .actualPort();
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    @Override
    public void close() {
        vertx.close();
    }

    private void relay(ServerWebSocket guest) {
        guest.pause();
        brokers.connect(brokerPort, "127.0.0.1").onSuccess(broker -> {
            guest.binaryMessageHandler(broker::write);
            guest.closeHandler(nothing -> broker.close());
            broker.handler(guest::writeBinaryMessage);
            broker.closeHandler(nothing -> guest.close());
            guest.resume();
        });
    }

    private static Buffer pem(String label, byte[] der) {
        return Buffer.buffer("-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + label + "-----\n");
    }
}
