package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Proxy;
import dev.gangway.server.HostInput;
import dev.gangway.server.ServerEntry.HostPort;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A proxy on the way to the server. */
final class ProxyOptions {
    private static final int USUAL_PORT = 8080;

    @Option(names = "--proxy", paramLabel = "KIND://H:P", description = "Go through an http:// or socks5:// proxy.")
    private Optional<String> proxy = Optional.empty();

    @Option(names = "--proxy-user", paramLabel = "U", description = "Who signs in to the proxy.")
    private Optional<String> user = Optional.empty();

    @Option(
            names = "--proxy-password-file",
            paramLabel = "F",
            description = "The first line is the password for the proxy.")
    private Optional<Path> password = Optional.empty();

    /** The same through the proxy, where one was given. */
    Plan addTo(Plan plan) {
        if (proxy.isEmpty() && (user.isPresent() || password.isPresent())) {
            throw CommandFailed.because(CliCode.OPTION_NEEDED, "option", "--proxy");
        }
        return proxy.map(this::parsed).map(plan::through).orElse(plan);
    }

    private Proxy parsed(String text) {
        for (Proxy.Kind kind : Proxy.Kind.values()) {
            String scheme = kind.name().toLowerCase(Locale.ROOT) + "://";
            if (text.startsWith(scheme)) {
                HostPort at = orFail(HostInput.parse(text.substring(scheme.length()), USUAL_PORT));
                return new Proxy(kind, at.host(), at.port(), user, password.map(Secrets::line));
            }
        }
        throw ConnectionOptions.badValue("--proxy", text);
    }
}
