package dev.gangway.onboarding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** Stands before a REST server and passes everything on, but for the answer to one kind of request. */
final class AnswerWithholder implements AutoCloseable {
    private final ServerSocket front = socket();
    private final URI server;
    private final String request;
    private final CountDownLatch asked = new CountDownLatch(1);

    private AnswerWithholder(URI server, String request) {
        this.server = server;
        this.request = request;
    }

    /** Withholds the answer to requests that begin like this, such as {@code POST /api/device}. */
    static AnswerWithholder before(URI server, String request) {
        AnswerWithholder one = new AnswerWithholder(server, request);
        Thread.ofVirtual().start(one::accept);
        return one;
    }

    URI url() {
        return URI.create("http://localhost:" + front.getLocalPort());
    }

    /** Opened when the request has come, and was passed on. */
    CountDownLatch asked() {
        return asked;
    }

    private void accept() {
        while (!front.isClosed()) {
            try {
                Socket client = front.accept();
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
                Thread.ofVirtual().start(() -> pass(client, behind));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    /** Nothing is pipelined, so a request is all that comes at once. */
    private void pass(Socket client, Socket behind) {
        try (client;
                behind) {
            InputStream in = client.getInputStream();
            byte[] buffer = new byte[1 << 16];
            Thread answers = Thread.ofVirtual().start(() -> copy(behind, client));
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                boolean withheld = new String(buffer, 0, count, StandardCharsets.ISO_8859_1).startsWith(request);
                if (withheld) {
                    client.shutdownInput();
                    behind.getOutputStream().write(buffer, 0, count);
                    asked.countDown();
                    answers.join();
                    return;
                }
                behind.getOutputStream().write(buffer, 0, count);
            }
        } catch (IOException e) {
            // one of the two has gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void copy(Socket behind, Socket client) {
        try {
            byte[] buffer = new byte[1 << 16];
            InputStream in = behind.getInputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (!client.isInputShutdown()) {
                    client.getOutputStream().write(buffer, 0, count);
                }
            }
        } catch (IOException e) {
            // one of the two has gone
        }
    }

    private static ServerSocket socket() {
        try {
            return new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            front.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
