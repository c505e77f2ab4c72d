package dev.gangway.server.thingsboard;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Finds out what a port speaks that TLS or HTTP failed with: says hello in plain HTTP and looks at the first bytes. */
final class PlainProbe {
    private static final int TIMEOUT_MILLIS = 2000;
    private static final int STATUS_LINE = "HTTP/1.1 200".length();
    private static final int TLS_ALERT = 21;
    private static final int TLS_MAJOR_VERSION = 3;

    /** What the port speaks. */
    enum Speech {
        HTTP,
        TLS,
        UNKNOWN
    }

    private PlainProbe() {}

    static Speech of(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(new InetSocketAddress(host, port), TIMEOUT_MILLIS);
            socket.getOutputStream()
                    .write(("HEAD / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] first = socket.getInputStream().readNBytes(STATUS_LINE);
            String text = new String(first, StandardCharsets.US_ASCII);
            if (text.startsWith("HTTP/")) {
                // Servers that want TLS say so in plain HTTP with 400, which nothing else deserves for this request.
                return text.endsWith("400") ? Speech.TLS : Speech.HTTP;
            }
            return first.length > 1 && first[0] == TLS_ALERT && first[1] == TLS_MAJOR_VERSION
                    ? Speech.TLS
                    : Speech.UNKNOWN;
        } catch (IOException silent) {
            return Speech.UNKNOWN;
        }
    }
}
