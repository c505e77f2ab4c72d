package dev.gangway.faultlab;

import static dev.gangway.faultlab.ReportedServers.ACCEPTED_5;
import static dev.gangway.faultlab.ReportedServers.connack;

import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.MqttOptions.Will;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Publication;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.model.TlsOptions.Presentation;
import dev.gangway.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Faults from public trackers, made again. What is expected was written before the bench was asked. */
final class ReportedFaults {
    private static final String HUB = "lab.azure-devices.net";
    private static final String AWS = "CN=*.iot.eu-west-1.amazonaws.com";
    private static final Set<String> NOT_ALLOWED =
            Set.of("session.not-allowed", "session.closed-after-publish", "session.lost");

    private final ReportedServers servers;
    private final List<Reported> all = new ArrayList<>();

    ReportedFaults(ReportedServers servers) {
        this.servers = servers;
        logins();
        azure();
        certificatesInConnack();
        connectFields();
        network();
        webSockets();
        clouds();
        serverCertificates();
        clientCertificates();
        sessions();
    }

    List<Reported> all() {
        return all;
    }

    private void logins() {
        String group = "login";
        add(
                group,
                "mqttjs/MQTT.js#1192",
                "wrong password, CONNACK 5",
                "mqtt.login-refused",
                "",
                () -> old(5, "u", "p"));
        add(
                group,
                "emqx/emqx-auth-username#141",
                "user unknown, CONNACK 5",
                "mqtt.login-refused",
                "",
                () -> old(5, "u", "p"));
        add(
                group,
                "emqx/emqx-auth-mongo#36",
                "wrong password, CONNACK 4",
                "mqtt.login-refused",
                "",
                () -> old(4, "test5", "123"));
        add(
                group,
                "tchaloupka/vibe-mqtt#40",
                "EMQX, wrong login, 0x87",
                "mqtt.login-refused",
                "",
                () -> five(0x87, "user", "password"));
        add(
                group,
                "emqx/emqx#13214",
                "client id not as the login wants it, CONNACK 4",
                "mqtt.login-refused mqtt.client-id-refused",
                "",
                () -> old(4, "org-1", "key"));
        add(
                group,
                "Freeboard/freeboard#262",
                "nobody, CONNACK 5",
                "mqtt.anonymous-refused",
                "",
                () -> old(5, null, null));
        add(
                group,
                "eclipse-mosquitto/mosquitto#2897",
                "nobody over MQTT 5, 0x87",
                "mqtt.anonymous-refused",
                "",
                () -> five(0x87, null, null));
        add(
                group,
                "emqx/emqx#1676",
                "JWT, CONNACK 4",
                "mqtt.jwt-claims-refused mqtt.jwt-key-unknown",
                "mqtt.login-refused",
                () -> old(4, "u", jwt("RS256", "{\"aud\":\"x\"}")));
        add(
                group,
                "GoogleCloudPlatform/python-docs-samples#3269",
                "JWT by a key of another device, CONNACK 5",
                "mqtt.jwt-refused mqtt.jwt-key-unknown mqtt.jwt-claims-refused",
                "mqtt.login-refused",
                () -> old(5, "unused", jwt("RS256", "{\"aud\":\"project\"}")));
        add(
                group,
                "rabbitmq/rabbitmq-server#409",
                "RabbitMQ, guest from afar: 4 to a wrong password, 5 to the right one",
                "mqtt.no-permission",
                "mqtt.login-refused",
                () -> servers.plain(servers.knowing("guest"), Version.V3_1_1, "guest", "guest"));
        add(
                group,
                "rabbitmq/rabbitmq-server#5512",
                "RabbitMQ, no right in the virtual host",
                "mqtt.no-permission",
                "mqtt.login-refused",
                () -> servers.plain(servers.knowing("right"), Version.V3_1_1, "dev", "right"));
        add(
                group,
                "xarg/rabbitmq-statefulset#1",
                "RabbitMQ, unknown user, CONNACK 4",
                "mqtt.login-refused",
                "",
                () -> old(4, "/:username", "p"));
        add(
                group,
                "rabbitmq/rabbitmq-mqtt#100",
                "RabbitMQ, a colon in the user name makes a virtual host that is not there: hung up",
                "mqtt.no-permission mqtt.login-refused",
                "port.closed-on-connect mqtt.policy-refused",
                () -> servers.plain(HostileServer::readSome, Version.V3_1_1, "aa:bb", "p"));
        add(
                group,
                "thingsboard/thingsboard#608",
                "ThingsBoard, the token of another server, CONNACK 5",
                "mqtt.token-unknown",
                "",
                () -> old(5, "zEq5PUd17U2ZhD3VXAoK", null));
    }

