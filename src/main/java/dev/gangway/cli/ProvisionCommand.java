package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.device.Credential;
import dev.gangway.http.HttpClients;
import dev.gangway.secret.Secret;
import dev.gangway.server.HostInput;
import dev.gangway.server.ServerAdapter;
import dev.gangway.server.ServerAdapter.ProvisionRequest;
import dev.gangway.server.ServerEntry;
import dev.gangway.server.thingsboard.ThingsBoard;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks for a device's credential as the device itself would; no vault and no sign-in. */
@Command(
        name = "provision",
        description = "Asks a server for a device's credential as the device itself would, over HTTP with key and"
                + " secret of its profile, and writes the access token to NAME.token.")
final class ProvisionCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "NAME", description = "Of the device.")
    private String name = "";

    @Option(names = "--url", paramLabel = "URL", required = true, description = "Of ThingsBoard's REST interface.")
    private String url = "";

    @Option(names = "--key", paramLabel = "K", required = true, description = "Provision key of the profile.")
    private String key = "";

    @Option(names = "--secret-file", paramLabel = "F", required = true, description = "The first line is the secret.")
    private Path secret = Path.of("");

    @Option(names = "--token-file", paramLabel = "F", description = "Ask for this access token.")
    private Optional<Path> token = Optional.empty();

    @Option(names = "--ca", paramLabel = "FILE", description = "Authorities of the server's TLS certificate.")
    private Optional<Path> authorities = Optional.empty();

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "", description = "Where to (default: here).")
    private Path out = Path.of("");

    ProvisionCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        URI address = orFail(HostInput.url(url));
        List<String> anchors = authorities
                .map(file -> List.of(
                        new String(orFail(dev.gangway.pki.Source.file(file)).bytes(), StandardCharsets.UTF_8)))
                .orElse(List.of());
        ServerEntry entry = new ServerEntry(
                UUID.randomUUID(),
                address.getHost(),
                ServerEntry.Kind.THINGSBOARD,
                address,
                "",
                Secret.of(""),
                Optional.empty(),
                Optional.empty(),
                anchors);
        ProvisionRequest request = new ProvisionRequest(
                name, key, Secrets.line(secret), token.map(file -> new Credential.AccessToken(Secrets.line(file))));
        try (ServerAdapter adapter = orFail(new ThingsBoard(new HttpClients()).connect(entry))) {
            Credential given = orFail(adapter.provision(request, context.tools().cancellation()));
            if (given instanceof Credential.AccessToken(Secret issued)) {
                CredentialWriter.token(out, name, issued)
                        .forEach(file -> context.terminal().say("written", "file", file));
            }
        }
        return ExitCode.PASS;
    }
}
