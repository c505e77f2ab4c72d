package dev.gangway.cli;

import picocli.CommandLine.Command;

/** Units from a list. */
@Command(name = "batch", description = "Brings the units of a CSV or XLSX list on board by a recipe, several at once.")
final class BatchCommands {
    private BatchCommands() {}

    static picocli.CommandLine line(Context context) {
        return new picocli.CommandLine(new BatchCommands())
                .addSubcommand(new BatchCheckCommand(context))
                .addSubcommand(new BatchRunCommand(context))
                .addSubcommand(new BatchResumeCommand(context))
                .addSubcommand(new BatchReportCommand(context))
                .addSubcommand(new BatchWatchCommand(context));
    }
}