    private void azure() {
        String group = "Azure";
        String good = sas(HUB + "%2Fdevices%2Fdev", 3600);
        add(
                group,
                "MicrosoftDocs/azure-docs#38897",
                "user name without api-version, CONNACK 5",
                "mqtt.user-name-form",
                "mqtt.login-refused",
                () -> azure(5, HUB + "/dev", good));
        add(
                group,
                "Azure/azure-iot-sdk-c#660",
                "user name and signature of another hub, CONNACK 5",
                "mqtt.user-name-form mqtt.sas-unusable",
                "mqtt.login-refused",
                () -> azure(
                        5, "other.azure-devices.net/dev/api-version=2019-03-18", sas("other.azure-devices.net", 3600)));
        add(
                group,
                "Azure/azure-iot-cli-extension#22",
                "a signature that is wrong, CONNACK 5",
                "mqtt.login-refused",
                "",
                () -> azure(5, HUB + "/dev/?api-version=2021-04-12", good));
        add(
                group,
                "Azure/azure-iot-sdk-c#373",
                "device unknown, CONNACK 5",
                "mqtt.login-refused",
                "",
                () -> azure(5, HUB + "/dev/api-version=2016-11-14&DeviceClientType=x", good));
        add(
                group,
                "Azure/azure-iot-sdk-csharp#1070",
                "a connection string as password, CONNACK 5",
                "mqtt.sas-unusable",
                "mqtt.login-refused",
                () -> azure(
                        5,
                        HUB + "/dev/?api-version=2021-04-12",
                        "HostName=" + HUB + ";DeviceId=dev;SharedAccessKey=a2V5"));
        add(
                group,
                "Azure/azure-iot-sdks#985",
                "a signature that has ended, CONNACK 5",
                "mqtt.sas-expired",
                "mqtt.login-refused",
                () -> azure(5, HUB + "/dev/?api-version=2021-04-12", sas(HUB, -60)));
    }

    private void certificatesInConnack() {
        String group = "certificate, in CONNACK";
        Set<String> unknown = Set.of("mqtt.certificate-unknown", "mqtt.chain-unknown");
        add(
                group,
                "thingsboard/thingsboard#4654",
                "a certificate of no device, CONNACK 5",
                unknown,
                Set.of(),
                () -> old(servers.mutual(connack(5), servers.devices.direct)));
        add(
                group,
                "thingsboard/thingsboard-gateway#1584",
                "a certificate of no device, 0x87",
                unknown,
                Set.of(),
                () -> servers.mutual(connack(0x87, true), servers.devices.direct));
        add(
                group,
                "Azure/azure-iot-sdk-python#324",
                "a certificate by an authority that is not verified, CONNACK 5",
                unknown,
                Set.of(),
                () -> old(servers.mutual(connack(5), servers.devices.good)));
        add(
                group,
                "MicrosoftDocs/azure-docs#28499",
                "the same, the leaf alone",
                unknown,
                Set.of(),
                () -> old(servers.mutual(connack(5), servers.devices.direct)));
        add(
                group,
                "thingsboard/thingsboard#3490",
                "an expired certificate, CONNACK 5",
                Set.of("mqtt.certificate-expired"),
                Set.of(),
                () -> old(servers.asking(connack(5), servers.devices.expired)));
        add(
                group,
                "thingsboard/thingsboard#10018",
                "Java sends no certificate, since its issuer is not in the server's list, 0x87",
                Set.of("cert.withheld"),
                Set.of("mqtt.anonymous-refused"),
                () -> {
                    Plan plan = servers.asking(connack(0x87, true), servers.devices.strange);
                    return plan.withTls(plan.tls().withPresentation(Presentation.STOCK_JAVA));
                });
        add(
                group,
                "thingsboard/thingsboard#14103",
                "a chain without its root, taken",
                Set.of(Lab.PASS),
                Set.of(),
                () -> servers.mutual(ACCEPTED_5, servers.devices.good));
    }

