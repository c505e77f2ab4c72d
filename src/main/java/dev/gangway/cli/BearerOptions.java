package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.credentials.CredentialChoice;
import dev.gangway.credentials.TokenRequests;
import dev.gangway.device.Credential;
import dev.gangway.device.HeldToken;
import dev.gangway.device.TokenClient;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Credentials that are tokens: signed here, made elsewhere, or fetched from an authorization server. */
final class BearerOptions {
    @Mixin
    private SigningOptions signing = new SigningOptions();

    @Option(names = "--jwt-file", paramLabel = "FILE", description = "The first line is a JSON Web Token.")
    private Optional<Path> file = Optional.empty();

    @Mixin
    private TokenClientOptions client = new TokenClientOptions();

    @Mixin
    private TokenFieldOptions field = new TokenFieldOptions();

    boolean isJwt() {
        return signing.isGiven() || file.isPresent();
    }

    boolean isOAuth() {
        return client.isGiven();
    }

    CredentialChoice jwt(Tools tools, String deviceName) {
        return file.<CredentialChoice>map(made -> new CredentialChoice.Existing(new Credential.Jwt(
                        Secrets.line(made), field.inUserName(), field.userName(deviceName), Optional.empty())))
                .orElseGet(() -> new CredentialChoice.NewJwt(
                        signing.signing(tools), field.inUserName(), field.userName(deviceName)));
    }

    /** A login that a person has to approve is waited for. */
    CredentialChoice oauth(Context context, TokenRequests requests, String deviceName) {
        TokenClient its = client.client(context, requests);
        Optional<HeldToken> held = its.grant() instanceof TokenClient.Grant.DeviceLogin
                ? Optional.of(orFail(new DeviceLoginPrompt(context, requests).await(its)))
                : Optional.empty();
        return new CredentialChoice.Existing(
                new Credential.OAuth(its, held, field.inUserName(), field.userName(deviceName)));
    }
}
