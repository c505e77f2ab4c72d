package dev.gangway.bench.paho;

import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.TlsOptions.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** The sockets of one client, so that they can be closed from elsewhere, and asked what was agreed on. */
final class OpenSockets {
    /** What JSSE says before a handshake is through. */
    private static final String NOTHING_AGREED = "SSL_NULL_WITH_NULL_NULL";

    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    /**
     * What the client makes its sockets with.
     *
     * @throws IOException where JSSE does not take certificate, key or authorities of the plan
     */
    SocketFactory factory(Plan plan) throws IOException {
        if (!plan.endpoint().transport().isSecure()) {
            return new Plain();
        }
        String[] versions = plan.tls().offer().versions().stream()
                .map(version -> version == Version.TLS_1_3 ? "TLSv1.3" : "TLSv1.2")
                .toArray(String[]::new);
        return new Secure(JavaTls.of(plan.tls()).getSocketFactory(), versions);
    }

    /** Version and suite of the newest connection over TLS whose handshake was through. */
    Optional<String> tls() {
        return open.reversed().stream()
                .filter(SSLSocket.class::isInstance)
                .map(SSLSocket.class::cast)
                .map(SSLSocket::getSession)
                .filter(session -> !session.getCipherSuite().equals(NOTHING_AGREED))
                .map(session -> session.getProtocol() + " " + session.getCipherSuite())
                .findFirst();
    }

    /** Closes all of them, and every one that is still made. */
    void close() {
        closed = true;
        open.forEach(OpenSockets::close);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <S extends Socket> S keep(S socket) {
        open.add(socket);
        if (closed) {
            close(socket);
        }
        return socket;
    }

    private final class Plain extends SocketFactory {
        @Override
        public Socket createSocket() {
            return keep(new Socket());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return keep(new Socket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return keep(new Socket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return keep(new Socket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return keep(new Socket(host, port, local, localPort));
        }
    }

    private final class Secure extends SSLSocketFactory {
        private final SSLSocketFactory stock;
        private final String[] versions;

        Secure(SSLSocketFactory stock, String[] versions) {
            this.stock = stock;
            this.versions = versions;
        }

        @Override
        public Socket createSocket() throws IOException {
            return prepared(stock.createSocket());
        }

        @Override
        public Socket createSocket(Socket below, String host, int port, boolean closeBelow) throws IOException {
            return prepared(stock.createSocket(below, host, port, closeBelow));
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return prepared(stock.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return prepared(stock.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return prepared(stock.createSocket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return prepared(stock.createSocket(host, port, local, localPort));
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return stock.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return stock.getSupportedCipherSuites();
        }

        private Socket prepared(Socket made) {
            if (made instanceof SSLSocket tls) {
                tls.setEnabledProtocols(versions);
            }
            return keep(made);
        }
    }
}
