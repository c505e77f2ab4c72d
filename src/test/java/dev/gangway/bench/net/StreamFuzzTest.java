package dev.gangway.bench.net;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.gangway.background.Cancellation;
import dev.gangway.background.Deadline;
import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.Endpoint.Transport;
import dev.gangway.bench.model.Proxy;
import dev.gangway.secret.Secret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whatever a proxy or a WebSocket server sends, reading it comes to an end, and keeps no more than it was sent. */
class StreamFuzzTest {
    private static final Pattern KEY = Pattern.compile("Sec-WebSocket-Key: (\\S+)");

    @FuzzTest(maxDuration = "2m")
    void webSocketFrames(byte[] bytes) throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        InputStream answers =
                new SequenceInputStream(new LateStream(() -> upgraded(sent)), new ByteArrayInputStream(bytes));
        Optional<WebSocket> socket = WebSocket.open(
                answers, sent, new Endpoint("127.0.0.1", 80, Transport.WS, "/mqtt"), "mqtt", new Timeline(event -> {}));
        assertThat(socket).isPresent();
        long length = socket.get().in().transferTo(OutputStream.nullOutputStream());
        assertThat(length).isLessThanOrEqualTo(bytes.length);
    }

    @FuzzTest(maxDuration = "2m")
    void webSocketAnswers(byte[] bytes) {
        Timeline timeline = new Timeline(event -> {});
        WebSocket.open(
                new ByteArrayInputStream(bytes),
                OutputStream.nullOutputStream(),
                new Endpoint("127.0.0.1", 80, Transport.WS, "/mqtt"),
                "mqtt",
                timeline);
        assertThat(timeline.events()).isNotEmpty();
    }

    @FuzzTest(maxDuration = "2m")
    void proxyAnswers(byte[] bytes) {
        for (Proxy.Kind kind : Proxy.Kind.values()) {
            Timeline timeline = new Timeline(event -> {});
            Proxy proxy = new Proxy(kind, "127.0.0.1", 1, Optional.of("guard"), Optional.of(Secret.of("opensesame")));
            try (TracedSocket wire = new TracedSocket(
                    new DeafSocket(bytes), Deadline.in(Duration.ofSeconds(20)), new Cancellation(), timeline)) {
                Tunnel.open(wire, proxy, Endpoint.of("broker.example", 1_883, false), timeline);
            }
            assertThat(timeline.events().toString()).doesNotContain("opensesame");
        }
    }

    private static byte[] upgraded(ByteArrayOutputStream sent) {
        Matcher key = KEY.matcher(sent.toString(StandardCharsets.US_ASCII));
        assertThat(key.find()).isTrue();
        return ("HTTP/1.1 101 Switching Protocols\r\nSec-WebSocket-Accept: " + WebSocket.accept(key.group(1))
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** What it holds is known only when it is read. */
    private static final class LateStream extends InputStream {
        private final Supplier<byte[]> content;
        private ByteArrayInputStream bytes;

        LateStream(Supplier<byte[]> content) {
            this.content = content;
        }

        @Override
        public int read() {
            if (bytes == null) {
                bytes = new ByteArrayInputStream(content.get());
            }
            return bytes.read();
        }
    }

    /** A connection on which these bytes come, whatever is sent. */
    static final class DeafSocket extends Socket {
        private final byte[] bytes;
        private InputStream in;

        DeafSocket(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public InputStream getInputStream() {
            if (in == null) {
                in = new ByteArrayInputStream(bytes);
            }
            return in;
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public void setSoTimeout(int timeout) {
            // everything is there at once
        }
    }
}
