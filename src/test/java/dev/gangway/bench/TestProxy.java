package dev.gangway.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Proxies for tests; they take every host to be this one. */
public final class TestProxy {
    private TestProxy() {}

    /** CONNECT; with a login it wants this Basic credential. */
    public static HostileServer http(String basic) throws IOException {
        return new HostileServer((in, out) -> {
            StringBuilder head = new StringBuilder();
            while (!head.toString().endsWith("\r\n\r\n")) {
                int next = in.read();
                if (next < 0) {
                    return;
                }
                head.append((char) next);
            }
            if (!basic.isEmpty() && !head.toString().contains("Basic " + basic)) {
                out.write("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                return;
            }
            String authority = head.toString().split(" ", 3)[1];
            out.write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            relay(in, out, Integer.parseInt(authority.substring(authority.lastIndexOf(':') + 1)));
        });
    }

    /** SOCKS 5 without login. */
    public static HostileServer socks() throws IOException {
        return new HostileServer((in, out) -> {
            in.readNBytes(3);
            out.write(new byte[] {5, 0});
            byte[] start = in.readNBytes(5);
            in.readNBytes(start[4]);
            int port = in.read() << 8 | in.read();
            out.write(new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
            relay(in, out, port);
        });
    }

    private static void relay(InputStream in, OutputStream out, int port) throws IOException {
        try (Socket onward = new Socket(InetAddress.getLoopbackAddress(), port)) {
            Thread.ofVirtual().start(() -> {
                try {
                    in.transferTo(onward.getOutputStream());
                    onward.shutdownOutput();
                } catch (IOException e) {
                    // one side has gone
                }
            });
            onward.getInputStream().transferTo(out);
        }
    }
}
