package dev.gangway.faultlab;

import static dev.gangway.faultlab.ReportedServers.connack;

import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.MqttOptions.Will;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Publication;
import dev.gangway.faultlab.HostileServer.Manners;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * More reports from public trackers. Each was first tried by the packaged program against the real server that the report
 * names (RabbitMQ 3.10, Mosquitto 2.0, aedes 0.51, ejabberd 23.01, Artemis 2.55, HiveMQ 2025.5, HAProxy, nginx), or where that
 * cannot run here against bytes; here what those sent is replayed.
 */
final class RecordedReports {
    private static final byte[] NOTHING = {};
    private static final String AWS = "CN=*.iot.eu-west-1.amazonaws.com";

    private final ReportedServers servers;
    private final List<Reported> all = new ArrayList<>();

    RecordedReports(ReportedServers servers) {
        this.servers = servers;
        logins();
        connects();
        messages();
        proxies();
    }

    List<Reported> all() {
        return all;
    }

    private void logins() {
        String group = "login, recorded";
        add(
                group,
                "rabbitmq/rabbitmq-mqtt#10",
                "RabbitMQ, nobody signs in, CONNACK 5",
                "mqtt.anonymous-refused",
                "",
                () -> old(connack(5), null, null));
        add(
                group,
                "rabbitmq/rabbitmq-mqtt#100",
                "RabbitMQ, a virtual host before the colon that is not there: CONNACK 4, and 5 without it",
                "mqtt.no-permission",
                "mqtt.login-refused",
                () -> servers.plain(
                        bySight(ReportedServers.holding("nowhere:dev"), connack(4), connack(5)),
                        Version.V3_1_1,
                        "nowhere:dev",
                        "right"));
        add(
                group,
                "emqx/emqx#8791",
                "RabbitMQ with OAuth 2, a token whose key id no key has, CONNACK 4",
                "mqtt.jwt-key-unknown",
                "mqtt.jwt-claims-refused",
                () -> old(connack(4), "pump-1", jwt("k9")));
        add(
                group,
                "OffbandMesh/meshcore-firmware#68",
                "a good token and no user name, 0x87",
                "mqtt.user-name-missing",
                "mqtt.jwt-refused",
                () -> servers.plain(HostileServer.answering(connack(0x87, true)), Version.V5, null, jwt("k1")));
        add(
                group,
                "processone/ejabberd#3988",
                "ejabberd, a JID at a host that it does not serve, CONNACK 3",
                "mqtt.user-name-form mqtt.login-refused",
                "mqtt.unavailable",
                () -> old(connack(3), "dev@elsewhere", "right"));
        add(
                group,
                "kbredemeier/off_broadway_mqtt#2",
                "Artemis, nobody signs in, CONNACK 5",
                "mqtt.anonymous-refused",
                "",
                () -> old(connack(5), null, null));
        add(
                group,
                "apache/artemis#3949",
                "Artemis, wrong password, CONNACK 5",
                "mqtt.login-refused",
                "",
                () -> old(connack(5), "dev", "wrong"));
        add(
                group,
                "aws/aws-iot-device-sdk-python-v2#219",
                "AWS, a custom authorizer whose policy allows nothing: hung up",
                "mqtt.policy-refused",
                "port.closed-behind-tls port.no-server-behind",
                () -> {
                    Plan plan = servers.mutualNamed(AWS, HostileServer::readSome, Version.V3_1_1);
                    return plan.withMqtt(plan.mqtt()
                            .withLogin(
                                    Optional.of("u?x-amz-customauthorizer-name=Lambda"),
                                    Optional.of(dev.gangway.secret.Secret.of("p"))));
                });
    }

    private void connects() {
        String group = "CONNECT, recorded";
        Will will = new Will("owntracks/u/gone", new byte[] {'1'}, 0, false);
        add(
                group,
                "jpmens/mosquitto-auth-plug#13",
                "a will on a topic that is not allowed, CONNACK 5",
                "mqtt.will-refused",
                "mqtt.login-refused",
                () -> {
                    Plan plan = servers.plain(
                            servers.refusingIf(ReportedServers::hasWill, connack(5)), Version.V3_1_1, "u", "p");
                    return plan.withMqtt(plan.mqtt().withWill(Optional.of(will)));
                });
        add(
                group,
                "haproxy/haproxy#1598",
                "MQTT 3.1 hung up on, 3.1.1 taken",
                "mqtt.version-refused",
                "port.closed-on-connect",
                () -> {
                    Plan plan = servers.plain(
                            servers.hangingUpUnless(
                                    ReportedServers.holding("MQIsdp").negate()),
                            Version.V3_1,
                            "u",
                            "p");
                    return plan.withMqtt(plan.mqtt().withClientId("pump-1"));
                });
        add(
                group,
                "AnaviTechnology/anavi-thermometer-sw#43",
                "aedes, MQTT 3.1 with a client id of more than 23 characters, CONNACK 2",
                "mqtt.client-id-too-long",
                "mqtt.client-id-refused",
                () -> {
                    Plan plan = servers.plain(
                            bySight(ReportedServers.holding("anavi-thermometer"), connack(2), connack(0)),
                            Version.V3_1,
                            null,
                            null);
                    return plan.withMqtt(plan.mqtt().withClientId("anavi-thermometer-a1b2c3d4e5"));
                });
        add(
                group,
                "moscajs/aedes#194",
                "aedes, MQTT 5, CONNACK 1",
                "mqtt.version-refused",
                "",
                () -> servers.plain(HostileServer.answering(connack(1)), Version.V5, null, null));
        add(
                group,
                "moscajs/aedes#783",
                "aedes lets nobody in before CONNECT is looked at, and says nothing",
                "mqtt.no-connack",
                "",
                () -> servers.plain(HostileServer::waitForEnd, Version.V3_1_1, null, null)
                        .within(java.time.Duration.ofSeconds(2)));
    }

