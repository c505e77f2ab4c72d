package dev.gangway.bench.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.bench.HostileServer;
import dev.gangway.bench.Runs;
import dev.gangway.bench.export.RunExport.Format;
import dev.gangway.bench.export.RunExport.Secrets;
import dev.gangway.bench.model.DeviceApi;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.Endpoint.Transport;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.MqttOptions.Authentication;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Proxy;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.faultlab.Forge;
import dev.gangway.pki.Identity;
import dev.gangway.secret.Secret;
import dev.gangway.ui.text.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No secret survives in any redacted export: every form of credential in every form of export, against a server that
 * repeats the secret in every encoding that it can think of.
 */
class RedactionIT {
    /** Looks another way in each encoding. */
    private static final String AWKWARD = "S3cret\"of\\the/Device&<7>é+% 42";

    private static final String USER = "UserOfTheDevice";
    private static final Identity ROOT = Forge.authority("CN=Redaction Root").make();

    /** How a device, or the way to the server, is signed in. */
    enum Credential {
        TOKEN_AS_USER_NAME,
        TOKEN_OVER_TLS,
        USER_AND_PASSWORD,
        OAUTH_TOKEN_AS_PASSWORD,
        SCRAM,
        JWT,
        TOKEN_IN_HTTP_PATH,
        TOKEN_IN_COAP_PATH,
        TOKEN_OVER_WEBSOCKET,
        HTTP_PROXY,
        SOCKS_PROXY;

        Plan plan(int port, String secret) {
            Plan plain = plan(Endpoint.of("127.0.0.1", port, false), secret);
            return switch (this) {
                case TOKEN_AS_USER_NAME -> plain;
                case TOKEN_OVER_TLS -> plan(Endpoint.of("localhost", port, true), secret);
                case USER_AND_PASSWORD, OAUTH_TOKEN_AS_PASSWORD ->
                    plain.withMqtt(plain.mqtt().withLogin(Optional.of(USER), Optional.of(Secret.of(secret))));
                case SCRAM -> authenticating(plain, "SCRAM-SHA-256", secret);
                case JWT -> authenticating(plain, "CUSTOM-JWT", secret);
                case TOKEN_IN_HTTP_PATH -> plan(DeviceApi.endpoint("127.0.0.1", port, Transport.HTTP, false), secret);
                case TOKEN_IN_COAP_PATH -> plan(DeviceApi.endpoint("127.0.0.1", port, Transport.COAP, false), secret);
                case TOKEN_OVER_WEBSOCKET -> plan(new Endpoint("127.0.0.1", port, Transport.WS, "/mqtt"), secret);
                case HTTP_PROXY -> through(plain, Proxy.Kind.HTTP, port, secret);
                case SOCKS_PROXY -> through(plain, Proxy.Kind.SOCKS5, port, secret);
            };
        }

        private static Plan plan(Endpoint endpoint, String user) {
            return Plan.connect(
                            endpoint,
                            TlsOptions.trusting(List.of(ROOT.leaf())),
                            MqttOptions.of(Version.V5, "redaction", Optional.of(user), Optional.empty()))
                    .within(Duration.ofSeconds(10));
        }

        private static Plan authenticating(Plan plan, String method, String secret) {
            return plan.withMqtt(MqttOptions.of(Version.V5, "redaction", Optional.empty(), Optional.empty())
                    .withAuthentication(Optional.of(new Authentication(method, USER, Secret.of(secret)))));
        }

        private static Plan through(Plan plan, Proxy.Kind kind, int port, String secret) {
            return plan.withMqtt(MqttOptions.of(Version.V5, "redaction", Optional.empty(), Optional.empty()))
                    .through(new Proxy(kind, "127.0.0.1", port, Optional.of(USER), Optional.of(Secret.of(secret))));
        }

