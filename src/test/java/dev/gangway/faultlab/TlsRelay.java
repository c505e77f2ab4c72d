package dev.gangway.faultlab;

import dev.gangway.faultlab.HostileServer.Manners;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** Stands between the bench and a good TLS server, and misbehaves in the place of one of the server's records. */
final class TlsRelay {
    /** Type of a record that holds application data, or anything once TLS 1.3 encrypts. */
    static final int APPLICATION_DATA = 23;

    private TlsRelay() {}

    /** Which record never comes. */
    @FunctionalInterface
    interface Turn {
        /**
         * Whether it is this one.
         *
         * @param index of the server's record, from 0
         * @param type in its first byte
         */
        boolean isNow(int index, int type);
    }

    static Manners until(int port, Turn turn, Stage stage) {
        return client -> {
            try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
                Thread.ofVirtual().start(() -> forward(client, server));
                DataInputStream in = new DataInputStream(server.getInputStream());
                int index = 0;
                for (int type = in.readUnsignedByte(); !turn.isNow(index, type); type = in.readUnsignedByte()) {
                    index++;
                    byte[] head = {(byte) type, in.readByte(), in.readByte(), in.readByte(), in.readByte()};
                    byte[] body = in.readNBytes((head[3] & 0xFF) << 8 | head[4] & 0xFF);
                    client.getOutputStream().write(head);
                    client.getOutputStream().write(body);
                }
                stage.misbehave(client);
            }
        };
    }

    private static void forward(Socket client, Socket server) {
        try {
            client.getInputStream().transferTo(server.getOutputStream());
        } catch (IOException e) {
            // one of the two has gone
        }
    }
}
