package dev.gangway.cli;

import dev.gangway.pki.importing.ImportPreview;
import dev.gangway.pki.importing.Importer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what files are, without a vault. */
@Command(
        name = "inspect",
        description = "Says what files hold: certificates, keys, chains, key stores, what is wrong with them and how"
                + " well they are protected.")
final class InspectCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private FileReading files = new FileReading();

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    InspectCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Importer importer = context.tools().make().importer();
        ImportPreview preview = files.read(context, (gathered, passphrases) -> {
            ImportPreview read = importer.preview(gathered.sources(), passphrases);
            return read.with(gathered.problems(), gathered.notices());
        });
        ImportReport report = new ImportReport(context);
        if (json) {
            context.print(report.json(preview, List.of(), List.of()));
        } else {
            preview.items().forEach(item -> report.print(item, Optional.empty(), Optional.empty()));
            report.printRest(preview);
            if (preview.items().isEmpty() && preview.problems().isEmpty()) {
                throw new CommandFailed(Importer.nothingFound());
            }
        }
        boolean useful = preview.problems().isEmpty() && !preview.items().isEmpty();
        return useful ? ExitCode.PASS : ExitCode.INPUT;
    }
}