    private void connectFields() {
        String group = "fields of CONNECT";
        add(
                group,
                "eclipse-mosquitto/mosquitto#2309",
                "keep-alive 0, CONNACK 2",
                "mqtt.keep-alive-refused",
                "mqtt.client-id-refused",
                () -> keepAlive(0));
        add(
                group,
                "shamblett/mqtt_client#325",
                "keep-alive 0 with a login, CONNACK 2",
                "mqtt.keep-alive-refused",
                "mqtt.client-id-refused",
                () -> {
                    Plan plan = keepAlive(0);
                    return plan.withMqtt(plan.mqtt().withLogin(Optional.of("u"), Optional.of(Secret.of("p"))));
                });
        add(
                group,
                "eclipse-mosquitto/mosquitto#2361",
                "keep-alive above the largest, CONNACK 2",
                "mqtt.keep-alive-refused",
                "mqtt.client-id-refused",
                () -> keepAlive(65_535));
        add(
                group,
                "eclipse-mosquitto/mosquitto#2462",
                "keep-alive of two hours, CONNACK 2",
                "mqtt.keep-alive-refused",
                "mqtt.client-id-refused",
                () -> keepAlive(7_200));
        add(
                group,
                "shamblett/mqtt_client#253",
                "this client id, CONNACK 2",
                "mqtt.client-id-refused",
                "",
                () -> servers.plain(
                        servers.refusingIf(ReportedServers.holding("reported-one"), connack(2)),
                        Version.V3_1_1,
                        "u",
                        "p"));
        add(
                group,
                "njouanin/hbmqtt#32",
                "no client id and no clean session, CONNACK 2",
                "mqtt.client-id-empty",
                "",
                () -> {
                    Plan plan = old(2, null, null);
                    return plan.withMqtt(
                            plan.mqtt().withClientId("").withSession(session -> session.withCleanStart(false)));
                });
        add(
                group,
                "Cumulocity-IoT/c8y-docs#350",
                "MQTT 5 where 3.1.1 is spoken, CONNACK 1",
                "mqtt.version-refused",
                "",
                () -> servers.plain(HostileServer.answering(connack(1)), Version.V5, "u", "p"));
        add(
                group,
                "emqx/emqx#2167",
                "a will that may not be published, CONNACK 1",
                "mqtt.will-refused",
                "mqtt.version-refused",
                () -> {
                    Plan plan = servers.plain(
                            servers.refusingIf(ReportedServers::hasWill, connack(1)), Version.V3_1_1, "u", "p");
                    return plan.withMqtt(
                            plan.mqtt().withWill(Optional.of(new Will("$SYS/x", new byte[] {'0'}, 1, true))));
                });
        add(
                group,
                "thor0215/hassio-xfinity-usage#35",
                "a carriage return in the user name, hung up",
                "mqtt.control-character",
                "",
                () -> servers.plain(HostileServer::readSome, Version.V3_1_1, "u\r", "p"));
        add(
                group,
                "emqx/emqx#932",
                "the listener wants a PROXY header",
                "port.expects-proxy-header",
                "port.closed-on-connect",
                () -> servers.plain(servers.afterProxyHeader(), Version.V3_1_1, "u", "p"));
        add(
                group,
                "emqx/emqx#9830",
                "the same, MQTT 5",
                "port.expects-proxy-header",
                "port.closed-on-connect",
                () -> servers.plain(servers.afterProxyHeader(), Version.V5, "u", "p"));
        add(
                group,
                "wialon/gmqtt#45",
                "RabbitMQ hangs up on MQTT 5 and takes 3.1.1",
                "mqtt.version-refused",
                "port.closed-on-connect",
                () -> servers.plain(servers.hangingUpUnless(connect -> connect[8] == 4), Version.V5, "u", "p"));
    }

