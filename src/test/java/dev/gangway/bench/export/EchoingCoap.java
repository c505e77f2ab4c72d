package dev.gangway.bench.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;

/** Answers every CoAP request with 4.01 and the request itself as the payload. */
final class EchoingCoap implements AutoCloseable {
    private static final int UNAUTHORIZED = 0x81;

    private final DatagramSocket socket;

    EchoingCoap() throws IOException {
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
        while (!socket.isClosed()) {
            try {
                packet.setLength(2048);
                socket.receive(packet);
                byte[] request = Arrays.copyOf(packet.getData(), packet.getLength());
                byte[] answer = answer(request);
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static byte[] answer(byte[] request) {
        int token = request[0] & 0xF;
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.write(0x60 | token);
        answer.write(UNAUTHORIZED);
        answer.write(request, 2, 2 + token);
        answer.write(0xFF);
        answer.writeBytes(request);
        return answer.toByteArray();
    }

    @Override
    public void close() {
        socket.close();
    }
}
