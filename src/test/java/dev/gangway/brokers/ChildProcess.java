package dev.gangway.brokers;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/** A real server in a process of its own, ended with its children on close and with this JVM. */
public final class ChildProcess implements AutoCloseable {
    private final Process process;
    private final Path log;
    private final Thread atExit;

    private ChildProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        atExit = new Thread(this::kill);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts one and waits until it is ready.
     *
     * @param log gets what it prints
     * @param ready asked again and again; an exception means not yet
     */
    public static ChildProcess start(ProcessBuilder command, Path log, Duration patience, Callable<Boolean> ready)
            throws IOException {
        Files.createDirectories(log.getParent());
        command.redirectErrorStream(true).redirectOutput(log.toFile());
        ChildProcess child = new ChildProcess(command.start(), log);
        try {
            await().atMost(patience)
                    .pollInterval(Duration.ofMillis(100))
                    .ignoreExceptions()
                    .failFast("it ended", () -> !child.process.isAlive())
                    .until(ready);
            return child;
        } catch (RuntimeException never) {
            child.close();
            throw new IOException("not ready: " + Files.readString(log), never);
        }
    }

    /** A command that runs Java, of the version of this JVM. */
    public static ProcessBuilder java(List<String> arguments) {
        List<String> command = new java.util.ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }

    /** A port of the loopback address that was free a moment ago. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** What it has printed so far. */
    public String said() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        kill();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