    private void network() {
        String group = "network and port";
        add(
                group,
                "mqttjs/MQTT.js#1824",
                "a name that does not exist",
                "net.unknown-host",
                "",
                () -> Lab.plain(1883, "t").at(Endpoint.of("no-such-host.invalid", 8883, false)));
        add(
                group,
                "shamblett/mqtt5_client#60",
                "a URL as host",
                "net.host-not-plain",
                "",
                () -> Lab.plain(1883, "t").at(Endpoint.of("mqtt://localhost", 8883, false)));
        add(group, "moscajs/mosca#287", "nothing listens", "net.refused", "", () -> Lab.plain(Ports.free(), "t"));
        add(
                group,
                "rabbitmq/rabbitmq-mqtt#113",
                "the plugin is not on",
                "net.refused",
                "",
                () -> Lab.plain(Ports.free(), "t"));
        add(
                group,
                "VictorHAS/mqtt-react-hooks#15",
                "plain MQTT to a TLS port",
                "port.needs-tls",
                "",
                () -> servers.plainTo(servers.tls(servers.devices.server(), HostileServer::waitForEnd)));
        add(
                group,
                "eclipse-mosquitto/mosquitto#2356",
                "plain MQTT to a port of mutual TLS",
                "port.needs-tls",
                "",
                () -> servers.plainTo(servers.mutualTls(HostileServer::waitForEnd)));
        add(
                group,
                "hivemq/mqtt-cli#149",
                "the same, MQTT 3.1.1",
                "port.needs-tls",
                "",
                () -> old(servers.plainTo(servers.mutualTls(HostileServer::waitForEnd))));
        add(
                group,
                "mqttjs/MQTT.js#424",
                "TLS to a plain port, hung up",
                "port.no-tls",
                "",
                () -> servers.tlsTo(HostileServer.start(HostileServer::readSome)));
        add(
                group,
                "eclipse-mosquitto/mosquitto#734",
                "TLS to a plain port of MQTT that answers",
                "port.no-tls port.plain-answer",
                "",
                () -> servers.tlsTo(HostileServer.start(servers.hangingUpUnless(ReportedServers::isConnect))));
        add(
                group,
                "mqttjs/MQTT.js#99",
                "a port that says nothing",
                "mqtt.no-connack",
                "",
                () -> brief(servers.plain(HostileServer::waitForEnd, Version.V3_1_1, "u", "p")));
        add(
                group,
                "mqttjs/MQTT.js#1822",
                "TLS stands, no CONNACK",
                "mqtt.no-connack",
                "",
                () -> brief(servers.tlsTo(servers.tls(servers.devices.server(), HostileServer::waitForEnd))));
        add(
                group,
                "eclipse-paho/paho.mqtt.javascript#233",
                "a ClientHello that nobody answers",
                "port.silent",
                "",
                () -> brief(servers.tlsTo(HostileServer.start(HostileServer::waitForEnd))));
        add(
                group,
                "mqttjs/MQTT.js#534",
                "MQTT to a web server",
                "port.http",
                "",
                () -> servers.plain(
                        HostileServer.answeringAndHangingUp(ReportedServers.http(400)), Version.V3_1_1, "u", "p"));
    }

