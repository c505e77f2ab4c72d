package dev.gangway.cli;

import dev.gangway.bench.export.RunExport;
import dev.gangway.bench.export.RunExport.Format;
import dev.gangway.bench.export.RunWords;
import dev.gangway.bench.model.Run;
import dev.gangway.testing.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Options that write a test into a file for others. */
final class RunFile {
    @Option(
            names = "--export",
            paramLabel = "FILE",
            description = "Write the test into a new file: .json, .html, .pcapng (for Wireshark, with the TLS secrets"
                    + " inside) or .keylog. Secrets are left out.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--with-secrets", description = "Leave tokens, passwords and keys in the exported file.")
    private boolean withSecrets;

    /** The option, where a file was asked for. */
    Stream<String> given() {
        return file.map(_ -> "--export").stream();
    }

    /** Refuses a file that cannot be written, before the test begins. */
    void check() {
        file.ifPresent(path -> {
            format(path);
            if (Files.exists(path)) {
                throw CommandFailed.because(CliCode.CANNOT_WRITE, "file", path);
            }
        });
    }

    /** Writes the file, where one was asked for, for its owner alone. */
    void write(Run run, RunWords words) {
        file.ifPresent(path -> {
            try {
                RunFiles.write(
                        run,
                        format(path),
                        withSecrets ? RunExport.Secrets.KEPT : RunExport.Secrets.REDACTED,
                        words,
                        path);
            } catch (IOException e) {
                throw CommandFailed.because(CliCode.CANNOT_WRITE, "file", path);
            }
        });
    }

    private static Format format(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "json" -> Format.JSON;
            case "html" -> Format.HTML;
            case "pcapng" -> Format.PCAPNG;
            case "keylog" -> Format.KEY_LOG;
            default -> throw ConnectionOptions.badValue("--export", path.toString());
        };
    }
}
