package dev.gangway.bench.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.gangway.background.Cancellation;
import dev.gangway.background.Deadline;
import dev.gangway.bench.event.NetDetail.Ending;
import dev.gangway.bench.event.Timeline;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a server answers to our giving up is not what it said during the run. */
class TracedSocketIT {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Timeline timeline = new Timeline(event -> {});
    private final Cancellation cancellation = new Cancellation();
    private ServerSocket server;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void anAnswerToTheDeadlineIsATimeout() throws IOException {
        Deadline deadline = Deadline.in(Duration.ofMillis(200));
        assertThat(endOfReading(deadline, this::answerTheEnd)).isEqualTo(Ending.TIMEOUT);
    }

    @Test
    void anEndThatFollowsTheDeadlineIsATimeout() throws IOException {
        Deadline deadline = Deadline.in(Duration.ofMillis(200));
        assertThat(endOfReading(deadline, this::endAtTheEnd)).isEqualTo(Ending.TIMEOUT);
    }

    @Test
    void anAnswerToACancelIsACancel() throws IOException {
        assertThat(endOfReading(Deadline.in(LONG), accepted -> {
                    Thread.ofVirtual().start(cancellation::cancel);
                    answerTheEnd(accepted);
                }))
                .isEqualTo(Ending.CANCELLED);
    }

    /** Reads what never comes unless the server notices that we gave up; says how the wire ended. */
    private Ending endOfReading(Deadline deadline, Manners manners) throws IOException {
        SlowToClose socket = new SlowToClose();
        socket.connect(server.getLocalSocketAddress());
        Thread.ofVirtual().start(() -> serve(manners));
        try (TracedSocket wire = new TracedSocket(socket, deadline, cancellation, timeline)) {
            try {
                assertThatIOException().isThrownBy(() -> wire.in().read());
            } finally {
                socket.readingEnded.countDown();
            }
            assertThat(wire.segments()).isEmpty();
            return wire.ending().orElseThrow();
        }
    }

    private interface Manners {
        void treat(Socket accepted) throws IOException;
    }

    private void serve(Manners manners) {
        try (Socket accepted = server.accept()) {
            manners.treat(accepted);
        } catch (IOException e) {
            // the client is gone
        }
    }

    /** As OpenSSL does: to an end without a goodbye it sends an alert. */
    private void answerTheEnd(Socket accepted) throws IOException {
        endAtTheEnd(accepted);
        accepted.getOutputStream().write(21);
    }

    private void endAtTheEnd(Socket accepted) throws IOException {
        assertThat(accepted.getInputStream().read()).isNegative();
    }

    /**
     * Closing sends our FIN first and stops a pending read after that. This one takes its time in between, as any does
     * on a busy machine, and leaves ending the read to that.
     */
    private static final class SlowToClose extends Socket {
        private final CountDownLatch readingEnded = new CountDownLatch(1);

        @Override
        public void setSoTimeout(int timeout) {
            // the read does not end by itself
        }

        @Override
        public void close() throws IOException {
            if (!isOutputShutdown()) {
                shutdownOutput();
                try {
                    readingEnded.await(LONG.toSeconds(), TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            super.close();
        }
    }
}
