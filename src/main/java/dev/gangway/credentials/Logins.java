package dev.gangway.credentials;

import dev.gangway.bench.model.MqttOptions;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.secret.Secret;
import java.util.Optional;

/** What a device's CONNECT says, by its credential. */
public final class Logins {
    private Logins() {}

    /** With MQTT 5, and a token where its device has it. */
    public static MqttOptions of(Device device) {
        return of(device, MqttOptions.Version.V5, false);
    }

    /**
     * What it says.
     *
     * @param swapped whether an access token or JWT goes into the other field than usual
     */
    public static MqttOptions of(Device device, MqttOptions.Version mqtt, boolean swapped) {
        return switch (device.credential()) {
            case Credential.AccessToken(Secret token) -> token(device, mqtt, token, !swapped, Optional.empty());
            case Credential.Jwt jwt -> token(device, mqtt, jwt.token(), jwt.inUserName() != swapped, jwt.userName());
            case Credential.OAuth oauth ->
                oauth.held()
                        .map(held -> token(
                                device, mqtt, held.accessToken(), oauth.inUserName() != swapped, oauth.userName()))
                        .orElseGet(() -> nameless(device, mqtt));
            case Credential.MqttBasic basic ->
                MqttOptions.of(mqtt, basic.clientId().orElse(device.name()), basic.userName(), basic.password());
            case Credential.Provisioning provisioning ->
                MqttOptions.of(mqtt, device.name(), Optional.of("provision"), Optional.empty());
            case Credential.X509Leaf leaf -> nameless(device, mqtt);
            case Credential.X509Chain chain -> nameless(device, mqtt);
            case Credential.None none -> nameless(device, mqtt);
        };
    }

    private static MqttOptions token(
            Device device, MqttOptions.Version mqtt, Secret token, boolean inUserName, Optional<String> userName) {
        return inUserName
                ? MqttOptions.of(mqtt, device.name(), Optional.of(token.reveal()), Optional.empty())
                : MqttOptions.of(mqtt, device.name(), userName, Optional.of(token));
    }

    private static MqttOptions nameless(Device device, MqttOptions.Version mqtt) {
        return MqttOptions.of(mqtt, device.name(), Optional.empty(), Optional.empty());
    }
}
