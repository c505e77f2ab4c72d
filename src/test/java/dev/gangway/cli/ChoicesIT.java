package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.bench.HostileServer;
import dev.gangway.bench.TestChain;
import dev.gangway.bench.TestProxy;
import dev.gangway.bench.WebSocketGateway;
import dev.gangway.cli.CommandLineRig.Result;
import dev.gangway.faultlab.OpensslServer;
import dev.gangway.pki.Identity;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.Pem;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttProperties.StringPair;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is chosen on the command line is what the other side of the wire reads. */
class ChoicesIT {
    private static final Identity ROOT = TestChain.root("Plant Root");

    @TempDir
    private Path home;

    @Test
    void opensslReadsTheOfferThatWasChosen() {
        try (OpensslServer server = OpensslServer.start(home, TestChain.server(ROOT), "-trace", "-alpn", "mqtt")) {
            goAfterHandshake(server);
            Result result = test(
                    server.port(),
                    tls(
                            "--suites",
                            "TLS_CHACHA20_POLY1305_SHA256,TLS_AES_128_GCM_SHA256",
                            "--groups",
                            "secp384r1,x25519",
                            "--signature-schemes",
                            "ecdsa_secp256r1_sha256",
                            "--alpn",
                            "x-other,mqtt",
                            "--json"));
            server.awaitLine(Pattern.compile("cipher_suites \\(len=(6)\\)"));
            server.awaitLine(Pattern.compile("ALPN protocols advertised by the client: (x-other, mqtt)"));
            server.awaitLine(Pattern.compile("extension_type=signature_algorithms\\(13\\), length=(4)"));
            server.awaitLine(Pattern.compile("extension_type=supported_groups\\(10\\), length=(6)"));
            server.awaitLine(Pattern.compile("extension_type=(server_name)"));
            JsonNode tls = result.json().get("tls");
            assertThat(tls.get("cipher").asText()).isEqualTo("TLS_CHACHA20_POLY1305_SHA256");
            assertThat(tls.get("group").asText()).isEqualTo("secp384r1");
            assertThat(tls.get("signatureScheme").asText()).isEqualTo("ecdsa_secp256r1_sha256");
            assertThat(tls.get("alpn").asText()).isEqualTo("mqtt");
            assertThat(tls.at("/offered/versions").toString()).isEqualTo("[\"TLS 1.3\",\"TLS 1.2\"]");
            assertThat(tls.at("/offered/suites")).hasSizeGreaterThanOrEqualTo(2);
            assertThat(tls.at("/offered/groups").toString()).isEqualTo("[\"secp384r1\",\"x25519\"]");
            assertThat(tls.at("/offered/alpn").toString()).isEqualTo("[\"x-other\",\"mqtt\"]");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, secp256r1",
        "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, secp256r1",
        "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, 'x25519,secp256r1'",
    })
    void theSameWithTls12(String suite, String groups) {
        try (OpensslServer server = OpensslServer.start(home, TestChain.server(ROOT))) {
            goAfterHandshake(server);
            JsonNode tls = test(
                            server.port(), tls("--tls-version", "1.2", "--suites", suite, "--groups", groups, "--json"))
                    .json()
                    .get("tls");
            assertThat(tls.get("version").asText()).isEqualTo("TLS 1.2");
            assertThat(tls.get("cipher").asText()).isEqualTo(suite);
            assertThat(tls.get("group").asText()).isEqualTo(groups.split(",")[0]);
            assertThat(tls.get("signatureScheme").asText()).startsWith("ecdsa_");
            assertThat(tls.get("alpn").isNull()).isTrue();
        }
    }

    @Test
    void theServerNameIsAnother() {
        try (OpensslServer server = plantServer()) {
            goAfterHandshake(server);
            Result named = test(server.port(), tls("--sni", "plant.example", "--json"));
            server.awaitLine(Pattern.compile("Hostname in TLS extension: \"(plant.example)\""));
            assertThat(named.json().at("/tls/offered/serverName").asText()).isEqualTo("plant.example");
            assertThat(code(named)).doesNotStartWith("tls.");
        }
    }

    @Test
    void theServerNameIsLeftOut() {
        try (OpensslServer server = plantServer()) {
            Result nameless = test(server.port(), tls("--no-sni", "--json"));
            assertThat(nameless.json().at("/tls/offered/serverName").isNull()).isTrue();
            assertThat(code(nameless)).isEqualTo("tls.host-mismatch-without-sni");
        }
    }

