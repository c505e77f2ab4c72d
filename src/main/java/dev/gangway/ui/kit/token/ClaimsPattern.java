package dev.gangway.ui.kit.token;

import dev.gangway.token.jwt.Claims;
import dev.gangway.token.jwt.ClaimsTemplate;
import java.util.List;

/** What to begin with when claims are written. */
public enum ClaimsPattern {
    /** What most brokers look at. */
    DEVICE,
    /** The same with EMQX's access list. */
    EMQX,
    /** As RFC 9068 has access tokens, with issuer and audience. */
    ACCESS_TOKEN;

    /** The claims as JSON, with {@code {name}} for the device's name. */
    String json() {
        Claims device =
                Claims.none().with("sub", "{name}").with("clientid", "{name}").with("username", "{name}");
        return ClaimsTemplate.text(
                switch (this) {
                    case DEVICE -> device;
                    case EMQX ->
                        device.withEmqxAcl(
                                List.of("devices/{name}/telemetry", "v1/devices/me/telemetry"),
                                List.of("devices/{name}/commands"));
                    case ACCESS_TOKEN ->
                        Claims.none()
                                .with("iss", "https://id.example.com")
                                .with("aud", "mqtt")
                                .with("sub", "{name}")
                                .with("client_id", "{name}")
                                .with("scope", "mqtt");
                });
    }
}
