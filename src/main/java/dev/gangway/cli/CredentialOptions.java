package dev.gangway.cli;

import dev.gangway.credentials.CredentialChoice;
import dev.gangway.credentials.Credentials;
import dev.gangway.device.Credential;
import dev.gangway.device.KeyRef;
import dev.gangway.pki.Identity;
import dev.gangway.pki.Keys;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which credential a device gets. A fresh access token unless something else is asked for. */
final class CredentialOptions {
    @Option(names = "--token", description = "A fresh random access token; the default.")
    private boolean token;

    @Option(names = "--token-file", paramLabel = "F", description = "The first line is the access token.")
    private Optional<Path> tokenFile = Optional.empty();

    @Option(names = "--x509", description = "A fresh key and a self-signed certificate.")
    private boolean x509;

    @Option(
            names = "--key-type",
            paramLabel = "T",
            defaultValue = "ec-p256",
            description = "ec-p256, ec-p384, rsa-2048, rsa-3072, rsa-4096, ed25519 (default: ${DEFAULT-VALUE}).")
    private String keyType = "ec-p256";

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "3650",
            description = "How long the certificate is valid (default: ${DEFAULT-VALUE}).")
    private int days = 3650;

    @Option(
            names = "--subject",
            paramLabel = "DN",
            defaultValue = "CN={name}",
            description = "Of the certificate; {name} stands for the device's name (default: ${DEFAULT-VALUE}).")
    private String subject = "CN={name}";

    @Mixin
    private CredentialFiles files = new CredentialFiles();

    @Option(names = "--basic-client-id", paramLabel = "I", description = "MQTT basic: client id.")
    private Optional<String> clientId = Optional.empty();

    @Option(names = "--basic-username", paramLabel = "U", description = "MQTT basic: user name.")
    private Optional<String> userName = Optional.empty();

    @Option(
            names = "--basic-password-file",
            paramLabel = "F",
            description = "MQTT basic: the first line is the password.")
    private Optional<Path> passwordFile = Optional.empty();

    @Mixin
    private ServerSideOptions serverSide = new ServerSideOptions();

    @Mixin
    private BearerOptions bearer = new BearerOptions();

    /** What was asked for; reads the files that were named, and fetches what has to be fetched. */
    CredentialChoice choice(Context context, UseCases workspace, String deviceName) {
        boolean basic = clientId.isPresent() || userName.isPresent() || passwordFile.isPresent();
        long asked = Stream.of(
                        token,
                        tokenFile.isPresent(),
                        x509,
                        files.isGiven(),
                        basic,
                        serverSide.isIssued(),
                        serverSide.isProvisioned(),
                        bearer.isJwt(),
                        bearer.isOAuth())
                .filter(is -> is)
                .count();
        if (asked > 1) {
            throw CommandFailed.because(
                    CliCode.OPTIONS_EXCLUDE,
                    "one",
                    "--token",
                    "other",
                    "--x509 / --cert / --issued-by / --basic / --provision / --jwt / --oauth");
        }
        Tools tools = context.tools();
        if (x509) {
            return new CredentialChoice.NewLeaf(KeyTypes.parse(keyType), validity(), subject);
        }
        if (serverSide.isIssued()) {
            return serverSide.issued(workspace, KeyTypes.parse(keyType), validity(), subject);
        }
        if (serverSide.isProvisioned()) {
            return serverSide.provisioned();
        }
        if (bearer.isJwt()) {
            return bearer.jwt(tools, deviceName);
        }
        if (bearer.isOAuth()) {
            return bearer.oauth(context, workspace.tokenRequests(), deviceName);
        }
        if (basic) {
            return new CredentialChoice.Existing(
                    new Credential.MqttBasic(clientId, userName, passwordFile.map(Secrets::line)));
        }
        return files.read(tools.make().reader())
                .map(identity -> serverSide.of(credential(identity)))
                .or(() -> tokenFile.map(
                        file -> new CredentialChoice.Existing(new Credential.AccessToken(Secrets.line(file)))))
                .orElse(new CredentialChoice.NewToken(Credentials.USUAL_TOKEN_LENGTH));
    }

    private static Credential credential(Identity identity) {
        KeyRef key = new KeyRef.Stored(Keys.pkcs8(identity.key()));
        return identity.chain().size() == 1
                ? new Credential.X509Leaf(identity.leaf(), key)
                : new Credential.X509Chain(identity.chain(), key);
    }

    private Duration validity() {
        if (days < 1) {
            throw ConnectionOptions.badValue("--days", String.valueOf(days));
        }
        return Duration.ofDays(days);
    }
}
