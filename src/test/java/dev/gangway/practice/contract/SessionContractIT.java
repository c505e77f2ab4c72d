package dev.gangway.practice.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.practice.contract.RawMqtt.Version;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What ends a live session, and what does not. */
class SessionContractIT extends ContractTest {
    private int devices;

    private record Live(String id, String token, RawMqtt mqtt) {}

    private Live connect(Version version) {
        devices++;
        String token = fill("{run}-live-" + devices);
        String id = rest.deviceWithToken(token, token);
        return new Live(id, token, session(version, token));
    }

    private RawMqtt session(Version version, String token) {
        RawMqtt mqtt = server.tcp();
        assertThat(mqtt.connect(version, token)).startsWith("20").endsWith("00");
        return mqtt;
    }

    private ObjectNode credentials(Live live) {
        return (ObjectNode)
                rest.get("/api/device/" + live.id() + "/credentials").json();
    }

    private void save(ObjectNode credentials) {
        assertThat(rest.post("/api/device/credentials", credentials.toString()).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"V311", "V5"})
    void aSecondSessionTakesOver(Version version) {
        Live live = connect(version);
        try (RawMqtt first = live.mqtt();
                RawMqtt second = server.tcp()) {
            second.connect(version, "another client id", live.token(), null, true);
            first.assertEnded(142);
            second.assertOpen();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V311", "V5"})
    void anotherTokenEndsIt(Version version) {
        Live live = connect(version);
        try (RawMqtt mqtt = live.mqtt()) {
            save(credentials(live).put("credentialsId", live.token() + "-new"));
            mqtt.assertEnded(152);
        }
        try (RawMqtt old = server.tcp()) {
            assertThat(old.connect(Version.V311, live.token())).isEqualTo("20020005");
        }
        session(version, live.token() + "-new").close();
    }

    @ParameterizedTest
    @EnumSource(names = {"V311", "V5"})
    void anotherTypeEndsIt(Version version) {
        Live live = connect(version);
        try (RawMqtt mqtt = live.mqtt()) {
            save(credentials(live)
                    .put("credentialsType", "X509_CERTIFICATE")
                    .put("credentialsValue", live.token() + " text"));
            mqtt.assertEnded(152);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V311", "V5"})
    void deletingTheDeviceEndsIt(Version version) {
        Live live = connect(version);
        try (RawMqtt mqtt = live.mqtt()) {
            assertThat(rest.delete("/api/device/" + live.id()).status()).isEqualTo(200);
            mqtt.assertEnded(152);
        }
        try (RawMqtt again = server.tcp()) {
            assertThat(again.connect(Version.V311, live.token())).isEqualTo("20020005");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V311", "V5"})
    void savingTheSameKeepsIt(Version version) {
        Live live = connect(version);
        try (RawMqtt mqtt = live.mqtt()) {
            save(credentials(live));
            ObjectNode device =
                    (ObjectNode) rest.get("/api/device/" + live.id()).json();
            assertThat(rest.post("/api/device", device.put("label", "new").toString())
                            .status())
                    .isEqualTo(200);
            mqtt.assertOpen();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"V311", "V5"})
    void othersKeepIt(Version version) {
        Live live = connect(version);
        try (RawMqtt mqtt = live.mqtt();
                RawMqtt provision = server.tcp();
                RawMqtt refused = server.tcp()) {
            provision.connect(version, "client", "provision", null, true);
            refused.connect(version, "client", live.token() + "-wrong", null, true);
            assertThat(rest.anonymously("POST", "/api/v1/" + live.token() + "/telemetry", "{\"a\":1}")
                            .status())
                    .isEqualTo(200);
            mqtt.assertOpen();
        }
    }
}
