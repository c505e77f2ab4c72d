package dev.gangway.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A HiveMQ in a process of its own, with the authentication of {@code src/test/brokers/hivemq}; ended on close. */
final class HiveMq implements AutoCloseable {
    /** Filled by {@code mvn -f src/test/brokers/hivemq/pom.xml dependency:copy-dependencies}, see {@code .ci/run}. */
    private static final Path LIBRARIES = Path.of("target", "brokers", "hivemq");

    private final Process process;
    private final int port;

    private HiveMq(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one; blocks until it takes connections. */
    static HiveMq start(Path folder) throws IOException {
        if (!Files.isDirectory(LIBRARIES)) {
            throw new IllegalStateException(LIBRARIES + " is missing; see docs/tests.md");
        }
        int port = freePort();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--class-path",
                        LIBRARIES + File.separator + "*" + File.pathSeparator + Path.of("target", "test-classes"),
                        Path.of("src", "test", "brokers", "hivemq", "HiveBroker.java")
                                .toString(),
                        folder.toString(),
                        String.valueOf(port))
                .redirectError(folder.resolve("hivemq.log").toFile())
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.equals("READY")) {
                Thread.ofVirtual().start(() -> out.lines().forEach(ignored -> {}));
                return new HiveMq(process, port);
            }
        }
        throw new IOException("HiveMQ did not start: " + Files.readString(folder.resolve("hivemq.log")));
    }

    int port() {
        return port;
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(java.time.Duration.ofSeconds(15))) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
