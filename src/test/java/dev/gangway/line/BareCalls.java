package dev.gangway.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** What a batch asks of a server for one unit, and nothing else: Java's own HTTP client, JSSE, packets written by hand. */
final class BareCalls implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VALUE = "gangwayTest";

    private final PracticeProcess server;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final TrustManagerFactory trust;
    private final String bearer;
    private final String profile;

    BareCalls(PracticeProcess server) throws Exception {
        this.server = server;
        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        anchors.setCertificateEntry(
                "authority",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(
                                server.text("authority").getBytes(StandardCharsets.US_ASCII))));
        trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(anchors);
        ObjectNode login = JsonNodeFactory.instance
                .objectNode()
                .put("username", server.text("user"))
                .put("password", server.text("password"));
        bearer = send("POST", "/api/auth/login", login, "").path("token").asText();
        profile = send("GET", "/api/deviceProfileInfo/default", null, bearer)
                .path("id")
                .path("id")
                .asText();
    }

    /** Key, certificate, looked up, made, read back, connected, published, value read back. */
    void unit(String name) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        X509Certificate certificate = certificate(name, pair);
        String query = URLEncoder.encode(name, StandardCharsets.UTF_8);
        assertThat(status("GET", "/api/tenant/devices?deviceName=" + query, null, bearer))
                .isEqualTo(404);
        ObjectNode both = JsonNodeFactory.instance.objectNode();
        ObjectNode device = both.putObject("device").put("name", name);
        device.putObject("deviceProfileId").put("entityType", "DEVICE_PROFILE").put("id", profile);
        both.putObject("credentials")
                .put("credentialsType", "X509_CERTIFICATE")
                .put(
                        "credentialsValue",
                        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded()));
        String id = send("POST", "/api/device-with-credentials", both, bearer)
                .path("id")
                .path("id")
                .asText();
        send("GET", "/api/device/" + id + "/credentials", null, bearer);
        long value = System.nanoTime();
        publish(name, pair, certificate, "{\"" + VALUE + "\":" + value + "}");
        JsonNode latest = send(
                "GET",
                "/api/plugins/telemetry/DEVICE/" + id + "/values/timeseries?keys=" + VALUE + "&useStrictDataTypes=true",
                null,
                bearer);
        assertThat(latest.path(VALUE).path(0).path("value").asLong()).isEqualTo(value);
    }

    private void publish(String name, KeyPair pair, X509Certificate certificate, String payload) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[] {new One(pair, certificate)}, trust.getTrustManagers(), null);
        try (SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(server.text("host"), server.port("mqttsPort"))) {
            socket.setTcpNoDelay(true);
            socket.getOutputStream().write(packet(0x10, out -> {
                out.writeUTF("MQTT");
                out.write(new byte[] {4, 2, 0, 60});
                out.writeUTF(name);
            }));
            assertThat(socket.getInputStream().readNBytes(4)).containsExactly(0x20, 2, 0, 0);
            socket.getOutputStream().write(packet(0x32, out -> {
                out.writeUTF("v1/devices/me/telemetry");
                out.writeShort(1);
                out.write(payload.getBytes(StandardCharsets.UTF_8));
            }));
            assertThat(socket.getInputStream().readNBytes(4)).containsExactly(0x40, 2, 0, 1);
            socket.getOutputStream().write(new byte[] {(byte) 0xE0, 0});
        }
    }

    /** The same key whatever authorities the server names. */
    private static final class One extends X509ExtendedKeyManager {
        private final KeyPair pair;
        private final X509Certificate certificate;

        One(KeyPair pair, X509Certificate certificate) {
            this.pair = pair;
            this.certificate = certificate;
        }

        @Override
        public String[] getClientAliases(String type, Principal[] issuers) {
            return new String[] {"one"};
        }

        @Override
        public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
            return "one";
        }

        @Override
        public String[] getServerAliases(String type, Principal[] issuers) {
            return new String[0];
        }

        @Override
        public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
            throw new UnsupportedOperationException("no server");
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return new X509Certificate[] {certificate};
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return pair.getPrivate();
        }
    }

    @FunctionalInterface
    private interface Body {
        void write(DataOutputStream out) throws IOException;
    }

    /** Of fewer than 128 bytes. */
    private static byte[] packet(int type, Body body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        body.write(new DataOutputStream(bytes));
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(type);
        whole.write(bytes.size());
        bytes.writeTo(whole);
        return whole.toByteArray();
    }

    private static X509Certificate certificate(String name, KeyPair pair) throws Exception {
        X500Name subject = new X500Name("CN=" + name);
        Instant now = Instant.now();
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                subject,
                                BigInteger.valueOf(System.nanoTime()),
                                Date.from(now.minusSeconds(60)),
                                Date.from(now.plusSeconds(31_536_000)),
                                subject,
                                pair.getPublic())
                        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    }

    private JsonNode send(String method, String path, @org.jspecify.annotations.Nullable ObjectNode body, String token)
            throws Exception {
        HttpResponse<String> answer = answer(method, path, body, token);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private int status(String method, String path, @org.jspecify.annotations.Nullable ObjectNode body, String token)
            throws Exception {
        return answer(method, path, body, token).statusCode();
    }

    private HttpResponse<String> answer(
            String method, String path, @org.jspecify.annotations.Nullable ObjectNode body, String token)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.toString()));
        if (!token.isEmpty()) {
            request.header("X-Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        http.close();
    }
}