    @Test
    void nettyReadsTheConnectThatWasChosen() throws Exception {
        MqttConnectMessage connect = connect(
                "--keep-alive",
                "17",
                "--keep-session",
                "--session-expiry",
                "3600",
                "--receive-maximum",
                "9",
                "--user-property",
                "site=plant 2",
                "--user-property",
                "site=a=b",
                "--client-id",
                "pump-4",
                "--will",
                "gone=pump 4",
                "--will-qos",
                "1",
                "--will-retain");
        assertThat(connect.variableHeader().keepAliveTimeSeconds()).isEqualTo(17);
        assertThat(connect.variableHeader().isCleanSession()).isFalse();
        MqttProperties properties = connect.variableHeader().properties();
        assertThat(properties
                        .getProperty(MqttPropertyType.SESSION_EXPIRY_INTERVAL.value())
                        .value())
                .isEqualTo(3600);
        assertThat(properties
                        .getProperty(MqttPropertyType.RECEIVE_MAXIMUM.value())
                        .value())
                .isEqualTo(9);
        assertThat(properties
                        .getProperty(MqttPropertyType.USER_PROPERTY.value())
                        .value())
                .isEqualTo(List.of(new StringPair("site", "plant 2"), new StringPair("site", "a=b")));
        assertThat(connect.payload().clientIdentifier()).isEqualTo("pump-4");
        assertThat(connect.payload().willTopic()).isEqualTo("gone");
        assertThat(connect.payload().willMessageInBytes()).asString().isEqualTo("pump 4");
        assertThat(connect.variableHeader().willQos()).isEqualTo(1);
        assertThat(connect.variableHeader().isWillRetain()).isTrue();
    }

