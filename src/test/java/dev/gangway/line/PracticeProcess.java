package dev.gangway.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.app.Main;
import dev.gangway.secret.Secret;
import dev.gangway.server.ServerEntry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A practice server in a process of its own, as {@code gangway practice} starts it. */
public final class PracticeProcess implements AutoCloseable {
    private final Process process;
    private final JsonNode facts;

    private PracticeProcess(Process process, JsonNode facts) {
        this.process = process;
        this.facts = facts;
    }

    /** Starts one on free ports; what it says of itself goes into this folder. */
    public static PracticeProcess start(Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "practice",
                        "--json",
                        "--rest-port=0",
                        "--mqtt-port=0",
                        "--mqtts-port=0",
                        "--https-port=0",
                        "--coap-port=0",
                        "--coaps-port=0")
                .redirectError(folder.resolve("practice.err").toFile())
                .start();
        JsonNode facts = new ObjectMapper()
                .getFactory()
                .createParser(process.getInputStream())
                .readValueAsTree();
        return new PracticeProcess(process, facts);
    }

    /** Its REST interface. */
    public URI url() {
        return URI.create(text("url"));
    }

    /** A member of what it says of itself. */
    public String text(String member) {
        return facts.path(member).asText();
    }

    /** The port of this kind of listener. */
    public int port(String member) {
        return facts.path(member).asInt();
    }

    /** As an entry of a vault. */
    public ServerEntry entry(String name) {
        return new ServerEntry(
                UUID.fromString("5a7c9d2e-0000-4000-8000-000000000012"),
                name,
                ServerEntry.Kind.THINGSBOARD,
                url(),
                text("user"),
                Secret.of(text("password")),
                Optional.of(new ServerEntry.HostPort(text("host"), port("mqttPort"))),
                Optional.of(new ServerEntry.HostPort(text("host"), port("mqttsPort"))),
                List.of(text("authority")));
    }

    /** Its process. */
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
