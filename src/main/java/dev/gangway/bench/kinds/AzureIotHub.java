package dev.gangway.bench.kinds;

import dev.gangway.bench.causes.Certainty;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.Publication;
import dev.gangway.bench.rules.MqttCode;
import dev.gangway.bench.rules.PortCode;
import dev.gangway.bench.rules.SessionCode;
import dev.gangway.bench.rules.TlsCode;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Azure IoT Hub. User name {@code HUB/DEVICE/?api-version=…}, client id the device's id, password a shared access
 * signature or nothing beside a certificate; MQTT 3.1.1 only, QoS 2 and a keep-alive above 1,767 s end the connection.
 * Never run here: bytes are replayed.
 */
final class AzureIotHub {
    private static final Pattern USER_NAME =
            Pattern.compile("[^/]+/([^/?]+(?:/[^/?]+)?)/\\??api-version=\\d{4}-\\d{2}-\\d{2}(?:-preview)?(?:&.*)?");

    /** What a device may publish to: messages, its twin, answers to methods. */
    private static final Pattern TOPIC = Pattern.compile(
            "devices/[^/]+/(?:modules/[^/]+/)?messages/events/.*|\\$iothub/(?:twin/(?:GET|PATCH/properties/reported)|methods/res)/.*");

    static final Kind KIND = Kind.server(
                    "azure-iot-hub",
                    "Azure IoT Hub",
                    "https://learn.microsoft.com/azure/iot/iot-mqtt-connect-to-iot-hub")
            .sign(Sign.domain(".*\\.azure-devices\\.(?:net|us|cn|de)"))
            .sign(Sign.certificate(Certainty.PROVEN, "\\.azure-devices\\.(?:net|us|cn|de)"))
            .sign(Sign.userName(Certainty.LIKELY, "[^/]+\\.azure-devices\\.[a-z]+.*", "….azure-devices.…/…"))
            .sign(Sign.topic(Certainty.LIKELY, "devices/[^/]+/messages/events/.*"))
            .limited(Limits.OF_MQTT
                    .speaking(Version.V3_1_1)
                    .withKeepAlive(Duration.ofSeconds(1_767))
                    .withClientId(128)
                    .withQos(1)
                    .withPayload(262_144))
            .meaning(MqttCode.LOGIN_REFUSED, "login")
            .meaning(MqttCode.NO_PERMISSION, "login")
            .meaning(SessionCode.CLOSED_AFTER_PUBLISH, "closes")
            .remedy(MqttCode.LOGIN_REFUSED, "sas", "device-enabled")
            .remedy(MqttCode.NO_PERMISSION, "device-enabled", "sas")
            .remedy(MqttCode.TOKEN_UNKNOWN, "sas")
            .remedy(MqttCode.CERTIFICATE_UNKNOWN, "thumbprint", "device-enabled")
            .remedy(MqttCode.CERTIFICATE_WINS, "thumbprint", "device-enabled")
            .remedy(MqttCode.CHAIN_UNKNOWN, "ca-verified", "device-enabled")
            .remedy(PortCode.CLOSED_BEHIND_TLS, "sas", "device-enabled", "ip-filter")
            .remedy(SessionCode.CLOSED_AFTER_PUBLISH, "topic", "no-retain")
            .remedy(SessionCode.LOST, "topic", "one-connection")
            .remedy(TlsCode.SERVER_UNTRUSTED, "global-root-g2")
            .judging(AzureIotHub::judge);

    private AzureIotHub() {}

    private static void judge(Situation situation) {
        if (situation.refusedConnect()) {
            SasRules.judge(situation, true);
            UserNameRules.judge(situation, USER_NAME, "HUB/DEVICE/?api-version=2021-04-12");
        }
        boolean hungUpOnMessage = situation.proposes(SessionCode.CLOSED_AFTER_PUBLISH);
        situation
                .findings()
                .plan()
                .publication()
                .map(Publication::topic)
                .filter(topic -> hungUpOnMessage && !TOPIC.matcher(topic).matches())
                .ifPresent(topic -> situation.first(situation
                        .draft(SessionCode.TOPIC_UNKNOWN)
                        .with("topic", topic)
                        .known(situation.says("topics"))));
    }
}
