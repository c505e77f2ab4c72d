package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.line.record.ChainedRecord;
import dev.gangway.line.record.RecordChain;
import dev.gangway.line.record.RecordCode;
import dev.gangway.line.record.UnitCertificate;
import dev.gangway.line.record.UnitRecords;
import dev.gangway.line.unit.UnitVerdict;
import dev.gangway.pki.export.ExportFile;
import dev.gangway.pki.export.ExportFolder;
import dev.gangway.secret.Secret;
import dev.gangway.vault.Vault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One unit that came by here before. */
@Command(name = "unit", description = "One unit that came by here: released, labelled again, set right, certified.")
final class UnitCommands {
    private final Context context;

    UnitCommands(Context context) {
        this.context = context;
    }

    @Command(name = "release", description = "Lets a unit out of quarantine: its failures count no more.")
    int release(
            @Mixin VaultOptions vault,
            @Parameters(paramLabel = "SERIAL", description = "Of the unit.") String serial,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Goes into the audit log.")
                    String reason) {
        needed(reason, serial);
        try (UseCases workspace = vault.open(context)) {
            orFail(workspace.units().release(serial, reason));
            context.terminal().say("unit.released", "serial", serial);
        }
        return ExitCode.PASS;
    }

    @Command(name = "reprint", description = "Prints the label of a unit once more; its record says why.")
    int reprint(
            @Mixin RecipeSource source,
            @Mixin SiteOptions site,
            @Parameters(index = "0", paramLabel = "RECIPE|FILE", description = "A recipe of the vault, or in a file.")
                    String recipe,
            @Parameters(index = "1", paramLabel = "SERIAL", description = "Of the unit.") String serial,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Goes into the record.")
                    String reason) {
        needed(reason, serial);
        return source.with(context, recipe, (workspace, known) -> {
            String printed = orFail(site.at(workspace, known, Optional.empty())
                    .reprint(known, serial, reason, context.tools().cancellation()));
            context.terminal().say("unit.reprinted", "serial", serial, "printed", printed);
            return ExitCode.PASS;
        });
    }

    @Command(name = "correct", description = "Sets a record right by another one in the same chain.")
    int correct(
            @Mixin VaultOptions vault,
            @Parameters(index = "0", paramLabel = "STATION", description = "Whose chain.") String station,
            @Parameters(index = "1", paramLabel = "NUMBER", description = "Of the record in it.") long number,
            @Option(
                            names = "--verdict",
                            required = true,
                            paramLabel = "VERDICT",
                            description = "What it should have said: pass or fail.")
                    String verdict,
            @Option(names = "--operator", paramLabel = "NAME", defaultValue = "", description = "Who says so.")
                    String operator,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Goes into the record.")
                    String reason) {
        UnitVerdict right = switch (verdict) {
            case "pass" -> UnitVerdict.PASS;
            case "fail" -> UnitVerdict.FAIL;
            default ->
                throw CommandFailed.because(
                        CliCode.BAD_CHOICE, "option", "--verdict", "value", verdict, "choices", "pass, fail");
        };
        try (Vault open = vault.unlock(context)) {
            ChainedRecord added =
                    orFail(new UnitRecords(new RecordChain(open, context.tools().clock()))
                            .correct(station, number, right, operator, reason));
            context.terminal().say("unit.corrected", "number", added.number(), "wrong", number, "station", station);
        }
        return ExitCode.PASS;
    }

    @Command(name = "certificate", description = "Writes all records of a unit as PDF, to go with it.")
    int certificate(
            @Mixin VaultOptions vault,
            @Parameters(paramLabel = "SERIAL", description = "Of the unit.") String serial,
            @Option(names = "--out", required = true, paramLabel = "FILE", description = "A new file.") Path out) {
        try (Vault open = vault.unlock(context)) {
            byte[] pdf = orFail(UnitCertificate.of(
                    new RecordChain(open, context.tools().clock()),
                    serial,
                    member -> context.words().get("trace.member." + member)));
            Path folder = Optional.ofNullable(out.getParent()).orElse(Path.of("."));
            orFail(ExportFolder.write(
                    folder, List.of(new ExportFile(String.valueOf(out.getFileName()), Secret.copyOf(pdf), false))));
            context.terminal().say("label.written", "file", out);
        }
        return ExitCode.PASS;
    }

    private static void needed(String reason, String serial) {
        if (reason.isBlank()) {
            throw CommandFailed.because(RecordCode.WITHOUT_REASON, "serial", serial);
        }
    }
}
