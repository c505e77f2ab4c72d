package dev.gangway.brokers;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A Keycloak with the realm of {@code src/test/brokers/keycloak/plant.json}. It takes long to start, so the tests of one
 * JVM share it. {@code mvn -f src/test/brokers package} fetches it.
 */
public final class Keycloak {
    private static final Path HOME = Path.of("target", "brokers", "keycloak", "keycloak-26.7.3");

    private static Keycloak running;

    private final URI issuer;

    private Keycloak(URI issuer) {
        this.issuer = issuer;
    }

    /**
     * The one of this JVM.
     *
     * @param keys of the client that signs its requests, as a JSON Web Key Set
     */
    public static synchronized Keycloak running(String keys) throws IOException {
        if (running == null) {
            Path realms = Files.createDirectories(HOME.resolve("data").resolve("import"));
            String realm = Files.readString(Path.of("src", "test", "brokers", "keycloak", "plant.json"));
            Files.writeString(realms.resolve("plant.json"), realm.replace("@JWKS@", keys.replace("\"", "\\\"")));
            int port = ChildProcess.freePort();
            ProcessBuilder command = new ProcessBuilder(
                    HOME.resolve("bin").resolve("kc.sh").toAbsolutePath().toString(),
                    "start-dev",
                    "--db=dev-mem",
                    "--http-host=127.0.0.1",
                    "--http-port=" + port,
                    "--import-realm");
            command.environment().put("JAVA_HOME", System.getProperty("java.home"));
            URI issuer = URI.create("http://127.0.0.1:" + port + "/realms/plant");
            ChildProcess.start(
                    command,
                    Path.of("target", "brokers", "keycloak.log"),
                    Duration.ofMinutes(5),
                    () -> status(URI.create(issuer + "/.well-known/openid-configuration")) == 200);
            running = new Keycloak(issuer);
        }
        return running;
    }

    private static int status(URI at) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) at.toURL().openConnection();
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }

    /** Name of the realm, the {@code iss} of its tokens. */
    public URI issuer() {
        return issuer;
    }
}
