package dev.gangway.pki.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.pki.Family;
import dev.gangway.pki.Identity;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.Pem;
import dev.gangway.pki.bouncycastle.BouncyCastleExporter;
import dev.gangway.secret.Secret;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets run as they are, against a Mosquitto that asks for a client certificate. */
@Tag("mosquitto")
class SnippetIT {
    private static final Secret PASSPHRASE = Secret.of("correct");

    @TempDir
    Path folder;

    private final Family family = new Family(KeyType.EC_P256);
    private int port;
    private Process broker;

    @BeforeEach
    void startBroker() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Identity server = family.server("localhost");
        Files.writeString(folder.resolve("root.pem"), Pem.certificate(family.root.leaf()));
        Files.writeString(folder.resolve("server.pem"), Pem.certificates(server.chain()));
        Files.writeString(
                folder.resolve("server.key"), Pem.privateKey(server.key()).reveal());
        Files.writeString(folder.resolve("mosquitto.conf"), """
                user root
                listener %d 127.0.0.1
                allow_anonymous true
                require_certificate true
                use_identity_as_username true
                cafile %2$s/root.pem
                certfile %2$s/server.pem
                keyfile %2$s/server.key
                """.formatted(port, folder));
        Path installed = Path.of("/usr/sbin/mosquitto");
        broker = new ProcessBuilder(
                        Files.exists(installed) ? installed.toString() : "mosquitto", "-c", "mosquitto.conf")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("mosquitto.log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(20)).until(this::isUp);
    }

    private boolean isUp() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @AfterEach
    void stopBroker() throws InterruptedException {
        broker.destroy();
        broker.waitFor();
    }

    @Test
    void theShellScriptPublishes() throws Exception {
        write(ExportFormat.MOSQUITTO);
        assertRuns("sh", "pump.mosquitto.sh");
    }

    /** Whatever Python has Paho: the system's own on Debian. */
    @Test
    @Tag("python")
    void thePythonProgramPublishes() throws Exception {
        write(ExportFormat.PAHO_PYTHON);
        Path systems = Path.of("/usr/bin/python3");
        assertRuns(Files.exists(systems) ? systems.toString() : "python3", "pump.py");
        assertThat(Files.readString(folder.resolve("mosquitto.log"))).contains("pump-0417");
    }

    @Test
    @Tag("python")
    void thePythonProgramSaysSoWhenItIsRefused() throws Exception {
        write(ExportFormat.PAHO_PYTHON);
        Identity stranger = new Family(KeyType.EC_P256).device;
        Files.writeString(folder.resolve("pump.chain.pem"), Pem.certificates(stranger.chain()));
        Files.writeString(
                folder.resolve("pump.key.pem"), Pem.privateKey(stranger.key()).reveal());
        Path systems = Path.of("/usr/bin/python3");
        Process process = new ProcessBuilder(Files.exists(systems) ? systems.toString() : "python3", "pump.py")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
    }

    @Test
    void theJavaClassPublishes() throws Exception {
        write(ExportFormat.PAHO_JAVA);
        String paho = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains("client.mqttv3"))
                .findFirst()
                .orElseThrow();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        assertRuns(java, "-cp", paho, "Publish.java");
    }

    private void assertRuns(String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().put("KEY_PASSPHRASE", PASSPHRASE.reveal());
        Process process = builder.start();
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        String output = Files.readString(folder.resolve("output"), StandardCharsets.UTF_8)
                + Files.readString(folder.resolve("mosquitto.log"), StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(output).isZero();
    }

    private void write(ExportFormat format) {
        ExportRequest request = new ExportRequest(
                "pump", family.device, family.root.chain(), Optional.of(PASSPHRASE), "localhost", port);
        List<ExportFile> files =
                new BouncyCastleExporter().export(format, request).orThrow();
        ExportFolder.write(folder, files).orThrow();
    }
}
