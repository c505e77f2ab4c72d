package dev.gangway.brokers;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * An Artemis whose OIDC login module judges tokens by the keys of an issuer. {@code mvn -f src/test/brokers package}
 * fetches it.
 */
public final class Artemis implements AutoCloseable {
    private final ChildProcess process;
    private final int port;

    private Artemis(ChildProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** One that takes tokens of this issuer for this audience. */
    public static Artemis start(URI issuer, String audience) throws IOException {
        int port = ChildProcess.freePort();
        Path log = Path.of("target", "brokers", "artemis-" + port + ".log");
        ProcessBuilder command = ChildProcess.java(List.of(
                "-cp",
                Path.of("target", "brokers", "artemis") + "/*",
                Path.of("src", "test", "brokers", "artemis", "ArtemisMain.java").toString(),
                String.valueOf(port),
                issuer.toString(),
                audience));
        ChildProcess process = ChildProcess.start(
                command, log, Duration.ofMinutes(1), () -> Files.readString(log).contains("READY"));
        return new Artemis(process, port);
    }

    /** Of MQTT without TLS. */
    public int port() {
        return port;
    }

    @Override
    public void close() {
        process.close();
    }
}
