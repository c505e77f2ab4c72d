package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.device.NameExpression;
import dev.gangway.pki.Source;
import dev.gangway.server.ProfileProvisioning;
import dev.gangway.server.ServerAdapter.Profile;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How the devices of a profile may come on board by themselves. */
@Command(name = "profile", description = "Device profiles of a server: how devices may come on board by themselves.")
final class ProfileCommands {
    private final Context context;

    ProfileCommands(Context context) {
        this.context = context;
    }

    @Command(name = "chain", description = "Devices of the profile register themselves by a certificate chain.")
    int chain(
            @Mixin VaultOptions vault,
            @Parameters(paramLabel = "PROFILE", description = "Made where it is missing.") String profile,
            @Option(names = "--server", paramLabel = "NAME", required = true, description = "In the vault.")
                    String server,
            @Option(names = "--authority", paramLabel = "NAME", description = "Of the vault, that issues to devices.")
                    Optional<String> authority,
            @Option(names = "--authority-file", paramLabel = "FILE", description = "Its certificate instead.")
                    Optional<Path> file,
            @Option(
                            names = "--name-expression",
                            paramLabel = "RE",
                            defaultValue = "(.*)",
                            description = "On the common name; its first group is the device's name (default:"
                                    + " ${DEFAULT-VALUE}).")
                    String expression,
            @Option(names = "--try", paramLabel = "CN", description = "Say what the expression makes of this.")
                    Optional<String> sample,
            @Option(names = "--known-only", description = "Devices that are missing are not made.") boolean known) {
        if (authority.isPresent() == file.isPresent()) {
            throw CommandFailed.because(CliCode.OPTION_NEEDED, "option", "--authority");
        }
        sample.ifPresent(commonName -> context.terminal()
                .say(
                        NameExpression.deviceName(expression, commonName).isPresent()
                                ? "profile.yields"
                                : "profile.yields-nothing",
                        "commonName",
                        commonName,
                        "name",
                        NameExpression.deviceName(expression, commonName).orElse("")));
        try (UseCases workspace = vault.open(context)) {
            X509Certificate anchor = authority
                    .map(name -> new Lookup(workspace).authority(name).certificate())
                    .orElseGet(() -> orFail(Source.file(file.orElseThrow())
                            .then(source -> context.tools().make().reader().readCertificate(source))));
            return set(
                    workspace, server, profile, new ProfileProvisioning.CertificateChain(anchor, expression, !known));
        }
    }

    @Command(name = "provisioning", description = "Devices of the profile fetch their credential by key and secret.")
    int provisioning(
            @Mixin VaultOptions vault,
            @Parameters(paramLabel = "PROFILE", description = "Made where it is missing.") String profile,
            @Option(names = "--server", paramLabel = "NAME", required = true, description = "In the vault.")
                    String server,
            @Option(names = "--key", paramLabel = "K", required = true, description = "Unique on the server.")
                    String key,
            @Option(
                            names = "--secret-file",
                            paramLabel = "F",
                            required = true,
                            description = "The first line is the secret.")
                    Path secret,
            @Option(
                            names = "--known-only",
                            description = "Only devices that are registered, each once; else only new" + " ones.")
                    boolean known) {
        try (UseCases workspace = vault.open(context)) {
            return set(
                    workspace,
                    server,
                    profile,
                    known
                            ? new ProfileProvisioning.KnownDevices(key, Secrets.line(secret))
                            : new ProfileProvisioning.NewDevices(key, Secrets.line(secret)));
        }
    }

    @Command(name = "disable", description = "Devices of the profile no longer come on board by themselves.")
    int disable(
            @Mixin VaultOptions vault,
            @Parameters(paramLabel = "PROFILE") String profile,
            @Option(names = "--server", paramLabel = "NAME", required = true, description = "In the vault.")
                    String server) {
        try (UseCases workspace = vault.open(context)) {
            return set(workspace, server, profile, new ProfileProvisioning.Disabled());
        }
    }

    private int set(UseCases workspace, String server, String profile, ProfileProvisioning wanted) {
        Profile set = orFail(workspace
                .profiles()
                .setUp(
                        new Lookup(workspace).server(server).id(),
                        profile,
                        wanted,
                        context.tools().cancellation()));
        boolean off = wanted instanceof ProfileProvisioning.Disabled;
        context.terminal().say(off ? "profile.disabled" : "profile.set", "profile", set.name(), "server", server);
        return ExitCode.PASS;
    }
}