    private void messages() {
        String group = "messages, recorded";
        Predicate<byte[]> any = _ -> true;
        byte[] notAllowed = {(byte) 0xE0, 2, (byte) 0x87, 0};
        byte[] tooLarge = {(byte) 0xE0, 2, (byte) 0x95, 0};
        add(
                group,
                "rabbitmq/rabbitmq-server#15123",
                "RabbitMQ hangs up on a topic that is not allowed, and knows no MQTT 5",
                "session.not-allowed",
                "session.closed-after-publish",
                () -> message(ReportedServers.onMessage(any, NOTHING, false), "secret/a", "1", 1));
        add(
                group,
                "apache/artemis#3976",
                "Artemis hangs up on it with 3.1.1, and says 0x87 with 5",
                "session.not-allowed",
                "session.closed-after-publish",
                () -> message(ReportedServers.onMessage(any, notAllowed, true), "secret", "1", 1));
        add(
                group,
                "rabbitmq/rabbitmq-server#15123",
                "HiveMQ, the same",
                "session.not-allowed",
                "session.closed-after-publish",
                () -> message(ReportedServers.onMessage(any, notAllowed, true), "secret", "1", 1));
        add(
                group,
                "eclipse-mosquitto/mosquitto#3713",
                "Mosquitto, a message above max_packet_size over 3.1.1",
                "session.too-large",
                "session.closed-after-publish",
                () -> message(
                        ReportedServers.onMessage(seen -> seen.length > 300, tooLarge, true), "a", "x".repeat(400), 1));
        add(
                group,
                "eclipse-mosquitto/mosquitto#2418",
                "Mosquitto, QoS 2 above max_qos over 3.1.1",
                "session.qos-not-supported",
                "session.closed-after-publish",
                () -> message(ReportedServers.onMessage(seen -> (seen[0] & 6) == 4, NOTHING, true), "a", "1", 2));
        add(
                group,
                "wiomoc/mosquitto-jwt-auth#15",
                "a token without sub connects, and publishing ends the connection",
                "session.not-allowed",
                "session.closed-after-publish",
                () -> message(ReportedServers.onMessage(any, NOTHING, false), "test", "hello", 1));
    }

    private void proxies() {
        String group = "proxies, recorded";
        add(
                group,
                "halfgaar/FlashMQ#49",
                "HAProxy ends TLS, and the broker behind waits for a PROXY header",
                "port.expects-proxy-header",
                "port.closed-behind-tls port.no-server-behind",
                () -> servers.tlsTo(servers.tls(servers.devices.server(), servers.afterProxyHeader())));
        add(
                group,
                "hivemq/hivemq-community-edition#184",
                "HAProxy sends a PROXY header that the broker behind does not know: hung up before CONNECT",
                "port.no-server-behind",
                "port.closed-behind-tls",
                () -> servers.tlsTo(servers.tls(servers.devices.server(), ReportedServers::onlyTls)));
        add(
                group,
                "eclipse-mosquitto/mosquitto#2015",
                "nginx maps by a name that it has not read: every CONNECT hung up on",
                "port.no-server-behind",
                "port.closed-behind-tls",
                () -> servers.tlsTo(servers.tls(servers.devices.server(), HostileServer::readSome)));
    }

    private Manners bySight(Predicate<byte[]> refused, byte[] with, byte[] otherwise) {
        return socket -> {
            byte[] connect = new byte[4096];
            int count = socket.getInputStream().read(connect);
            if (count > 0) {
                socket.getOutputStream().write(refused.test(Arrays.copyOf(connect, count)) ? with : otherwise);
                HostileServer.waitForEnd(socket);
            }
        };
    }

    private Plan message(Manners manners, String topic, String payload, int qos) {
        return servers.plain(manners, Version.V3_1_1, "u", "p")
                .publishing(new Publication(topic, payload.getBytes(StandardCharsets.UTF_8), qos));
    }

    private Plan old(byte[] answer, String user, String password) {
        return servers.plain(HostileServer.answering(answer), Version.V3_1_1, user, password);
    }

    private static String jwt(String key) {
        return ReportedServers.part("{\"alg\":\"RS256\",\"kid\":\"" + key + "\"}") + "."
                + ReportedServers.part("{\"aud\":\"rabbitmq\",\"sub\":\"pump-1\"}") + ".c2lnbmF0dXJl";
    }

    private void add(String group, String source, String what, String right, String vague, Supplier<Plan> plan) {
        all.add(new Reported(group, source, what, codes(right), codes(vague), plan));
    }

    private static Set<String> codes(String separated) {
        return Arrays.stream(separated.split(" "))
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toSet());
    }
}
