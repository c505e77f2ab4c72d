package dev.gangway.cli;

import dev.gangway.bench.logs.DeviceLogs;
import dev.gangway.bench.logs.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says what the log of a device, modem or server means. */
@Command(
        name = "decode",
        description = "Says what the log of a device, modem or server means: layer, meaning, likely causes and the test"
                + " that would settle it. Works offline; secrets in the log are masked. Ends with 1 where nothing in it"
                + " is known, with 3 where it is no text.")
final class DecodeCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    private final Context context;

    @Parameters(paramLabel = "FILE", description = "The log, or - for standard input.")
    private Path file = Path.of(STANDARD_INPUT);

    @Mixin
    private JsonOption json = new JsonOption();

    DecodeCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Reading reading = read();
        DecodeReport report = new DecodeReport(context);
        json.print(context, report.json(reading), () -> report.print(reading));
        if (!reading.isText()) {
            return ExitCode.INPUT;
        }
        return reading.sightings().isEmpty() ? ExitCode.FAIL : ExitCode.PASS;
    }

    private Reading read() {
        boolean standardInput = file.toString().equals(STANDARD_INPUT);
        try (InputStream in = standardInput ? context.tools().input() : Files.newInputStream(file)) {
            return DeviceLogs.read(in);
        } catch (IOException unreadable) {
            throw CommandFailed.because(
                    CliCode.LOG_UNREADABLE,
                    "file",
                    standardInput ? context.words().get("cli.standard-input") : file);
        }
    }
}
