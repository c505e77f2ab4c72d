package dev.gangway.faultlab;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Predicate;

/** A box before a TLS server that looks at the first record, and hangs up where it does not like it. */
final class HelloGate {
    private static final int HEADER = 5;

    private HelloGate() {}

    /** Lets those hellos through that this accepts: the first record, with its header. */
    static HostileServer before(int port, Predicate<byte[]> accepted) {
        return HostileServer.start(socket -> {
            byte[] first = firstRecord(socket.getInputStream());
            if (accepted.test(first)) {
                try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    server.getOutputStream().write(first);
                    Thread back = Thread.ofVirtual().start(() -> copy(server, socket));
                    copy(socket, server);
                    back.join();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        });
    }

    /** Whether a hello has an extension of this type; walks it as RFC 8446, section 4.1.2, has it. */
    static boolean hasExtension(byte[] record, int type) {
        int at = HEADER + 4 + 2 + 32;
        at += 1 + (record[at] & 0xFF);
        at += 2 + number(record, at);
        at += 1 + (record[at] & 0xFF);
        int end = at + 2 + number(record, at);
        at += 2;
        while (at < end) {
            if (number(record, at) == type) {
                return true;
            }
            at += 4 + number(record, at + 2);
        }
        return false;
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    private static byte[] firstRecord(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(from);
        byte[] header = new byte[HEADER];
        in.readFully(header);
        byte[] record = java.util.Arrays.copyOf(header, HEADER + number(header, 3));
        in.readFully(record, HEADER, record.length - HEADER);
        return record;
    }

    private static void copy(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
            to.shutdownOutput();
        } catch (IOException ended) {
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