    private void webSockets() {
        String group = "WebSocket";
        add(
                group,
                "mqttjs/MQTT.js#844",
                "ws to the port of MQTT, hung up",
                "port.websocket-unanswered",
                "port.websocket-refused",
                () -> servers.ws(HostileServer::readSome));
        add(
                group,
                "mqttjs/MQTT.js#715",
                "the same, with the answer of a broker",
                "port.websocket-unanswered port.foreign",
                "port.websocket-refused",
                () -> servers.ws(HostileServer.answeringAndHangingUp(connack(1))));
        add(
                group,
                "emqx/emqx-usage-example#3",
                "nginx passes no Upgrade on: 400",
                "port.websocket-behind-gateway port.websocket-refused",
                "",
                () -> servers.ws(HostileServer.answeringAndHangingUp(ReportedServers.http(400))));
        add(
                group,
                "websockets/ws#727",
                "a proxy that reaches nobody: 502",
                "port.websocket-behind-gateway",
                "port.websocket-refused",
                () -> servers.ws(HostileServer.answeringAndHangingUp(ReportedServers.http(502))));
        add(
                group,
                "emqx/emqx#1373",
                "Upgrade got lost: 426",
                "port.websocket-refused port.websocket-behind-gateway",
                "",
                () -> servers.ws(HostileServer.answeringAndHangingUp(ReportedServers.http(426))));
        add(
                group,
                "mqttjs/MQTT.js#251",
                "a wrong path: 404",
                "port.websocket-refused",
                "",
                () -> servers.ws(HostileServer.answeringAndHangingUp(ReportedServers.http(404))));
        add(
                group,
                "bastlirna/mqtt-wall#5",
                "a subprotocol that was not asked for",
                "port.websocket-other-protocol",
                "",
                () -> brief(servers.ws(WebSocketManners.speaking(Optional.of("mqttv3.1")))));
        add(
                group,
                "nori0428/mod_websocket#42",
                "another subprotocol",
                "port.websocket-other-protocol",
                "",
                () -> brief(servers.ws(WebSocketManners.speaking(Optional.of("chat")))));
        add(
                group,
                "shamblett/mqtt_client#370",
                "a WebSocket that carries nothing",
                "mqtt.no-connack",
                "",
                () -> brief(servers.ws(WebSocketManners.speaking(Optional.of("mqtt")))));
        add(
                group,
                "aws/aws-iot-device-sdk-java-v2#586",
                "a WebSocket closed on CONNECT",
                "mqtt.policy-refused",
                "port.closed-on-connect port.closed-behind-tls",
                () -> servers.ws(WebSocketManners.closing()));
    }

    private void clouds() {
        String group = "AWS and HiveMQ Cloud";
        add(
                group,
                "cesanta/mongoose-os#178",
                "hung up on CONNECT after the certificate",
                "mqtt.policy-refused",
                "port.closed-behind-tls",
                () -> servers.mutualNamed(AWS, HostileServer::readSome, Version.V3_1_1));
        add(
                group,
                "aws/aws-iot-device-sdk-js-v2#101",
                "no iot:Connect for this client id",
                "mqtt.policy-refused",
                "port.closed-behind-tls",
                () -> servers.mutualNamed(
                        AWS,
                        servers.hangingUpUnless(
                                ReportedServers.holding("reported-one").negate()),
                        Version.V3_1_1));
        add(
                group,
                "bertmelis/espMqttClient#69",
                "the policy was narrowed, MQTT 5",
                "mqtt.policy-refused",
                "port.closed-behind-tls",
                () -> servers.mutualNamed(AWS, HostileServer::readSome, Version.V5));
        add(
                group,
                "aws/aws-iot-device-sdk-cpp-v2#137",
                "the same where the server shows no name of AWS",
                "mqtt.policy-refused",
                "port.closed-behind-tls",
                () -> old(servers.mutual(HostileServer::readSome, servers.devices.direct)));
        add(
                group,
                "thomasnordquist/MQTT-Explorer#194",
                "hung up on a topic that no policy allows",
                NOT_ALLOWED,
                Set.of(),
                () -> servers.mutualNamed(AWS, servers.acceptingAndHangingUp(), Version.V3_1_1)
                        .publishing(new Publication("$aws/x", new byte[] {1}, 1)));
        add(
                group,
                "aws/aws-iot-device-sdk-python#256",
                "the same, another topic",
                NOT_ALLOWED,
                Set.of(),
                () -> servers.mutualNamed(AWS, servers.acceptingAndHangingUp(), Version.V3_1_1)
                        .publishing(new Publication("topic_3", new byte[] {1}, 1)));
        add(
                group,
                "php-mqtt/client-examples#7",
                "AWS, no CONNACK",
                "mqtt.no-connack",
                "",
                () -> brief(servers.mutualNamed(AWS, HostileServer::waitForEnd, Version.V3_1_1)));
        add(
                group,
                "aws/aws-iot-device-sdk-js#429",
                "another client with the same client id, 0x8E",
                "session.taken-over",
                "",
                () -> servers.plain(
                                servers.acceptingAndSaying(new byte[] {(byte) 0xE0, 2, (byte) 0x8E, 0}),
                                Version.V5,
                                "u",
                                "p")
                        .publishing(new Publication("a", new byte[] {1}, 1)));
        add(
                group,
                "cniles/picow-iot#6",
                "HiveMQ Cloud without the server's name, CONNACK 5",
                "tls.server-name-missing tls.host-mismatch-without-sni",
                "mqtt.login-refused",
                () -> servers.withoutName("CN=*.s1.eu.hivemq.cloud", connack(5)));
    }

