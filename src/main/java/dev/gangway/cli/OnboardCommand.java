package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.credentials.CredentialChoice;
import dev.gangway.device.ServerState;
import dev.gangway.onboarding.Companion;
import dev.gangway.onboarding.Onboarding;
import dev.gangway.onboarding.OnboardingPlan;
import dev.gangway.onboarding.OnboardingSubject;
import dev.gangway.server.Practice;
import dev.gangway.server.ServerEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates a device, gives it a credential, pushes it and tests it, in one call. */
@Command(
        name = "onboard",
        description = "Creates a device, gives it a credential, pushes it to the server and watches it connect. Without"
                + " a vault the credential is written to files.")
final class OnboardCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "NAME", description = "Of the device on the server.")
    private String name = "";

    @Option(names = "--practice", description = "On a practice server that is started for it, in this process.")
    private boolean practice;

    @Option(
            names = "--server",
            paramLabel = "URL|NAME",
            description = "Of ThingsBoard's REST interface, or the name of a server in the vault.")
    private Optional<String> server = Optional.empty();

    @Mixin
    private ServerOptions connection = new ServerOptions();

    @Mixin
    private CredentialOptions credential = new CredentialOptions();

    @Mixin
    private VaultOptions vault = new VaultOptions();

    @Option(names = "--no-vault", description = "Keep nothing in a vault; write the credential to files.")
    private boolean noVault;

    @Option(names = "--out", paramLabel = "DIR", description = "Where those files go (default: the current folder).")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--profile", defaultValue = "default", description = "Device profile; made where it is missing.")
    private String profile = "default";

    @Option(names = "--label", defaultValue = "", description = "Free text.")
    private String label = "";

    @Mixin
    private RegistrationOptions registration = new RegistrationOptions();

    @Option(
            names = "--test",
            defaultValue = "telemetry",
            description = "none, connect, or telemetry: publish a value and read it back (default: ${DEFAULT-VALUE}).")
    private String test = "telemetry";

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    OnboardCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (practice == server.isPresent()) {
            throw CommandFailed.because(
                    practice ? CliCode.OPTIONS_EXCLUDE : CliCode.OPTION_NEEDED,
                    "option",
                    "--server",
                    "one",
                    "--practice",
                    "other",
                    "--server");
        }
        return practice ? onPractice() : keepsVault() ? inVault() : withoutVault();
    }

    private int onPractice() {
        Practice practising = context.tools().make().practice(context.words().get("cli.practice.name"));
        try (Practice.Running running = orFail(practising.start());
                UseCases workspace = context.tools().make().unkept()) {
            workspace.servers().save(running.entry());
            CredentialChoice choice = credential.choice(context, workspace, name);
            if (choice instanceof CredentialChoice.NewJwt jwt) {
                running.trust(jwt.signing());
            }
            return onboard(workspace, running.entry(), out, choice);
        }
    }

    private int withoutVault() {
        ServerEntry entry = connection.withWhatListens(
                context, connection.thingsBoard(context, Optional.empty(), server.orElseThrow()));
        try (UseCases workspace = context.tools().make().unkept()) {
            workspace.servers().save(entry);
            return onboard(workspace, entry, Optional.of(out.orElse(Path.of(""))));
        }
    }

    private int inVault() {
        try (UseCases workspace = vault.open(context)) {
            workspace
                    .onboarding()
                    .resumeOthers(name, step -> {}, context.tools().cancellation());
            ServerEntry entry = new KnownServer(context, workspace).of(server.orElseThrow(), connection);
            return onboard(workspace, entry, out);
        }
    }

    private boolean keepsVault() {
        return !noVault && (vault.isGiven() || context.tools().vaults().exists(vault.file(context.tools())));
    }

    private int onboard(UseCases workspace, ServerEntry entry, Optional<Path> folder) {
        return onboard(workspace, entry, folder, credential.choice(context, workspace, name));
    }

    private int onboard(UseCases workspace, ServerEntry entry, Optional<Path> folder, CredentialChoice choice) {
        OnboardingPlan recipe = new OnboardingPlan(entry.id(), profile, choice, proof());
        OnboardReport report = new OnboardReport(context);
        if (!json) {
            report.begin(name, entry);
        }
        Onboarding.Result result = workspace
                .onboarding()
                .onboard(
                        recipe,
                        new OnboardingSubject(name, Optional.empty(), label, registration.registration()),
                        Companion.NONE,
                        json ? step -> {} : report::step,
                        context.tools().cancellation());
        // a credential that the server does not have is of no use to anyone
        List<Path> written = result.device()
                .filter(device -> device.server().push() == ServerState.Push.PUSHED)
                .flatMap(device -> folder.map(to -> CredentialWriter.write(to, device, entry)))
                .orElse(List.of());
        if (json) {
            context.print(report.json(name, result, written));
        } else {
            report.end(result, written);
        }
        if (result.isOk()) {
            return ExitCode.PASS;
        }
        return result.run()
                .map(TestCommand::exitCode)
                .filter(code -> code != ExitCode.PASS)
                .orElseGet(() -> result.failure().map(ExitCode::of).orElse(ExitCode.FAIL));
    }

    private OnboardingPlan.Test proof() {
        return switch (test.toLowerCase(Locale.ROOT)) {
            case "none" -> OnboardingPlan.Test.NONE;
            case "connect" -> OnboardingPlan.Test.CONNECT;
            case "telemetry" -> OnboardingPlan.Test.TELEMETRY;
            default -> throw ConnectionOptions.badValue("--test", test);
        };
    }
}
