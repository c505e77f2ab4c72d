package dev.gangway.faultlab;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** WebSocket servers (RFC 6455) that agree, and then do not carry MQTT. */
final class WebSocketManners {
    private static final Pattern KEY = Pattern.compile("Sec-WebSocket-Key: (\\S+)");
    private static final byte[] CLOSE_POLICY_VIOLATION = {(byte) 0x88, 2, 0x03, (byte) 0xF0};

    private WebSocketManners() {}

    /** Answers the first frame with a Close frame of code 1008, and leaves it to the client to hang up. */
    static HostileServer.Manners closing() {
        return socket -> {
            upgrade(socket, Optional.of("mqtt"));
            HostileServer.readSome(socket);
            socket.getOutputStream().write(CLOSE_POLICY_VIOLATION);
            HostileServer.waitForEnd(socket);
        };
    }

    /** Opens the WebSocket, with this subprotocol or none, and says nothing more. */
    static HostileServer.Manners speaking(Optional<String> protocol) {
        return socket -> {
            upgrade(socket, protocol);
            HostileServer.waitForEnd(socket);
        };
    }

    private static void upgrade(Socket socket, Optional<String> protocol) throws IOException {
        Matcher key = KEY.matcher(head(socket.getInputStream()));
        if (!key.find()) {
            throw new IOException("no WebSocket asked for");
        }
        String answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + protocol.map(name -> "Sec-WebSocket-Protocol: " + name + "\r\n")
                        .orElse("")
                + "Sec-WebSocket-Accept: " + accept(key.group(1)) + "\r\n\r\n";
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("half a request");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static String accept(String key) {
        try {
            byte[] joined = (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(joined));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
