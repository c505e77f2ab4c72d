package dev.gangway.credentials;

import dev.gangway.bench.model.MqttOptions;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.KeyRef;
import dev.gangway.device.ServerState;
import dev.gangway.pki.Fingerprints;
import dev.gangway.secret.Secret;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What becomes of a credential, before anything is sent.
 *
 * @param stored what the server will keep of it; empty where it keeps nothing
 * @param sent what the device will say when it connects
 */
public record CredentialPreview(List<Line> stored, List<Line> sent) {
    private static final UUID NOBODY = new UUID(0, 0);

    public CredentialPreview {
        stored = List.copyOf(stored);
        sent = List.copyOf(sent);
    }

    /** One value with the key of its name, found under {@code preview.<key>}. */
    public sealed interface Line {
        /** Key of its name. */
        String key();

        /** A value for all eyes. */
        record Open(String key, String text) implements Line {}

        /** A value that is shown on purpose only. */
        record Hidden(String key, Secret secret) implements Line {}
    }

    /** Of this credential in the hands of a device of this name. */
    public static CredentialPreview of(Credential credential, String deviceName) {
        return new CredentialPreview(stored(credential), sent(credential, deviceName));
    }

    private static List<Line> stored(Credential credential) {
        return switch (credential) {
            case Credential.AccessToken(Secret token) -> List.of(type("ACCESS_TOKEN"), new Line.Hidden("id", token));
            case Credential.MqttBasic basic -> basic(basic);
            case Credential.X509Leaf leaf -> certificate(leaf.certificate());
            case Credential.X509Chain chain -> certificate(chain.chain().getFirst());
            case Credential.None none -> List.of();
            case Credential.Jwt jwt -> List.of();
            case Credential.OAuth oauth -> List.of();
            case Credential.Provisioning provisioning -> List.of(type("ACCESS_TOKEN"));
        };
    }

    private static List<Line> certificate(X509Certificate leaf) {
        return List.of(type("X509_CERTIFICATE"), new Line.Open("id", Fingerprints.credentialsId(leaf)));
    }

    /** ThingsBoard finds a user name alone as it is, and everything with a client id by a hash. */
    private static List<Line> basic(Credential.MqttBasic basic) {
        Optional<String> client = basic.clientId().filter(text -> !text.isEmpty());
        Optional<String> user = basic.userName().filter(text -> !text.isEmpty());
        if (client.isEmpty() && user.isEmpty()) {
            return List.of();
        }
        String id = client.map(known ->
                        Fingerprints.sha3(user.map(name -> known + "|" + name).orElse(known)))
                .orElseGet(user::orElseThrow);
        List<Line> lines = new ArrayList<>(List.of(type("MQTT_BASIC"), new Line.Open("id", id)));
        login(client, user, basic.password(), lines);
        return lines;
    }

    private static List<Line> sent(Credential credential, String deviceName) {
        Device device =
                new Device(NOBODY, deviceName, Optional.empty(), "", "", credential, ServerState.none(), Instant.EPOCH);
        MqttOptions login = Logins.of(device);
        List<Line> lines = new ArrayList<>();
        switch (credential) {
            case Credential.X509Leaf(X509Certificate leaf, KeyRef key) -> presented(List.of(leaf), lines);
            case Credential.X509Chain(List<X509Certificate> chain, KeyRef key) -> presented(chain, lines);
            case Credential.AccessToken token -> {
                lines.add(new Line.Open("client-id", login.clientId()));
                lines.add(new Line.Hidden("user-name", token.token()));
                return lines;
            }
            case Credential.Jwt jwt
            when jwt.inUserName() -> {
                lines.add(new Line.Open("client-id", login.clientId()));
                lines.add(new Line.Hidden("user-name", jwt.token()));
                return lines;
            }
            case Credential.OAuth oauth
            when oauth.inUserName() && oauth.held().isPresent() -> {
                lines.add(new Line.Open("client-id", login.clientId()));
                lines.add(new Line.Hidden("user-name", oauth.held().get().accessToken()));
                return lines;
            }
            case Credential.Provisioning(String key, Secret secret, boolean overMqtt) -> {
                lines.add(new Line.Open("user-name", "provision"));
                lines.add(new Line.Open("provision-key", key));
                lines.add(new Line.Hidden("provision-secret", secret));
                return lines;
            }
            default -> {}
        }
        login(Optional.of(login.clientId()), login.userName(), login.password(), lines);
        return lines;
    }

    private static void presented(List<X509Certificate> chain, List<Line> lines) {
        for (X509Certificate certificate : chain) {
            lines.add(new Line.Open(
                    "certificate", certificate.getSubjectX500Principal().getName()));
        }
        lines.add(new Line.Open("fingerprint", Fingerprints.sha256(chain.getFirst())));
    }

    private static void login(
            Optional<String> clientId, Optional<String> userName, Optional<Secret> password, List<Line> lines) {
        clientId.ifPresent(text -> lines.add(new Line.Open("client-id", text)));
        userName.ifPresent(text -> lines.add(new Line.Open("user-name", text)));
        password.filter(secret -> secret.length() > 0)
                .ifPresent(secret -> lines.add(new Line.Hidden("password", secret)));
    }

    private static Line type(String name) {
        return new Line.Open("type", name);
    }
}
