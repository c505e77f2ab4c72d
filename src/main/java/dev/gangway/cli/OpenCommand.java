package dev.gangway.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Opens the window with files, as desktops do; it comes here only where no window can come up. */
@Command(
        name = "open",
        description = "Opens the window; with a vault that one, and with other files it begins to import them.")
final class OpenCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "0..*", description = "A vault, or certificates and keys to import.")
    private List<Path> files = new ArrayList<>();

    OpenCommand() {}

    @Override
    public Integer call() {
        throw CommandFailed.because(CliCode.NO_WINDOW, "files", files.size());
    }
}
