package dev.gangway.cli;

import dev.gangway.bench.model.MqttOptions;
import dev.gangway.secret.Secret;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Who CONNECT says we are. */
final class LoginOptions {
    @Option(names = "--username", paramLabel = "U", description = "MQTT user name. A token belongs into --token-file.")
    private Optional<String> userName = Optional.empty();

    @Option(
            names = "--token-file",
            paramLabel = "F",
            description = "The first line is sent as the user name, as ThingsBoard wants access tokens.")
    private Optional<Path> tokenFile = Optional.empty();

    @Option(names = "--password-file", paramLabel = "F", description = "The first line is the MQTT password.")
    private Optional<Path> passwordFile = Optional.empty();

    @Option(names = "--client-id", paramLabel = "I", description = "Left out, the server chooses one.")
    private Optional<String> clientId = Optional.empty();

    /** The options that were given. */
    Stream<String> given() {
        return Stream.of(
                        userName.map(_ -> "--username"),
                        tokenFile.map(_ -> "--token-file"),
                        passwordFile.map(_ -> "--password-file"),
                        clientId.map(_ -> "--client-id"))
                .flatMap(Optional::stream);
    }

    /** What the options say, with MQTT 5; reads the files that they name. */
    MqttOptions login() {
        if (userName.isPresent() && tokenFile.isPresent()) {
            throw CommandFailed.because(CliCode.OPTIONS_EXCLUDE, "one", "--username", "other", "--token-file");
        }
        Optional<String> user = userName.or(() -> tokenFile.map(Secrets::line).map(Secret::reveal));
        return MqttOptions.of(MqttOptions.Version.V5, clientId.orElse(""), user, passwordFile.map(Secrets::line));
    }
}