    @Test
    void enhancedAuthenticationTakesItsSecretFromAFile() throws Exception {
        String secret = file("secret", "correct horse\n");
        MqttConnectMessage scram =
                connect("--auth-method", "SCRAM-SHA-256", "--auth-user", "line4", "--auth-secret-file", secret);
        assertThat(property(scram, MqttPropertyType.AUTHENTICATION_METHOD)).isEqualTo("SCRAM-SHA-256");
        assertThat(new String(
                        (byte[]) scram.variableHeader()
                                .properties()
                                .getProperty(MqttPropertyType.AUTHENTICATION_DATA.value())
                                .value(),
                        StandardCharsets.UTF_8))
                .startsWith("n,,n=line4,r=")
                .doesNotContain("correct");
        MqttConnectMessage token = connect("--auth-method", "CUSTOM-JWT", "--auth-secret-file", secret);
        assertThat((byte[]) token.variableHeader()
                        .properties()
                        .getProperty(MqttPropertyType.AUTHENTICATION_DATA.value())
                        .value())
                .asString()
                .isEqualTo("correct horse");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cli.bad-value --keep-alive 65536",
                "cli.bad-value --receive-maximum 0",
                "cli.bad-value --session-expiry 4294967296",
                "cli.bad-value --user-property nothing",
                "cli.bad-value --tls --suites TLS_NULL_WITH_NOTHING",
                "cli.bad-value --tls --groups x25518",
                "cli.bad-value --tls --signature-schemes rsa",
                "cli.bad-value --will a=b --will-qos 3",
                "cli.bad-value --proxy ftp://h:1",
                "cli.needs-mqtt-5 --mqtt 3.1.1 --session-expiry 1",
                "cli.needs-mqtt-5 --mqtt 3.1 --user-property a=b",
                "cli.needs-mqtt-5 --mqtt 3.1.1 --auth-method X --auth-secret-file x",
                "cli.needs-tls --alpn mqtt",
                "cli.needs-tls --suites TLS_AES_128_GCM_SHA256",
                "cli.needs-tls --no-sni",
                "cli.options-exclude --tls --sni a --no-sni",
                "cli.option-needed --will-retain",
                "cli.option-needed --auth-user u",
                "cli.option-needed --auth-method X",
                "cli.option-needed --proxy-user u",
            })
    void whatMakesNoSenseIsRefusedBeforeAnythingIsSent(String line) {
        List<String> words = List.of(line.split(" "));
        Result result = test(1, words.subList(1, words.size()).toArray(String[]::new));
        assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains(words.getFirst());
    }

    @Test
    void throughAWebSocketAndThroughBothKindsOfProxy() throws Exception {
        String basic = Base64.getEncoder().encodeToString("guard:letmein".getBytes(StandardCharsets.UTF_8));
        String password = file("proxy-password", "letmein\n");
        try (PracticeServer server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                        .orThrow();
                WebSocketGateway plain = new WebSocketGateway(server.mqttPort(), Optional.empty());
                WebSocketGateway secure = new WebSocketGateway(server.mqttPort(), Optional.of(TestChain.server(ROOT)));
                HostileServer http = TestProxy.http(basic);
                HostileServer socks = TestProxy.socks()) {
            String wrongToken = file("token", "NoSuchTokenAtAll1234\n");
            // The practice server refuses the token, which shows that CONNECT arrived.
            assertThat(code(test(plain.port(), "--ws", "--token-file", wrongToken, "--json")))
                    .isEqualTo("mqtt.token-unknown");
            assertThat(code(test(secure.port(), tls("--ws", "--token-file", wrongToken, "--json"))))
                    .isEqualTo("mqtt.token-unknown");
            String[] login = {
                "--proxy",
                "http://127.0.0.1:" + http.port(),
                "--proxy-user",
                "guard",
                "--proxy-password-file",
                password,
                "--token-file",
                wrongToken,
                "--json"
            };
            Result proxied = test(server.mqttPort(), login);
            assertThat(code(proxied)).isEqualTo("mqtt.token-unknown");
            assertThat(proxied.out()).contains("\"proxy\"").doesNotContain("letmein", basic);
            assertThat(code(test(
                            server.mqttPort(),
                            "--proxy",
                            "socks5://127.0.0.1:" + socks.port(),
                            "--token-file",
                            wrongToken,
                            "--json")))
                    .isEqualTo("mqtt.token-unknown");
            assertThat(code(test(
                            server.mqttPort(),
                            "--proxy",
                            "http://127.0.0.1:" + http.port(),
                            "--token-file",
                            wrongToken,
                            "--json")))
                    .startsWith("net.proxy");
        }
    }

    private MqttConnectMessage connect(String... options) throws Exception {
        AtomicReference<byte[]> read = new AtomicReference<>();
        try (HostileServer server = new HostileServer((in, out) -> {
            byte[] buffer = new byte[4096];
            int length = in.read(buffer);
            // Whoever comes later only looks whether TLS is spoken here.
            read.compareAndSet(null, Arrays.copyOf(buffer, length));
        })) {
            test(server.port(), options);
            await().until(() -> read.get() != null);
        }
        EmbeddedChannel channel = new EmbeddedChannel(new MqttDecoder());
        channel.writeInbound(Unpooled.wrappedBuffer(read.get()));
        MqttMessage packet = channel.readInbound();
        assertThat(packet.decoderResult().cause()).isNull();
        return (MqttConnectMessage) packet;
    }

    private static String property(MqttConnectMessage connect, MqttPropertyType type) {
        return String.valueOf(
                connect.variableHeader().properties().getProperty(type.value()).value());
    }

    private String[] tls(String... more) {
        List<String> all = new ArrayList<>(List.of("--tls", "--ca", file("ca.pem", Pem.certificate(ROOT.leaf()))));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private Result test(int port, String... options) {
        List<String> all = new ArrayList<>(List.of("test", "--host", "localhost", "--port", String.valueOf(port)));
        all.addAll(List.of(options));
        return new CommandLineRig(home, Map.of()).run(all.toArray(String[]::new));
    }

    private static String code(Result result) {
        return result.json().at("/diagnosis/code").asText();
    }

    private String file(String name, String content) {
        return new CommandLineRig(home, Map.of()).file(name, content);
    }

    /** A server with another certificate for who asks by name. */
    private OpensslServer plantServer() {
        Identity plant = TestChain.server(ROOT, KeyType.EC_P256, List.of("plant.example"), 0, 30);
        String certificate = file("second.pem", Pem.certificate(plant.leaf()));
        String key = file("second.key", Pem.privateKey(plant.key()).reveal());
        return OpensslServer.start(home, plant, "-servername", "plant.example", "-cert2", certificate, "-key2", key);
    }

    /** OpenSSL's server speaks no MQTT: without this the test would wait for CONNACK. */
    private static void goAfterHandshake(OpensslServer server) {
        Thread.ofVirtual().start(() -> {
            server.awaitLine(Pattern.compile("^CIPHER is (.*)"));
            server.close();
        });
    }
}
