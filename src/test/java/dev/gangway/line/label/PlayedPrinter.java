package dev.gangway.line.label;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A printer as Zebra's guide describes it: answers each {@code ~HS} with three strings, and takes the rest; once. */
public final class PlayedPrinter implements AutoCloseable {
    /** Answers of a printer without any fault. */
    public static final String READY_1 = "030,0,0,0123,000,0,0,0,000,0,0,0";

    public static final String READY_2 = "000,0,0,0,0,2,4,0,00000000,1,000";

    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final StringBuilder got = new StringBuilder();
    private final Thread thread;

    public PlayedPrinter(String first, String second) throws IOException {
        thread = Thread.ofVirtual().start(() -> play(first, second));
    }

    public int port() {
        return server.getLocalPort();
    }

    /** All that it was sent; waits until the other side has gone. */
    public String got() throws InterruptedException {
        thread.join();
        return got.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void play(String first, String second) {
        try (Socket socket = server.accept()) {
            InputStream in = socket.getInputStream();
            for (int one = in.read(); one >= 0; one = in.read()) {
                got.append((char) one);
                if (got.toString().endsWith("~HS\n")) {
                    String answer = "\2" + first + "\3\r\n\2" + second + "\3\r\n\0021234,0\3\r\n";
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (IOException e) {
            // the other side has gone
        }
    }
}
