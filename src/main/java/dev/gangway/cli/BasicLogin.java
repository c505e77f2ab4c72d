package dev.gangway.cli;

import dev.gangway.device.Credential;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The MQTT login that a device brings along and asks its server to take. */
final class BasicLogin {
    @Option(names = "--basic-client-id", paramLabel = "I", description = "Ask for this MQTT login: client id.")
    private Optional<String> clientId = Optional.empty();

    @Option(names = "--basic-username", paramLabel = "U", description = "The same: user name.")
    private Optional<String> userName = Optional.empty();

    @Option(
            names = "--basic-password-file",
            paramLabel = "F",
            description = "The same: the first line is the password.")
    private Optional<Path> password = Optional.empty();

    /** Where any part of it is given. */
    Optional<Credential> credential() {
        return clientId.isEmpty() && userName.isEmpty() && password.isEmpty()
                ? Optional.empty()
                : Optional.of(new Credential.MqttBasic(clientId, userName, password.map(Secrets::line)));
    }
}
