package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.pki.Source;
import dev.gangway.pki.export.ExportFile;
import dev.gangway.pki.export.ExportFolder;
import dev.gangway.pki.export.KeygenProperties;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** ThingsBoard's key generator without its script; no vault is needed. */
@Command(
        name = "keygen",
        description = "Makes the files of ThingsBoard's client.keygen.sh from its keygen.properties, without running a"
                + " shell: PREFIX.jks, PREFIX.nopass.pem and PREFIX.pub.pem. \"gangway import\" brings them into"
                + " the vault.")
final class KeygenCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(index = "0", paramLabel = "FILE", description = "The settings: keygen.properties.")
    private Path file = Path.of("keygen.properties");

    @Parameters(
            index = "1",
            paramLabel = "NAME",
            description = "The device's name, for the common name. The script takes the name of the computer, the same"
                    + " for every device.")
    private String name = "";

    @Option(names = "--out", paramLabel = "DIR", defaultValue = ".", description = "Where the files go.")
    private Path folder = Path.of(".");

    KeygenCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        KeygenProperties properties = orFail(Source.file(file).then(source -> KeygenProperties.read(source, name)));
        List<ExportFile> files = orFail(context.tools()
                .make()
                .keygen()
                .make(properties, context.tools().clock().instant()));
        orFail(ExportFolder.write(folder, files))
                .forEach(path -> context.terminal().say("written", "file", path));
        return ExitCode.PASS;
    }
}