    private void serverCertificates() {
        String group = "server's certificate";
        Set<String> untrusted =
                Set.of("tls.server-untrusted", "tls.server-intermediate-missing", "tls.server-self-signed");
        add(
                group,
                "owntracks/talk#132",
                "by an authority that is not trusted here",
                untrusted,
                Set.of(),
                () -> servers.showing(Forge.server("CN=localhost", "localhost")
                        .by(Forge.authority("CN=Another Root").make())
                        .make()));
        add(
                group,
                "espressif/esp-mqtt#84",
                "the file is not the authority's",
                untrusted,
                Set.of("tls.anchor-not-an-authority"),
                () -> servers.showing(Forge.server("CN=localhost", "localhost")
                        .by(Forge.authority("CN=Some Root").make())
                        .make()));
        add(
                group,
                "espressif/ESP8266_RTOS_SDK#886",
                "EMQX's default certificate, CN=Server",
                Set.of("tls.host-mismatch"),
                Set.of(),
                () -> servers.showing(Forge.server("CN=Server,O=EMQ,C=CN", "Server")
                        .by(servers.devices.root)
                        .make()));
        add(
                group,
                "espressif/esp-idf#15970",
                "the name is not among the DNS names",
                Set.of("tls.host-mismatch"),
                Set.of(),
                () -> servers.showing(Forge.server("CN=subdomain.domain.example", "subdomain.domain.example")
                        .by(servers.devices.root)
                        .make()));
        add(
                group,
                "nodemcu/nodemcu-firmware#2657",
                "connected by its address, made for its name",
                Set.of("tls.address-mismatch"),
                Set.of("tls.host-mismatch"),
                () -> servers.showing(
                        Forge.server("CN=localhost", "localhost")
                                .by(servers.devices.root)
                                .make(),
                        "127.0.0.1"));
        add(
                group,
                "espressif/esp-idf#2296",
                "self-signed",
                Set.of("tls.server-self-signed"),
                Set.of(),
                () -> servers.showing(Forge.server("CN=localhost", "localhost").make()));
        add(
                group,
                "espressif/esp-idf#12311",
                "expired",
                Set.of("tls.server-expired"),
                Set.of(),
                () -> servers.showing(Forge.server("CN=localhost", "localhost")
                        .by(servers.devices.root)
                        .expired()
                        .make()));
        add(
                group,
                "espressif/esp-idf#5002",
                "RSA of 1,024 bits: mbedTLS refuses, others warn",
                Set.of("pass+bench.server-weak", "tls.server-weak"),
                Set.of(),
                () -> servers.accepting(Forge.server("CN=localhost", "localhost")
                        .by(servers.devices.root)
                        .with(Forge.rsa(1024))
                        .make()));
        add(
                group,
                "traefik/traefik#5883",
                "Traefik's default certificate, no server name sent",
                Set.of("tls.host-mismatch-without-sni", "tls.server-name-missing"),
                Set.of("tls.server-self-signed"),
                () -> {
                    Plan plan = servers.showingByName(Forge.server("CN=TRAEFIK DEFAULT CERT", "abc.traefik.default")
                            .make());
                    return plan.withTls(plan.tls().withoutSni());
                });
        add(
                group,
                "eclipse-paho/paho.mqtt.python#734",
                "an ingress goes by the name, and it is the wrong one",
                Set.of("tls.default-certificate"),
                Set.of("tls.server-self-signed"),
                () -> servers.showing(Forge.server("CN=Kubernetes Ingress Controller Fake Certificate", "ingress.local")
                        .make()));
    }

