package dev.gangway.cli;

import dev.gangway.credentials.CredentialChoice;
import dev.gangway.credentials.CredentialChoice.NewIssued;
import dev.gangway.device.Credential;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.authority.Template;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Credentials in which an authority of the vault or a profile of the server has a part. */
final class ServerSideOptions {
    @Option(
            names = "--issued-by",
            paramLabel = "AUTHORITY",
            description = "A fresh key, and a certificate that this authority of the vault issues.")
    private Optional<String> authority = Optional.empty();

    @Option(names = "--chain", description = "With --issued-by: sign in with the chain, which the profile trusts.")
    private boolean chain;

    @Option(
            names = "--first-contact",
            description = "A chain registers the device by its first connection; nothing is pushed before.")
    private boolean firstContact;

    @Option(names = "--provision-key", paramLabel = "K", description = "Provision key of the profile.")
    private Optional<String> provisionKey = Optional.empty();

    @Option(
            names = "--provision-secret-file",
            paramLabel = "F",
            description = "The first line is the provision secret; the server answers with the credential.")
    private Optional<Path> provisionSecret = Optional.empty();

    @Option(names = "--provision-over-mqtt", description = "Ask over MQTT instead of HTTP.")
    private boolean provisionOverMqtt;

    boolean isIssued() {
        return authority.isPresent();
    }

    boolean isProvisioned() {
        return provisionKey.isPresent() || provisionSecret.isPresent();
    }

    CredentialChoice issued(UseCases workspace, KeyType key, Duration validity, String subject) {
        Template template =
                Template.DEVICE_CLIENT.withSubject(subject).withKey(key).withValidity(Optional.of(validity));
        NewIssued.Way way =
                firstContact ? NewIssued.Way.FIRST_CONTACT : chain ? NewIssued.Way.CHAIN : NewIssued.Way.LEAF;
        return new NewIssued(
                new Lookup(workspace).authority(authority.orElseThrow()).id(), template, way);
    }

    CredentialChoice provisioned() {
        String key = provisionKey.orElseThrow(
                () -> CommandFailed.because(CliCode.OPTION_NEEDED, "option", "--provision-key"));
        Path secret = provisionSecret.orElseThrow(
                () -> CommandFailed.because(CliCode.OPTION_NEEDED, "option", "--provision-secret-file"));
        return new CredentialChoice.Existing(new Credential.Provisioning(key, Secrets.line(secret), provisionOverMqtt));
    }

    /** A chain from files, registered as asked for. */
    CredentialChoice of(Credential credential) {
        return firstContact && credential instanceof Credential.X509Chain its
                ? new CredentialChoice.FirstContact(its)
                : new CredentialChoice.Existing(credential);
    }
}
