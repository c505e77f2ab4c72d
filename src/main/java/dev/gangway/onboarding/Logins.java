package dev.gangway.onboarding;

import dev.gangway.bench.model.MqttOptions;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.secret.Secret;
import java.util.Optional;

/** What a device's CONNECT says, by its credential. */
final class Logins {
    private Logins() {}

    static MqttOptions of(Device device, TestChoices choices) {
        return switch (device.credential()) {
            case Credential.AccessToken(Secret token) ->
                token(device, choices, token, !choices.tokenInPassword(), Optional.empty());
            case Credential.Jwt jwt ->
                token(device, choices, jwt.token(), jwt.inUserName() != choices.tokenInPassword(), jwt.userName());
            case Credential.OAuth oauth ->
                oauth.held()
                        .map(held -> token(
                                device,
                                choices,
                                held.accessToken(),
                                oauth.inUserName() != choices.tokenInPassword(),
                                oauth.userName()))
                        .orElseGet(() -> nameless(device, choices));
            case Credential.MqttBasic basic ->
                MqttOptions.of(
                        choices.mqtt(), basic.clientId().orElse(device.name()), basic.userName(), basic.password());
            case Credential.Provisioning provisioning ->
                MqttOptions.of(choices.mqtt(), device.name(), Optional.of("provision"), Optional.empty());
            case Credential.X509Leaf leaf -> nameless(device, choices);
            case Credential.X509Chain chain -> nameless(device, choices);
            case Credential.None none -> nameless(device, choices);
        };
    }

    private static MqttOptions token(
            Device device, TestChoices choices, Secret token, boolean inUserName, Optional<String> userName) {
        return inUserName
                ? MqttOptions.of(choices.mqtt(), device.name(), Optional.of(token.reveal()), Optional.empty())
                : MqttOptions.of(choices.mqtt(), device.name(), userName, Optional.of(token));
    }

    private static MqttOptions nameless(Device device, TestChoices choices) {
        return MqttOptions.of(choices.mqtt(), device.name(), Optional.empty(), Optional.empty());
    }
}