        /** What the server says, so that it is read to the end. */
        byte[] answer(String repeated) {
            return switch (this) {
                case TOKEN_IN_HTTP_PATH -> http("401 Unauthorized", repeated);
                case TOKEN_OVER_WEBSOCKET -> http("403 Forbidden\r\nX-Reason: " + header(repeated), repeated);
                case HTTP_PROXY -> http("407 Proxy Authentication Required\r\nX-Reason: " + header(repeated), repeated);
                case SOCKS_PROXY -> new byte[] {5, 2, 1, 1};
                default -> connack(repeated);
            };
        }
    }

    static Stream<Arguments> everyFormOfEveryCredential() {
        return Arrays.stream(Credential.values())
                .flatMap(credential -> Arrays.stream(Format.values()).map(format -> Arguments.of(credential, format)));
    }

    @ParameterizedTest
    @MethodSource("everyFormOfEveryCredential")
    void noSecretSurvives(Credential credential, Format format) throws Exception {
        Run run = run(credential, AWKWARD);
        assertThat(Runs.show(run)).as("something was sent").contains("OUT ");
        assertHidden(export(run, format), AWKWARD);
    }

    @ParameterizedTest
    @MethodSource("everyFormOfEveryCredential")
    void norAShortOneInItsPlace(Credential credential, Format format) throws Exception {
        byte[] file = export(run(credential, "q7"), format);
        assertThat(bytes(file, format)).noneMatch(part -> {
            String text = new String(part, StandardCharsets.ISO_8859_1);
            return text.contains("\0\2q7")
                    || text.contains("\2q7")
                    || text.contains("/q7/")
                    || text.contains("\2q7\11")
                    || text.contains("Basic " + Base64.getEncoder().encodeToString((USER + ":q7").getBytes()));
        });
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void thePrivateKeyIsInNoExportNotEvenWithSecrets(Format format) throws Exception {
        Identity device = Forge.client("CN=redaction").by(ROOT).make();
        Identity server = Forge.server("CN=localhost", "localhost").by(ROOT).make();
        try (dev.gangway.faultlab.HostileServer tls = dev.gangway.faultlab.HostileServer.startTls(
                server, socket -> socket.getInputStream().read())) {
            Run run = Runs.of(Credential.plan(Endpoint.of("localhost", tls.port(), true), USER)
                    .withTls(TlsOptions.trusting(List.of(ROOT.leaf())).withIdentity(device)));
            ByteArrayOutputStream kept = new ByteArrayOutputStream();
            RunExport.write(run, format, Secrets.KEPT, Words.load(Locale.ENGLISH), kept);
            byte[] scalar = ((ECPrivateKey) device.key()).getS().toByteArray();
            byte[] core = Arrays.copyOfRange(scalar, 1, scalar.length - 1);
            for (byte[] part : bytes(kept.toByteArray(), format)) {
                String text = new String(part, StandardCharsets.ISO_8859_1);
                assertThat(text)
                        .doesNotContain(new String(core, StandardCharsets.ISO_8859_1))
                        .doesNotContain(HexFormat.of().formatHex(core));
            }
        }
    }

    private static Run run(Credential credential, String secret) throws Exception {
        byte[] answer = credential.answer(String.join(" | ", forms(secret)) + String.join(" | ", logins(secret)));
        if (credential == Credential.TOKEN_IN_COAP_PATH) {
            try (EchoingCoap coap = new EchoingCoap()) {
                return Runs.of(credential.plan(coap.port(), secret));
            }
        }
        if (credential == Credential.TOKEN_OVER_TLS) {
            Identity server = Forge.server("CN=localhost", "localhost").by(ROOT).make();
            try (dev.gangway.faultlab.HostileServer tls =
                    dev.gangway.faultlab.HostileServer.startTls(server, socket -> {
                        socket.getInputStream().read(new byte[4096]);
                        socket.getOutputStream().write(answer);
                        socket.getOutputStream().flush();
                        socket.getInputStream().read();
                    })) {
                return Runs.of(credential.plan(tls.port(), secret));
            }
        }
        // in two halves, so that a secret lies across two segments
        try (HostileServer server = new HostileServer((in, out) -> {
            in.read(new byte[4096]);
            out.write(answer, 0, answer.length / 2);
            out.flush();
            Thread.yield();
            out.write(answer, answer.length / 2, answer.length - answer.length / 2);
            out.flush();
            HostileServer.waitForEnd(in);
        })) {
            return Runs.of(credential.plan(server.port(), secret));
        }
    }

    /** The encodings that a server, a proxy or a log may repeat it in; written here without our own code for it. */
    private static Set<String> forms(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        String url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        Set<String> forms = new LinkedHashSet<>(List.of(
                secret,
                url,
                url.replace("+", "%20"),
                HexFormat.of().formatHex(bytes),
                HexFormat.of().withUpperCase().formatHex(bytes),
                HexFormat.ofDelimiter(" ").formatHex(bytes),
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)));
        try {
            String json = new ObjectMapper().writeValueAsString(secret);
            forms.add(json.substring(1, json.length() - 1));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return forms;
    }

    /** As in {@code Authorization: Basic}; of these the first and last letters depend on what stands around. */
    private static List<String> logins(String secret) {
        return Stream.of("u:", "us:", "use:")
                .map(before -> (before + secret + "~~~").getBytes(StandardCharsets.UTF_8))
                .map(Base64.getEncoder()::encodeToString)
                .toList();
    }

    private static void assertHidden(byte[] file, String secret) throws IOException {
        for (byte[] part : bytes(file, file.length > 0 && file[0] == '{' ? Format.JSON : Format.HTML)) {
            String latin = new String(part, StandardCharsets.ISO_8859_1);
            String utf = new String(part, StandardCharsets.UTF_8);
            Set<String> all = forms(secret);
            logins(secret).forEach(text -> all.add(text.substring(6, text.length() - 6)));
            for (String form : all) {
                assertThat(latin)
                        .doesNotContain(new String(form.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
                assertThat(utf).doesNotContain(form);
            }
        }
    }

    /** The file as it is, and of JSON every text, and every text of hex as bytes. */
    private static List<byte[]> bytes(byte[] file, Format format) throws IOException {
        List<byte[]> parts = new ArrayList<>(List.of(file));
        if (format == Format.JSON) {
            collect(new ObjectMapper().readTree(file), parts);
        }
        return parts;
    }

    private static void collect(JsonNode node, List<byte[]> into) {
        if (node.isTextual()) {
            String text = node.asText();
            into.add(text.getBytes(StandardCharsets.UTF_8));
            if (text.length() % 2 == 0 && text.matches("[0-9a-f]+")) {
                into.add(HexFormat.of().parseHex(text));
            }
        }
        node.forEach(child -> collect(child, into));
    }

    private static byte[] export(Run run, Format format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RunExport.write(run, format, Secrets.REDACTED, Words.load(Locale.ENGLISH), out);
        return out.toByteArray();
    }

    private static byte[] connack(String reason) {
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(0x20);
        variable(packet, text.length + 3 + (text.length + 3 < 128 ? 1 : 2) + 2);
        packet.writeBytes(new byte[] {0, (byte) 0x86});
        variable(packet, text.length + 3);
        packet.writeBytes(new byte[] {0x1F, (byte) (text.length >> 8), (byte) text.length});
        packet.writeBytes(text);
        return packet.toByteArray();
    }

    private static void variable(ByteArrayOutputStream out, int value) {
        int rest = value;
        do {
            int low = rest & 0x7F;
            rest >>>= 7;
            out.write(rest > 0 ? low | 0x80 : low);
        } while (rest > 0);
    }

    private static byte[] http(String status, String body) {
        byte[] text = body.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.writeBytes(("HTTP/1.1 " + status + "\r\nContent-Length: " + text.length + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        answer.writeBytes(text);
        return answer.toByteArray();
    }

    private static String header(String text) {
        return text.replace("\r", "").replace("\n", "");
    }
}
