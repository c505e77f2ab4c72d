package dev.gangway.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which devices of the vault are tested, and how many of them at once. */
final class ManyOptions {
    private static final int MOST_AT_ONCE = 16;

    @Parameters(paramLabel = "DEVICE", arity = "0..*", description = "Devices of the vault, by name.")
    private List<String> names = List.of();

    @Option(names = "--server", paramLabel = "NAME", description = "All devices of this server of the vault.")
    private Optional<String> server = Optional.empty();

    @Option(
            names = "--devices",
            paramLabel = "FILE",
            description = "The devices that this file names, one a line; - for the standard input.")
    private Optional<Path> list = Optional.empty();

    @Option(
            names = "--at-once",
            paramLabel = "N",
            defaultValue = "1",
            description = "Test so many at a time, 1 to 16 (default: ${DEFAULT-VALUE}): servers may block an address"
                    + " that is refused too often.")
    private int atOnce = 1;

    boolean isGiven() {
        return !names.isEmpty() || server.isPresent() || list.isPresent();
    }

    /** The one device that is named alone. */
    Optional<String> one() {
        return names.size() == 1 && server.isEmpty() && list.isEmpty()
                ? Optional.of(names.getFirst())
                : Optional.empty();
    }

    Optional<String> server() {
        return server;
    }

    /** How many at a time. */
    int atOnce() {
        if (atOnce < 1 || atOnce > MOST_AT_ONCE) {
            throw ConnectionOptions.badValue("--at-once", String.valueOf(atOnce));
        }
        return atOnce;
    }

    /** The names given, and those of the list, each once. */
    List<String> names(InputStream input) {
        List<String> all = new ArrayList<>(names);
        list.ifPresent(file -> all.addAll(read(file, input)));
        return all.stream().distinct().toList();
    }

    /** Whether names come from a list, which may be longer than the vault knows. */
    boolean isList() {
        return list.isPresent();
    }

    private static List<String> read(Path file, InputStream input) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                file.toString().equals("-") ? input : Files.newInputStream(file), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            throw CommandFailed.because(CliCode.LIST_UNREADABLE, "file", file);
        }
    }
}
