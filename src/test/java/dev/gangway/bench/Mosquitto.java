package dev.gangway.bench;

import static org.awaitility.Awaitility.await;

import dev.gangway.pki.Identity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Mosquitto broker on the loopback address, stopped on close. */
public final class Mosquitto implements AutoCloseable {
    private final Process process;
    private final int port;

    private Mosquitto(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one with one listener and these further lines of configuration. */
    public static Mosquitto start(Path folder, String... lines) throws IOException {
        int port = freePort();
        List<String> configuration = new ArrayList<>(List.of(
                // a broker started by root would become somebody who may not read our files
                "user " + System.getProperty("user.name"), "listener " + port + " 127.0.0.1"));
        configuration.addAll(List.of(lines));
        Path file = folder.resolve("mosquitto-" + port + ".conf");
        Files.write(file, configuration);
        Process process = new ProcessBuilder(binary(), "-c", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("mosquitto-" + port + ".log").toFile())
                .start();
        await().until(() -> accepts(port));
        return new Mosquitto(process, port);
    }

    /** Lines for TLS with this server certificate and this authority for clients. */
    public static String[] tls(Path folder, Identity server, X509Certificate authority, String... more)
            throws IOException {
        Files.writeString(folder.resolve("server.pem"), pem(server.chain().toArray(X509Certificate[]::new)));
        Files.writeString(folder.resolve("ca.pem"), pem(authority));
        Files.writeString(
                folder.resolve("server.key"), pem("PRIVATE KEY", server.key().getEncoded()));
        List<String> lines = new ArrayList<>(List.of(
                "certfile " + folder.resolve("server.pem"),
                "keyfile " + folder.resolve("server.key"),
                "cafile " + folder.resolve("ca.pem")));
        lines.addAll(List.of(more));
        return lines.toArray(String[]::new);
    }

    /** A password file with one user. */
    public static Path passwords(Path folder, String user, String password) throws Exception {
        Path file = folder.resolve("passwords");
        Process hashing = new ProcessBuilder("mosquitto_passwd", "-c", "-b", file.toString(), user, password)
                .redirectErrorStream(true)
                .start();
        if (!hashing.waitFor(10, TimeUnit.SECONDS) || hashing.exitValue() != 0) {
            throw new IOException("mosquitto_passwd failed");
        }
        return file;
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** Asks it to end in good order. */
    public void stop() {
        process.destroy();
    }

    /** Stops it in the middle of what it does: it says nothing more, and its connections stay. */
    public void freeze() throws IOException {
        new ProcessBuilder("kill", "-STOP", String.valueOf(process.pid())).start();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static String pem(X509Certificate... certificates) throws IOException {
        StringBuilder text = new StringBuilder();
        try {
            for (X509Certificate certificate : certificates) {
                text.append(pem("CERTIFICATE", certificate.getEncoded()));
            }
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IOException(e);
        }
        return text.toString();
    }

    private static String pem(String label, byte[] der) {
        String base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
    }

    private static String binary() {
        Path debian = Path.of("/usr/sbin/mosquitto");
        return Files.isExecutable(debian) ? debian.toString() : "mosquitto";
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
