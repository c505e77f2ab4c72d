package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.support.KnownNames;
import dev.gangway.support.SupportFile;
import dev.gangway.testing.RunSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Packs what a supporter needs, after showing what that is. Nothing is sent anywhere. */
@Command(
        name = "support",
        description = "Packs version, platform, settings, log and a diagnosis of this installation into a new ZIP file,"
                + " after showing what goes in. No secret is in it, and no name of a device or server without"
                + " --names; nothing is sent.")
final class SupportCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "FILE", description = "A new file, for its owner alone.")
    private Path file = Path.of("");

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Option(
            names = "--names",
            description = "Open the vault and put in names of devices and servers, with addresses and last verdicts.")
    private boolean names;

    @Mixin
    private VaultOptions vault = new VaultOptions();

    SupportCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (!names && vault.isGiven()) {
            throw CommandFailed.because(CliCode.OPTION_NEEDED, "option", "--names");
        }
        List<SupportFile.Part> parts = new ArrayList<>(
                new SupportFile(context.tools().paths(), context.tools().vaults()).parts());
        if (names) {
            try (UseCases workspace = vault.open(context)) {
                Map<UUID, RunSummary> newest = workspace.tests().newest();
                parts.add(KnownNames.part(
                        workspace.servers().all(),
                        workspace.devices().all(),
                        device -> Optional.ofNullable(newest.get(device.id())).map(RunSummary::code)));
            }
        }
        show(parts);
        if (!yes && !agreed()) {
            context.terminal().say("support.nothing");
            return ExitCode.PASS;
        }
        orFail(SupportFile.write(file, parts));
        context.terminal().say("written", "file", file);
        return ExitCode.PASS;
    }

    private void show(List<SupportFile.Part> parts) {
        Terminal terminal = context.terminal();
        terminal.say("support.contents");
        for (SupportFile.Part part : parts) {
            terminal.line("");
            terminal.say(
                    "support.part",
                    "name",
                    part.name(),
                    "size",
                    context.words().formats().bytes(part.size()));
            if (!part.isLog()) {
                part.text().lines().forEach(line -> terminal.line("    " + line));
            }
        }
        terminal.line("");
    }

    private boolean agreed() {
        return context.secrets()
                .agrees(context.words().get("cli.support.ask", "file", file))
                .orElseThrow(() -> CommandFailed.because(CliCode.OPTION_NEEDED, "option", "--yes"));
    }
}
