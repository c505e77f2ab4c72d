package dev.gangway.faultlab;

import dev.gangway.pki.Identity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** A server that does to each connection what it is told. On the loopback address, on a free port. */
public final class HostileServer implements AutoCloseable {
    /** What it does with a connection, which is closed afterwards. */
    @FunctionalInterface
    public interface Manners {
        void treat(Socket socket) throws IOException, InterruptedException;
    }

    private static final char[] NO_PASSWORD = {};

    private final ServerSocket listener;

    private HostileServer(ServerSocket listener) {
        this.listener = listener;
    }

    /** Starts one. */
    public static HostileServer start(Manners manners) {
        try {
            return start(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()), manners);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On any address: for a network that has no outside. */
    static HostileServer startEverywhere(Manners manners) {
        try {
            return start(new ServerSocket(0), manners);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On this port of any address. */
    static HostileServer startAt(int port, Manners manners) {
        try {
            return start(new ServerSocket(port), manners);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same behind TLS, showing this identity. */
    public static HostileServer startTls(Identity identity, Manners manners) {
        return startTls(identity, Optional.empty(), manners);
    }

    /** The same, and clients have to show a certificate of this authority. */
    static HostileServer startMutualTls(Identity identity, X509Certificate authority, Manners manners) {
        return startTls(identity, Optional.of(authority), manners);
    }

    /** Behind TLS; one certificate for who sends the server's name, another for who does not. */
    static HostileServer startTlsByName(Identity named, Identity nameless, Manners manners) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {new KeysByName(named, nameless)}, null, null);
            return start(
                    context.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress()),
                    manners);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Behind TLS; clients may show a certificate, this issuer is named, and any is taken, as ThingsBoard does. */
    static HostileServer startAskingTls(Identity identity, X509Certificate issuer, Manners manners) {
        return start(
                listener(
                        identity,
                        new TrustManager[] {new Anybody(issuer)},
                        listener -> listener.setWantClientAuth(true)),
                manners);
    }

    private static HostileServer startTls(Identity identity, Optional<X509Certificate> authority, Manners manners) {
        try {
            TrustManager[] trusted = authority.isPresent() ? trusting(authority.get()) : null;
            return start(
                    listener(identity, trusted, listener -> listener.setNeedClientAuth(authority.isPresent())),
                    manners);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SSLServerSocket listener(
            Identity identity, TrustManager @Nullable [] trusted, Consumer<SSLServerSocket> asks) {
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            keys.setKeyEntry(
                    "server", identity.key(), NO_PASSWORD, identity.chain().toArray(X509Certificate[]::new));
            KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
            factory.init(keys, NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), trusted, null);
            SSLServerSocket listener = (SSLServerSocket)
                    context.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress());
            asks.accept(listener);
            return listener;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes any certificate, and names one issuer. */
    private static final class Anybody extends X509ExtendedTrustManager {
        private final X509Certificate issuer;

        private Anybody(X509Certificate issuer) {
            this.issuer = issuer;
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
            // any
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
            // any
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            // any
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            // any
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            // any
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // any
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[] {issuer};
        }
    }

    private static TrustManager[] trusting(X509Certificate authority) throws GeneralSecurityException, IOException {
        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        anchors.setCertificateEntry("authority", authority);
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(anchors);
        return factory.getTrustManagers();
    }

    private static HostileServer start(ServerSocket listener, Manners manners) {
        HostileServer server = new HostileServer(listener);
        Thread.ofVirtual().start(() -> server.accept(manners));
        return server;
    }

    /** The port it listens on. */
    public int port() {
        return listener.getLocalPort();
    }

    private void accept(Manners manners) {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                Thread.ofVirtual().start(() -> treat(manners, socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private static void treat(Manners manners, Socket socket) {
        try (socket) {
            manners.treat(socket);
        } catch (IOException e) {
            // the client had enough
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the first message. */
    static void readSome(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        if (in.read(new byte[4096]) < 0) {
            throw new IOException("nothing came");
        }
    }

    /** Waits for the first message and answers with these bytes. */
    static Manners answering(byte... bytes) {
        return socket -> {
            readSome(socket);
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            waitForEnd(socket);
        };
    }

    /** The same, and hangs up at once. */
    static Manners answeringAndHangingUp(byte... bytes) {
        return socket -> {
            readSome(socket);
            socket.getOutputStream().write(bytes);
        };
    }

    /** Hangs up before it has read anything. */
    static Manners hangingUp() {
        return socket -> socket.setSoLinger(true, 0);
    }

    /** Waits until the client hangs up. */
    static void waitForEnd(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[4096];
        int read = 0;
        while (read >= 0) {
            read = in.read(buffer);
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
