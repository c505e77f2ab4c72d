package dev.gangway.cli;

import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which field of CONNECT a JSON Web Token or an OAuth 2.0 token goes into. */
final class TokenFieldOptions {
    @Option(
            names = "--token-in",
            paramLabel = "FIELD",
            defaultValue = "password",
            description = "password or username (default: ${DEFAULT-VALUE}).")
    private String field = "password";

    @Option(
            names = "--token-username",
            paramLabel = "U",
            defaultValue = "{name}",
            description = "The user name beside a token in the password; {name} stands for the device's name (default:"
                    + " ${DEFAULT-VALUE}).")
    private String userName = "{name}";

    boolean inUserName() {
        return switch (field.toLowerCase(Locale.ROOT)) {
            case "password" -> false;
            case "username" -> true;
            default -> throw ConnectionOptions.badValue("--token-in", field);
        };
    }

    /** What stands beside the token of this device. */
    Optional<String> userName(String deviceName) {
        return Optional.of(userName.replace("{name}", deviceName)).filter(name -> !inUserName() && !name.isEmpty());
    }
}
