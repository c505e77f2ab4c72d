package dev.gangway.line.unit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.background.Cancellation;
import dev.gangway.practice.PracticeServer;
import dev.gangway.practice.contract.RawMqtt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A device as it lies in a fixture: the recipe's program leaves in its folder what was written to it, and from then on it
 * tries to connect until it is let in. Its key never leaves its folder.
 */
final class PlayedDevice implements AutoCloseable {
    private static final String TOPIC = "v1/devices/me/telemetry";
    private static final String VALUE = "{\"t\":1}";

    private static final Duration BETWEEN = Duration.ofMillis(50);

    private final Path folder;
    private final PracticeServer server;
    private final Cancellation off = new Cancellation();
    private final Thread living;

    PlayedDevice(Path folder, PracticeServer server) {
        this.folder = folder;
        this.server = server;
        living = Thread.ofVirtual().start(this::live);
    }

    /** What the fixture's program does: makes the key and the request in the device, or writes to it. */
    static String program(Path folder, String subject) {
        return "cd '" + folder + "'; cat > told.json; if grep -q '\"ask\":\"request\"' told.json; then"
                + " cp told.json asked.json;"
                + " openssl ecparam -name prime256v1 -genkey -noout -out key.pem 2>/dev/null;"
                + " openssl req -new -key key.pem -subj '" + subject + "' -out csr.pem; printf"
                + " '{\"ok\":true,\"message\":\"key"
                + " made\",\"csr\":\"%s\"}' \"$(awk '{printf"
                + " \"%s\\\\n"
                + "\", $0}' csr.pem)\"; else echo wrote slot 3"
                + " >&2; mv told.json written.json; echo"
                + " '{\"ok\":true,\"message\":\"written\"}'; fi";
    }

    private void live() {
        try {
            boolean heard = false;
            do {
                Path written = folder.resolve("written.json");
                heard = Files.exists(written) && speak(new ObjectMapper().readTree(written.toFile()));
            } while (!heard && off.pause(BETWEEN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it knows that it was let in. */
    private boolean speak(JsonNode told) throws IOException, InterruptedException {
        if (told.at("/credential/type").asText().equals("token")) {
            try (RawMqtt mqtt = RawMqtt.tcp(server.host(), server.mqttPort())) {
                String token = told.at("/credential/token").asText();
                boolean in = mqtt.connect(RawMqtt.Version.V311, token).equals("20020000");
                if (in && Files.exists(folder.resolve("sends"))) {
                    mqtt.publish(TOPIC, VALUE, 1);
                }
                return in;
            }
        }
        Files.writeString(
                folder.resolve("certificate.pem"),
                told.at("/credential/certificate").asText());
        Files.write(folder.resolve("speech"), speech());
        String line = "openssl s_client -quiet -connect " + server.host() + ":" + server.mqttsPort()
                + " -cert certificate.pem -key key.pem < speech";
        new ProcessBuilder("/bin/sh", "-c", line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("spoke").toFile())
                .start()
                .waitFor();
        return false; // it cannot see whether, so it goes on for as long as the test looks
    }

    /** MQTT 3.1.1: CONNECT with nothing but a client id, PUBLISH with QoS 0, DISCONNECT. */
    private static byte[] speech() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {0x10, 13, 0, 4, 'M', 'Q', 'T', 'T', 4, 2, 0, 60, 0, 1, 'd'});
        bytes.writeBytes(new byte[] {0x30, (byte) (2 + TOPIC.length() + VALUE.length()), 0, (byte) TOPIC.length()});
        bytes.writeBytes((TOPIC + VALUE).getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(new byte[] {(byte) 0xE0, 0});
        return bytes.toByteArray();
    }

    @Override
    public void close() throws InterruptedException {
        off.cancel();
        living.join();
    }
}
