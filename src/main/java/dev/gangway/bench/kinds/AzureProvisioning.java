package dev.gangway.bench.kinds;

import dev.gangway.bench.causes.Certainty;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.rules.MqttCode;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Azure's Device Provisioning Service (DPS). User name {@code SCOPE/registrations/REGISTRATION/api-version=…},
 * client id the registration id. Never run here: bytes are replayed.
 */
final class AzureProvisioning {
    private static final Pattern USER_NAME =
            Pattern.compile("[^/]+/registrations/([^/]+)/api-version=\\d{4}-\\d{2}-\\d{2}(?:&.*)?");

    static final Kind KIND = Kind.server(
                    "azure-dps",
                    "Azure Device Provisioning Service",
                    "https://learn.microsoft.com/azure/iot/iot-mqtt-connect-to-iot-dps")
            .sign(Sign.domain(".*\\.azure-devices-provisioning\\.(?:net|us|cn)"))
            .sign(Sign.certificate(Certainty.PROVEN, "azure-devices-provisioning\\.(?:net|us|cn)"))
            .sign(Sign.userName(Certainty.LIKELY, "[^/]+/registrations/.*", "…/registrations/…"))
            .limited(Limits.OF_MQTT
                    .speaking(Version.V3_1_1)
                    .withKeepAlive(Duration.ofSeconds(1_767))
                    .withQos(1))
            .remedy(MqttCode.LOGIN_REFUSED, "enrollment", "key")
            .remedy(MqttCode.NO_PERMISSION, "enrollment")
            .remedy(MqttCode.CERTIFICATE_UNKNOWN, "enrollment-certificate")
            .remedy(MqttCode.CHAIN_UNKNOWN, "enrollment-certificate")
            .remedy(MqttCode.CERTIFICATE_WINS, "enrollment-certificate")
            .judging(AzureProvisioning::judge);

    private AzureProvisioning() {}

    private static void judge(Situation situation) {
        if (situation.refusedConnect()) {
            SasRules.judge(situation, false);
            UserNameRules.judge(situation, USER_NAME, "SCOPE/registrations/REGISTRATION/api-version=2019-03-31");
        }
    }
}
