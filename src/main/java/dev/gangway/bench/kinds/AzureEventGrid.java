package dev.gangway.bench.kinds;

import dev.gangway.bench.causes.Certainty;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.rules.CertCode;
import dev.gangway.bench.rules.MqttCode;
import dev.gangway.bench.rules.SessionCode;
import java.time.Duration;

/**
 * The MQTT broker of Azure Event Grid. The user name is the client's authentication name, and a client has to be registered
 * with its certificate's thumbprint or a name in it. Never run here: bytes are replayed.
 */
final class AzureEventGrid {
    static final Kind KIND = Kind.server(
                    "azure-event-grid",
                    "Azure Event Grid",
                    "https://learn.microsoft.com/azure/event-grid/mqtt-client-certificate-authentication")
            .sign(Sign.domain(".*\\.ts\\.eventgrid\\.azure\\.net"))
            .sign(Sign.certificate(Certainty.PROVEN, "eventgrid\\.azure\\.net"))
            .limited(Limits.OF_MQTT
                    .speaking(Version.V3_1_1, Version.V5)
                    .withKeepAlive(Duration.ofSeconds(1_160))
                    .withClientId(128)
                    .withQos(1)
                    .withPayload(524_288))
            .meaning(MqttCode.CERTIFICATE_UNKNOWN, "client")
            .meaning(MqttCode.CHAIN_UNKNOWN, "client")
            .meaning(MqttCode.CERTIFICATE_WINS, "client")
            .meaning(MqttCode.LOGIN_REFUSED, "client")
            .meaning(MqttCode.TOKEN_UNKNOWN, "client")
            .remedy(MqttCode.CERTIFICATE_UNKNOWN, "authentication-name", "validation-scheme", "sessions")
            .remedy(MqttCode.CHAIN_UNKNOWN, "authentication-name", "ca-certificate", "validation-scheme")
            .remedy(MqttCode.CERTIFICATE_WINS, "authentication-name", "validation-scheme")
            .remedy(MqttCode.LOGIN_REFUSED, "authentication-name", "jwt")
            .remedy(MqttCode.TOKEN_UNKNOWN, "authentication-name")
            .remedy(MqttCode.QUOTA_EXCEEDED, "sessions")
            .remedy(SessionCode.NOT_ALLOWED, "permission-binding")
            .remedy(CertCode.REQUIRED, "validation-scheme");

    private AzureEventGrid() {}
}
