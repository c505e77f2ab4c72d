package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.bench.kinds.Kinds;
import dev.gangway.bench.live.LiveBench;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.Endpoint.Transport;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.credentials.MqttProvisioning;
import dev.gangway.device.Credential;
import dev.gangway.secret.Secret;
import dev.gangway.server.DeviceInterface.SelfProvisioning;
import dev.gangway.server.HostInput;
import dev.gangway.server.ServerAdapter;
import dev.gangway.server.ServerAdapter.ProvisionRequest;
import dev.gangway.server.ServerEntry;
import dev.gangway.server.ServerEntry.HostPort;
import dev.gangway.server.TrustAnchors;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks for a device's credential as the device itself would; no vault and no sign-in. */
@Command(
        name = "provision",
        description = "Asks a server for a device's credential as the device itself would, over HTTP or MQTT with key"
                + " and secret of its profile, and writes an access token to NAME.token.")
final class ProvisionCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "NAME", description = "Of the device.")
    private String name = "";

    @Option(
            names = "--url",
            paramLabel = "URL",
            required = true,
            description = "https://H or http://H of ThingsBoard's REST interface; mqtts://H:P or mqtt://H:P asks over"
                    + " MQTT.")
    private String url = "";

    @Option(names = "--key", paramLabel = "K", required = true, description = "Provision key of the profile.")
    private String key = "";

    @Option(names = "--secret-file", paramLabel = "F", required = true, description = "The first line is the secret.")
    private Path secret = Path.of("");

    @Option(names = "--token-file", paramLabel = "F", description = "Ask for this access token.")
    private Optional<Path> token = Optional.empty();

    @Mixin
    private BasicLogin basic = new BasicLogin();

    @Option(names = "--ca", paramLabel = "FILE", description = "Authorities of the server's TLS certificate.")
    private Optional<Path> authorities = Optional.empty();

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "", description = "Where to (default: here).")
    private Path out = Path.of("");

    ProvisionCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Optional<Credential> wanted = token.<Credential>map(file -> new Credential.AccessToken(Secrets.line(file)))
                .or(basic::credential);
        ProvisionRequest request = new ProvisionRequest(name, key, Secrets.line(secret), wanted);
        Credential given = url.startsWith("mqtt") ? overMqtt(request) : overHttp(request);
        if (given instanceof Credential.AccessToken(Secret issued)) {
            CredentialWriter.token(out, name, issued)
                    .forEach(file -> context.terminal().say("written", "file", file));
        } else {
            context.terminal().say("provisioned", "name", name);
        }
        return ExitCode.PASS;
    }

    private Credential overMqtt(ProvisionRequest request) {
        boolean tls = url.startsWith("mqtts://");
        if (!tls && !url.startsWith("mqtt://")) {
            throw ConnectionOptions.badValue("--url", url);
        }
        Transport transport = tls ? Transport.TLS : Transport.TCP;
        HostPort at = orFail(HostInput.parse(url.substring(url.indexOf("//") + 2), transport.usualPort()));
        SelfProvisioning how =
                context.tools().make().kinds().usual().devices().provisioning().orElseThrow();
        List<X509Certificate> anchors = orFail(TrustAnchors.of(entry(URI.create(url))));
        return orFail(new MqttProvisioning(new LiveBench(Kinds.judge()))
                .request(
                        Endpoint.of(at.host(), at.port(), tls),
                        TlsOptions.trusting(anchors),
                        how,
                        request,
                        context.tools().cancellation()));
    }

    private Credential overHttp(ProvisionRequest request) {
        ServerEntry entry = entry(orFail(HostInput.url(url)));
        try (ServerAdapter adapter = orFail(context.tools().make().kinds().connect(entry))) {
            return orFail(adapter.provision(request, context.tools().cancellation()));
        }
    }

    private ServerEntry entry(URI address) {
        List<String> anchors = authorities
                .map(file -> List.of(
                        new String(orFail(dev.gangway.pki.Source.file(file)).bytes(), StandardCharsets.UTF_8)))
                .orElse(List.of());
        return new ServerEntry(
                UUID.randomUUID(),
                Optional.ofNullable(address.getHost()).orElse(""),
                ServerEntry.Kind.THINGSBOARD,
                address,
                "",
                Secret.of(""),
                Optional.empty(),
                Optional.empty(),
                anchors);
    }

    /** The MQTT login that a device brings along and asks its server to take. */
    static final class BasicLogin {
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
}