    private void clientCertificates() {
        String group = "client's certificate";
        add(
                group,
                "eclipse-mosquitto/mosquitto#64",
                "none chosen, one demanded",
                Set.of("cert.required"),
                Set.of(),
                () -> servers.tlsTo(servers.mutualTls(HostileServer::waitForEnd)));
        add(
                group,
                "mqttjs/MQTT.js#424",
                "none chosen, one demanded, TLS 1.2",
                Set.of("cert.required"),
                Set.of(),
                () -> {
                    Plan plan = servers.tlsTo(servers.mutualTls(HostileServer::waitForEnd));
                    return plan.withTls(plan.tls().withVersions(List.of(TlsOptions.Version.TLS_1_2)));
                });
        add(
                group,
                "eclipse-mosquitto/mosquitto#1826",
                "the broker's CRL is out of date: alert 45 on a valid certificate",
                Set.of("cert.called-expired"),
                Set.of("cert.expired"),
                () -> servers.alerting((short) 45, servers.devices.direct));
        add(
                group,
                "eclipse-mosquitto/mosquitto#2597",
                "the broker's clock is wrong: alert 45",
                Set.of("cert.called-expired"),
                Set.of("cert.expired"),
                () -> servers.alerting((short) 45, servers.devices.good));
        add(
                group,
                "home-assistant/addons#2350",
                "the certificate of another root: alert 48",
                Set.of("cert.issuer-unknown"),
                Set.of("cert.intermediate-missing"),
                () -> servers.alerting((short) 48, servers.devices.strange.leafOnly()));
        add(
                group,
                "thomasnordquist/MQTT-Explorer#825",
                "authority and client with one subject: alert 48",
                Set.of("cert.subject-of-authority"),
                Set.of("cert.issuer-unknown", "cert.self-signed-refused"),
                () -> servers.alerting((short) 48, servers.devices.namesake));
        add(
                group,
                "mqttjs/MQTT.js#424",
                "its own certificate, self-signed: alert 48",
                Set.of("cert.self-signed-refused"),
                Set.of("cert.issuer-unknown"),
                () -> servers.alerting((short) 48, servers.devices.selfSigned));
    }

