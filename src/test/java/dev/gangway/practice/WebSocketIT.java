package dev.gangway.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** MQTT over WebSockets, plain and secure. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebSocketIT {
    /** CONNECT of MQTT 5: client id "c", user name "TOKEN", keep alive 60 s. */
    private static final String CONNECT = "101500044d51545405" + "82003c00" + "000163" + "0005544f4b454e";

    private PracticeServer server;
    private HttpClient http;

    @BeforeAll
    void start() throws GeneralSecurityException, IOException {
        server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                .orThrow();
        try (PracticeClient rest = PracticeClient.of(server)) {
            rest.deviceWithToken("pump-1", "TOKEN");
        }
        KeyStore roots = KeyStore.getInstance("PKCS12");
        roots.load(null, null);
        roots.setCertificateEntry(
                "root",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(
                                new ByteArrayInputStream(server.authorityPem().getBytes(StandardCharsets.US_ASCII))));
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(roots);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        http = HttpClient.newBuilder().sslContext(context).build();
    }

    @AfterAll
    void stop() {
        http.close();
        server.close();
    }

    private URI url(String scheme, String path) {
        int port = scheme.equals("ws") ? server.restUrl().getPort() : server.httpsPort();
        return URI.create(scheme + "://localhost:" + port + path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ws", "wss"})
    void carriesMqtt(String scheme) throws InterruptedException {
        Received received = new Received();
        WebSocket socket = http.newWebSocketBuilder()
                .subprotocols("mqtt")
                .buildAsync(url(scheme, "/mqtt"), received)
                .join();
        assertThat(socket.getSubprotocol()).isEqualTo("mqtt");
        byte[] connect = HexFormat.of().parseHex(CONNECT);
        // In two messages: their borders mean nothing.
        socket.sendBinary(ByteBuffer.wrap(connect, 0, 5), true).join();
        socket.sendBinary(ByteBuffer.wrap(connect, 5, connect.length - 5), true).join();
        assertThat(received.next()).isEqualTo("2003000000");
        socket.sendBinary(ByteBuffer.wrap(new byte[] {(byte) 0xc0, 0}), true).join();
        assertThat(received.next()).isEqualTo("d000");
        socket.abort();
    }

    @Test
    void isAtOnePathOnly() {
        assertThatThrownBy(() -> http.newWebSocketBuilder()
                        .buildAsync(url("ws", "/other"), new Received())
                        .join())
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    /** Collects what the server sends. */
    private static final class Received implements WebSocket.Listener {
        private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();

        @Override
        public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
            byte[] bytes = new byte[data.remaining()];
            data.get(bytes);
            messages.add(HexFormat.of().formatHex(bytes));
            socket.request(1);
            return null;
        }

        String next() throws InterruptedException {
            return messages.poll(15, TimeUnit.SECONDS);
        }
    }
}
