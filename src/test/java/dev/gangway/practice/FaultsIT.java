package dev.gangway.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.contract.RawMqtt;
import dev.gangway.practice.contract.RawMqtt.Version;
import dev.gangway.practice.mqtt.ConnectFault;
import dev.gangway.practice.mqtt.MqttFaults.PublishFault;
import dev.gangway.practice.rest.RestFault;
import dev.gangway.practice.tls.TlsProfile.ServerCertificate;
import dev.gangway.practice.tls.TlsProfile.TlsVersions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each switch does what it says, and leaves no trace once it is off. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsIT {
    private static final String TELEMETRY = "v1/devices/me/telemetry";
    private PracticeServer server;
    private PracticeClient rest;
    private String device;

    @BeforeAll
    void start() {
        server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                .orThrow();
        rest = PracticeClient.of(server);
        device = rest.deviceWithToken("pump-1", "TOKEN");
    }

    @AfterEach
    void reset() throws IOException {
        server.faults().reset();
        handshake("TLSv1.3").close();
        try (RawMqtt mqtt = mqtt()) {
            assertThat(mqtt.connect(Version.V5, "TOKEN")).isEqualTo("2003000000");
        }
    }

    @AfterAll
    void stop() {
        rest.close();
        server.close();
    }

    private RawMqtt mqtt() {
        return RawMqtt.tcp("127.0.0.1", server.mqttPort());
    }

    private SSLSocket handshake(String version) throws IOException {
        try {
            KeyStore roots = KeyStore.getInstance("PKCS12");
            roots.load(null, null);
            roots.setCertificateEntry(
                    "root",
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(
                                    server.authorityPem().getBytes(StandardCharsets.US_ASCII))));
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(roots);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("localhost", server.mqttsPort());
            socket.setSoTimeout(15_000);
            socket.setEnabledProtocols(new String[] {version});
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GOOD")
    void showsABadCertificate(ServerCertificate certificate) {
        server.faults().serverCertificate(certificate);
        assertThatThrownBy(() -> handshake("TLSv1.3")).isInstanceOf(SSLException.class);
    }

    @ParameterizedTest
    @CsvSource({"ONLY_1_2, TLSv1.2, TLSv1.3", "ONLY_1_3, TLSv1.3, TLSv1.2"})
    void takesOneTlsVersion(TlsVersions versions, String good, String bad) throws IOException {
        server.faults().tlsVersions(versions);
        handshake(good).close();
        assertThatThrownBy(() -> handshake(bad)).isInstanceOf(SSLException.class);
    }

    @Test
    void requiresAClientCertificate() throws IOException {
        server.faults().requireClientCertificate(true);
        try (SSLSocket socket = handshake("TLSv1.3")) {
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SSLException.class);
        }
    }

    @Test
    void saysNothingToConnect() {
        server.faults().connect(new ConnectFault.Hang());
        try (RawMqtt mqtt = mqtt().patience(Duration.ofMillis(300))) {
            assertThatThrownBy(() -> mqtt.connect(Version.V5, "TOKEN"))
                    .hasCauseInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void hangsUpOnConnect() {
        server.faults().connect(new ConnectFault.Close());
        try (RawMqtt mqtt = mqtt()) {
            assertThat(mqtt.connect(Version.V5, "TOKEN")).isEqualTo(RawMqtt.CLOSED);
        }
    }

    @Test
    void answersConnectWithGarbage() {
        server.faults().connect(new ConnectFault.Garbage());
        try (RawMqtt mqtt = mqtt()) {
            assertThat(mqtt.connect(Version.V5, "TOKEN")).as("not a CONNACK").startsWith("32");
        }
    }

    @Test
    void limitsTheRate() {
        server.faults().connect(new ConnectFault.RateLimited());
        try (RawMqtt mqtt = mqtt()) {
            assertThat(mqtt.connect(Version.V311, "TOKEN")).isEqualTo("20020003");
            mqtt.assertEnded(0);
        }
        try (RawMqtt mqtt = mqtt()) {
            assertThat(mqtt.connect(Version.V5, "TOKEN")).isEqualTo("2003009f00");
            mqtt.assertEnded(150);
        }
    }

    @Test
    void refusesWithAReason() {
        server.faults().connect(new ConnectFault.Refuse(4, 138, Optional.of("Banned")));
        try (RawMqtt mqtt = mqtt()) {
            assertThat(mqtt.connect(Version.V311, "TOKEN")).isEqualTo("20020004");
        }
        try (RawMqtt mqtt = mqtt()) {
            assertThat(mqtt.connect(Version.V5, "TOKEN")).isEqualTo("200c008a091f000642616e6e6564");
        }
    }

    @Test
    void losesTelemetry() {
        server.faults().publish(PublishFault.NOT_STORED);
        try (RawMqtt mqtt = mqtt()) {
            mqtt.connect(Version.V5, "TOKEN");
            assertThat(mqtt.publish(TELEMETRY, "{\"lost\":1}", 1)).isEqualTo("40020001");
        }
        assertThat(rest.get("/api/plugins/telemetry/DEVICE/" + device + "/keys/timeseries")
                        .body())
                .doesNotContain("lost");
    }

    @Test
    void acknowledgesNothing() {
        server.faults().publish(PublishFault.NO_ACKNOWLEDGEMENT);
        try (RawMqtt mqtt = mqtt()) {
            mqtt.connect(Version.V5, "TOKEN");
            mqtt.send(mqtt.publishPacket(TELEMETRY, "{\"silent\":1}", 1));
            mqtt.assertOpen();
        }
        assertThat(rest.get("/api/plugins/telemetry/DEVICE/" + device + "/keys/timeseries")
                        .body())
                .contains("silent");
    }

    @Test
    void answersRestWithAPage() {
        server.faults().rest(new RestFault.Html());
        PracticeClient.Reply reply = rest.get("/api/auth/user");
        assertThat(reply.contentType()).contains("text/html;charset=UTF-8");
        assertThat(reply.body()).startsWith("<!DOCTYPE html>");
    }

    @Test
    void limitsRequests() {
        server.faults().rest(new RestFault.TooManyRequests());
        PracticeClient.Reply reply = rest.get("/api/auth/user");
        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.json().path("errorCode").asInt()).isEqualTo(33);
        assertThat(reply.headers().firstValue("Retry-After")).isEmpty();
        rest.signIn(server.tenantUser(), server.tenantPassword());
        assertThat(rest.anonymously("POST", "/api/v1/TOKEN/telemetry", "{\"a\":1}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void neverAnswersRest() {
        server.faults().rest(new RestFault.Hang());
        try (PracticeClient impatient = new PracticeClient(server.restUrl(), Duration.ofMillis(300))) {
            assertThatThrownBy(() -> impatient.get("/api/auth/user")).hasCauseInstanceOf(HttpTimeoutException.class);
        }
    }

    @Test
    void answersRestLate() {
        server.faults().rest(new RestFault.Slow(Duration.ofMillis(600)));
        try (PracticeClient impatient = new PracticeClient(server.restUrl(), Duration.ofMillis(100))) {
            assertThatThrownBy(() -> impatient.get("/api/auth/user")).hasCauseInstanceOf(HttpTimeoutException.class);
        }
        assertThat(rest.get("/api/auth/user").status()).isEqualTo(200);
    }
}
