package dev.gangway.practice.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.pki.Identity;
import dev.gangway.practice.PracticeClient;
import dev.gangway.practice.contract.RawMqtt.Version;
import java.security.cert.X509Certificate;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** A part of the contract that is about client certificates. */
abstract class TlsContractTest extends ContractTest {
    final TestAuthority authority = new TestAuthority("Devices");
    TlsClient tls;

    @Override
    void prepare() {
        tls = new TlsClient(
                server,
                rest.get("/api/device-connectivity/mqtts/certificate/download").body());
    }

    /** The ways in which every certificate is tried. */
    static Stream<Arguments> ways() {
        return Stream.of(
                Arguments.of("TLSv1.3", Version.V311),
                Arguments.of("TLSv1.3", Version.V5),
                Arguments.of("TLSv1.2", Version.V311));
    }

    void register(String name, Identity device) {
        rest.deviceWithCertificate(fill(name), TestAuthority.pem(device.leaf()));
    }

    void assertAccepted(Identity identity, String user, String tlsVersion, Version version) {
        assertCode(identity, user, tlsVersion, version, 0);
    }

    void assertRefused(Identity identity, String user, String tlsVersion, Version version) {
        assertCode(identity, user, tlsVersion, version, version == Version.V5 ? 135 : 5);
    }

    private void assertCode(Identity identity, String user, String tlsVersion, Version version, int code) {
        try (RawMqtt mqtt = tls.mqtt(identity, tlsVersion)) {
            String answer = mqtt.connect(version, user);
            assertThat(answer)
                    .isEqualTo(version == Version.V5 ? String.format("200300%02x00", code) : "2002000" + code);
            if (code == 0) {
                mqtt.assertOpen();
            } else {
                mqtt.assertEnded(code);
            }
        }
    }

    /** A chain profile with this anchor; returns its id. */
    String chainProfile(String name, X509Certificate anchor, String pattern, boolean allowCreate) {
        PracticeClient.Reply reply = rest.post("/api/deviceProfile", """
                {"name":"%s","type":"DEFAULT","transportType":"DEFAULT","provisionType":"X509_CERTIFICATE_CHAIN",
                 "profileData":{"configuration":{"type":"DEFAULT"},"transportConfiguration":{"type":"DEFAULT"},
                 "provisionConfiguration":{"type":"X509_CERTIFICATE_CHAIN","provisionDeviceSecret":"%s",
                 "certificateRegExPattern":"%s","allowCreateNewDevicesByX509Certificate":%s},"alarms":null}}
                """.formatted(
                        fill(name),
                        TestAuthority.pem(anchor).replace("\n", "\\n"),
                        pattern.replace("\\", "\\\\"),
                        allowCreate));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json().path("id").path("id").asText();
    }
}
