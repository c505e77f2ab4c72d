package dev.gangway.faultlab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/** Stands between the bench and a good server, and meddles with what the server sends after so many bytes. */
final class Meddler {
    private Meddler() {}

    /** Hangs up. */
    static HostileServer.Manners hangingUp(int port, int after) {
        return client -> between(client, port, after, (in, out) -> {
            // nothing more is passed on
        });
    }

    /** Falls silent, until the client gives up. */
    static HostileServer.Manners fallingSilent(int port, int after) {
        return client -> between(client, port, after, (in, out) -> HostileServer.waitForEnd(client));
    }

    /** Turns every byte into another one. */
    static HostileServer.Manners garbling(int port, int after) {
        return client -> between(client, port, after, (in, out) -> {
            byte[] buffer = new byte[4096];
            int read = in.read(buffer);
            while (read >= 0) {
                for (int i = 0; i < read; i++) {
                    buffer[i] ^= 0x55;
                }
                out.write(buffer, 0, read);
                read = in.read(buffer);
            }
        });
    }

    @FunctionalInterface
    private interface Rest {
        void pass(InputStream in, OutputStream out) throws IOException;
    }

    private static void between(Socket client, int port, int after, Rest rest) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
            Thread.ofVirtual().start(() -> forward(client, server));
            passOn(server.getInputStream(), client.getOutputStream(), after);
            rest.pass(server.getInputStream(), client.getOutputStream());
        }
    }

    private static void passOn(InputStream in, OutputStream out, int bytes) throws IOException {
        byte[] buffer = new byte[4096];
        int left = bytes;
        while (left > 0) {
            int read = in.read(buffer, 0, Math.min(left, buffer.length));
            if (read < 0) {
                return;
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    private static void forward(Socket client, Socket server) {
        try {
            client.getInputStream().transferTo(server.getOutputStream());
        } catch (IOException e) {
            // one of the two has gone
        }
    }
}