    private void sessions() {
        String group = "session";
        add(
                group,
                "eclipse-mosquitto/mosquitto#265",
                "a message too large, PUBACK 0x95",
                "session.too-large",
                "",
                () -> puback(0x95, 1));
        add(
                group,
                "eclipse-mosquitto/mosquitto#547",
                "publishing not allowed, 3.1.1: PUBACK all the same",
                "pass+bench.puback-proves-no-right",
                "",
                () -> servers.plain(
                                servers.acceptingAndSaying(new byte[] {0x40, 2, 0, 1}, connack(0)),
                                Version.V3_1_1,
                                "u",
                                "p")
                        .publishing(new Publication("a", new byte[] {1}, 1)));
        add(
                group,
                "eclipse-paho/paho.mqtt.python#474",
                "not allowed to publish, PUBACK 0x87",
                "session.not-allowed",
                "",
                () -> puback(0x87, 1));
        add(
                group,
                "mqttjs/MQTT.js#572",
                "QoS 2 answered with PUBACK",
                "session.qos-not-supported",
                "",
                () -> puback(0, 2));
        add(
                group,
                "rabbitmq/rabbitmq-mqtt#155",
                "hung up on QoS 2",
                "session.qos-not-supported",
                "session.closed-after-publish session.lost",
                () -> servers.plain(servers.hangingUpOnQos2(), Version.V3_1_1, "u", "p")
                        .publishing(new Publication("a", new byte[] {1}, 2)));
        add(
                group,
                "moscajs/aedes#210",
                "not allowed to publish, 3.1.1: hung up",
                NOT_ALLOWED,
                Set.of(),
                () -> servers.plain(servers.acceptingAndHangingUp(), Version.V3_1_1, "u", "p")
                        .publishing(new Publication("a", new byte[] {1}, 1)));
        add(
                group,
                "emqx/emqx#368",
                "not allowed to publish, and no PUBACK",
                "session.no-acknowledgement session.not-allowed",
                "",
                () -> brief(servers.plain(servers.acceptingAndSaying(new byte[0], connack(0)), Version.V3_1_1, "u", "p")
                        .publishing(new Publication("a", new byte[] {1}, 1))));
    }

    // ---- plans

    private Plan puback(int code, int qos) {
        return servers.plain(
                        servers.acceptingAndSaying(new byte[] {0x40, 4, 0, 1, (byte) code, 0}), Version.V5, "u", "p")
                .publishing(new Publication("a", new byte[] {1}, qos));
    }

    private Plan keepAlive(int seconds) {
        Plan plan = servers.plain(
                servers.refusingIf(
                        connect -> ReportedServers.keepAlive(connect) == 0 || ReportedServers.keepAlive(connect) > 600,
                        connack(2)),
                Version.V3_1_1,
                null,
                null);
        return plan.withMqtt(plan.mqtt().withSession(session -> session.withKeepAlive(Duration.ofSeconds(seconds))));
    }

    private Plan azure(int code, String user, String password) {
        Plan plan = old(code, user, password);
        return plan.withMqtt(plan.mqtt().withClientId("dev")).withTls(plan.tls().expecting(HUB));
    }

    private Plan old(int code, String user, String password) {
        return servers.plain(HostileServer.answering(connack(code)), Version.V3_1_1, user, password);
    }

    private Plan five(int code, String user, String password) {
        return servers.plain(HostileServer.answering(connack(code, true)), Version.V5, user, password);
    }

    private static Plan old(Plan plan) {
        MqttOptions mqtt = plan.mqtt();
        return plan.withMqtt(mqtt.withVersion(Version.V3_1_1));
    }

    private static Plan brief(Plan plan) {
        return plan.within(Duration.ofSeconds(2));
    }

    private static String sas(String resource, int seconds) {
        return "SharedAccessSignature sr=" + resource + "&sig=c2ln&se="
                + Instant.now().plusSeconds(seconds).getEpochSecond();
    }

    private static String jwt(String algorithm, String claims) {
        return ReportedServers.part("{\"alg\":\"" + algorithm + "\",\"kid\":\"k1\"}") + "."
                + ReportedServers.part(claims) + ".c2lnbmF0dXJl";
    }

    private void add(String group, String source, String what, String right, String vague, Supplier<Plan> plan) {
        add(group, source, what, codes(right), codes(vague), plan);
    }

    private void add(
            String group, String source, String what, Set<String> right, Set<String> vague, Supplier<Plan> plan) {
        all.add(new Reported(group, source, what, right, vague, plan));
    }

    private static Set<String> codes(String separated) {
        return Arrays.stream(separated.split(" "))
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toSet());
    }
}
