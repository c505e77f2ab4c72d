package dev.gangway.cli;

import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.MqttOptions.Authentication;
import dev.gangway.bench.model.MqttOptions.Version;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Enhanced authentication of MQTT 5. */
final class AuthenticationOptions {
    @Option(
            names = "--auth-method",
            paramLabel = "NAME",
            description = "Enhanced authentication: SCRAM-SHA-1, SCRAM-SHA-256, SCRAM-SHA-512, or any method that sends"
                    + " a token as it is, such as CUSTOM-JWT. MQTT 5.")
    private Optional<String> method = Optional.empty();

    @Option(names = "--auth-user", paramLabel = "U", description = "User of SCRAM.")
    private Optional<String> user = Optional.empty();

    @Option(
            names = "--auth-secret-file",
            paramLabel = "F",
            description = "The first line is the password of SCRAM, or the token.")
    private Optional<Path> secret = Optional.empty();

    @Option(
            names = "--reauthenticate",
            description =
                    "Authenticate once more within the session, as long-lived sessions do before a token expires.")
    private boolean again;

    /** The same with enhanced authentication, where it was asked for. */
    MqttOptions addTo(MqttOptions options) {
        if (method.isEmpty()) {
            if (user.isPresent() || secret.isPresent() || again) {
                throw CommandFailed.because(CliCode.OPTION_NEEDED, "option", "--auth-method");
            }
            return options;
        }
        if (options.version() != Version.V5) {
            throw CommandFailed.because(CliCode.NEEDS_MQTT_5, "option", "--auth-method");
        }
        Path file =
                secret.orElseThrow(() -> CommandFailed.because(CliCode.OPTION_NEEDED, "option", "--auth-secret-file"));
        Authentication once = new Authentication(method.get(), user.orElse(""), Secrets.line(file));
        return options.withAuthentication(Optional.of(again ? once.twice() : once));
    }
}
