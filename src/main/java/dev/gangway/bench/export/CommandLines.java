package dev.gangway.bench.export;

import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Publication;
import dev.gangway.bench.model.TlsOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What one would type into a shell to see the same as a test shows. Secrets are left out: they stand as names of shell
 * variables and of files.
 */
public final class CommandLines {
    private static final Pattern NEEDS_NO_QUOTES = Pattern.compile("[A-Za-z0-9_./:@%+=,\\[\\]-]+");

    private CommandLines() {}

    /** All that fit the plan. */
    public static List<String> of(Plan plan) {
        List<String> lines = new ArrayList<>(openssl(plan));
        lines.addAll(mosquitto(plan));
        lines.addAll(DeviceApiCommands.of(plan));
        return List.copyOf(lines);
    }

    /** Where TLS is spoken, OpenSSL's view of the handshake. */
    public static List<String> openssl(Plan plan) {
        if (!plan.endpoint().transport().isSecure()) {
            return List.of();
        }
        List<String> words = new ArrayList<>(List.of("openssl", "s_client", "-connect", address(plan.endpoint())));
        String name = plan.tls().expectedName(plan.endpoint().host());
        words.addAll(plan.tls().name().sent() ? List.of("-servername", quoted(name)) : List.of("-noservername"));
        words.addAll(List.of("-verify_hostname", quoted(name)));
        if (plan.endpoint().transport().isCoap()) {
            words.add("-dtls1_2");
        } else if (plan.tls().offer().versions().size() == 1) {
            words.add(plan.tls().offer().versions().getFirst() == TlsOptions.Version.TLS_1_3 ? "-tls1_3" : "-tls1_2");
        }
        if (!plan.tls().trust().anchors().isEmpty()) {
            words.addAll(List.of("-CAfile", "authority.pem"));
        }
        plan.tls().identity().ifPresent(identity -> {
            words.addAll(List.of("-cert", "device.pem", "-key", "device.key"));
            if (identity.chain().size() > 1) {
                words.addAll(List.of("-cert_chain", "chain.pem"));
            }
        });
        words.addAll(List.of("-showcerts", "-state"));
        return List.of(String.join(" ", words));
    }

    /** The whole test with Mosquitto's client; for MQTT over TCP or TLS. */
    public static List<String> mosquitto(Plan plan) {
        if (plan.endpoint().transport().isWebSocket()
                || plan.endpoint().transport().isDeviceApi()) {
            return List.of();
        }
        List<String> words = new ArrayList<>(List.of(
                "mosquitto_pub",
                "-h",
                quoted(plan.endpoint().host()),
                "-p",
                String.valueOf(plan.endpoint().port())));
        if (plan.endpoint().transport().isSecure()) {
            words.addAll(
                    plan.tls().trust().anchors().isEmpty()
                            ? List.of("--tls-use-os-certs")
                            : List.of("--cafile", "authority.pem"));
            plan.tls().identity().ifPresent(_ -> words.addAll(List.of("--cert", "device.pem", "--key", "device.key")));
        }
        words.addAll(List.of("-V", version(plan.mqtt().version())));
        if (!plan.mqtt().clientId().isEmpty()) {
            words.addAll(List.of("-i", quoted(plan.mqtt().clientId())));
        }
        plan.mqtt().userName().ifPresent(_ -> words.addAll(List.of("-u", "\"$MQTT_USER\"")));
        plan.mqtt().password().ifPresent(_ -> words.addAll(List.of("-P", "\"$MQTT_PASSWORD\"")));
        Publication message = plan.publication().orElse(new Publication("test", new byte[0], 0));
        words.addAll(List.of(
                "-q",
                String.valueOf(message.qos()),
                "-t",
                quoted(message.topic()),
                "-m",
                quoted(new String(message.payload(), StandardCharsets.UTF_8)),
                "-d"));
        return List.of(String.join(" ", words));
    }

    private static String address(Endpoint endpoint) {
        return quoted(endpoint.authority());
    }

    private static String version(Version version) {
        return switch (version) {
            case V3_1 -> "mqttv31";
            case V3_1_1 -> "mqttv311";
            case V5 -> "mqttv5";
        };
    }

    /** As a POSIX shell takes it for one word. */
    static String quoted(String word) {
        return NEEDS_NO_QUOTES.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
