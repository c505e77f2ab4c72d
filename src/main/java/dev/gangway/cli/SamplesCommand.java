package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.pki.bouncycastle.samples.SampleFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes the sample certificates afresh. */
@Command(
        name = "samples",
        description = "Writes sample certificates, sound ones and one for every mistake that people make, over older"
                + " ones.")
final class SamplesCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "FOLDER", description = "Where to.")
    private Path folder = Path.of("sample-certs");

    SamplesCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<Path> written =
                orFail(SampleFolder.write(folder, context.tools().clock().instant()));
        context.terminal().say("samples.written", "count", written.size(), "folder", folder);
        return ExitCode.PASS;
    }
}
