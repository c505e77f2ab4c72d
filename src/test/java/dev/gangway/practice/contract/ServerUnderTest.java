package dev.gangway.practice.contract;

import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeClient;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * The server that the contract is checked against: a practice server, or the one that system properties name:
 * {@code gangway.contract.url}, {@code .user}, {@code .password-file}, {@code .mqtt} and {@code .mqtts} (ports on the
 * same host).
 *
 * @param practice the practice server itself, where it is one
 * @param run a prefix of this run's own, so that names and tokens are free on a server that has seen other runs
 */
record ServerUnderTest(
        Optional<PracticeServer> practice,
        URI url,
        String user,
        String password,
        String host,
        int mqtt,
        int mqtts,
        String run)
        implements AutoCloseable {
    static ServerUnderTest open() {
        String url = System.getProperty("gangway.contract.url", "");
        String run = "r" + Integer.toString(new SecureRandom().nextInt(1 << 24), 36);
        if (url.isEmpty()) {
            PracticeServer server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                    .orThrow();
            return new ServerUnderTest(
                    Optional.of(server),
                    server.restUrl(),
                    server.tenantUser(),
                    server.tenantPassword(),
                    "127.0.0.1",
                    server.mqttPort(),
                    server.mqttsPort(),
                    run);
        }
        return new ServerUnderTest(
                Optional.empty(),
                URI.create(url),
                System.getProperty("gangway.contract.user"),
                read(Path.of(System.getProperty("gangway.contract.password-file"))),
                URI.create(url).getHost(),
                Integer.getInteger("gangway.contract.mqtt", 1883),
                Integer.getInteger("gangway.contract.mqtts", 8883),
                run);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A REST client that is signed in as the tenant. */
    PracticeClient client() {
        PracticeClient client = new PracticeClient(url);
        client.signIn(user, password);
        return client;
    }

    /** Connects with plain MQTT. */
    RawMqtt tcp() {
        return RawMqtt.tcp(host, mqtt);
    }

    /** Fills the places of a fixture: {@code {run}} is the prefix of this run. */
    String fill(String text) {
        return text.replace("{run}", run);
    }

    @Override
    public void close() {
        practice.ifPresent(PracticeServer::close);
    }
}
