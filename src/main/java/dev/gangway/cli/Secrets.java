package dev.gangway.cli;

import dev.gangway.credentials.PinSource;
import dev.gangway.diagnosis.Printable;
import dev.gangway.secret.Secret;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Gets secrets from a file, the environment or a prompt; never from an argument, which every process may read. */
final class Secrets {
    /** Variable with the vault's passphrase. */
    static final String VARIABLE = "GANGWAY_PASSPHRASE";

    /** Variable with the PIN of a hardware token. */
    static final String PIN = "GANGWAY_PIN";

    private static final int LARGEST = 64 * 1024;

    private final Map<String, String> environment;
    private final Terminal terminal;

    Secrets(Map<String, String> environment, Terminal terminal) {
        this.environment = environment;
        this.terminal = terminal;
    }

    /** The passphrase of a file ({@code key}) or of a key inside it ({@code entry}), from a person; empty where there is nobody to ask, or nothing was typed. */
    Optional<Secret> keyPassphrase(String what, String file) {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            return Optional.empty();
        }
        char[] typed =
                console.readPassword("%s: ", terminal.words().get("cli.prompt." + what, "file", Printable.of(file)));
        return typed == null || typed.length == 0 ? Optional.empty() : Optional.of(taken(typed));
    }

    /** Whether a person agrees; empty where there is nobody to ask. */
    Optional<Boolean> agrees(String question) {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            return Optional.empty();
        }
        String answer = console.readLine("%s ", Printable.of(question));
        return Optional.of(answer != null
                && answer.strip().equalsIgnoreCase(terminal.words().get("cli.ask.yes")));
    }

    /** The first line of a file is a secret; the line's end is not part of it. */
    static Secret line(Path file) {
        Secret line = lineOrEmpty(file);
        if (line.length() == 0) {
            throw CommandFailed.because(CliCode.SECRET_EMPTY, "file", file);
        }
        return line;
    }

    /** The same for passphrases of others' files, which may be empty. */
    static Secret lineOrEmpty(Path file) {
        byte[] bytes = bytes(file);
        try {
            int end = 0;
            while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
                end++;
            }
            byte[] first = Arrays.copyOf(bytes, end);
            try {
                return Secret.copyOf(first);
            } finally {
                Arrays.fill(first, (byte) 0);
            }
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** The vault's passphrase: from the file, else from the environment, else from a person. */
    Secret passphrase(Optional<Path> file) {
        return given(file).orElseGet(() -> prompt("passphrase"));
    }

    /** A new passphrase; typed twice where a person types it. */
    Secret newPassphrase(Optional<Path> file) {
        return given(file).orElseGet(() -> twice("new-passphrase"));
    }

    /** A new passphrase that does not come from the environment, where the old one is. */
    Secret replacement(Optional<Path> file) {
        return file.map(Secrets::line).orElseGet(() -> twice("new-passphrase"));
    }

    /** A password from a file, else from a person. */
    Secret password(Optional<Path> file) {
        return file.map(Secrets::line).orElseGet(() -> prompt("password"));
    }

    /** The PIN of who signs on at a station: from a file, else from a person, who does not see it. */
    Secret operatorPin(Optional<Path> file, String name) {
        return file.map(Secrets::line).orElseGet(() -> operatorPin(name));
    }

    /** A new one; typed twice where a person types it. */
    Secret newOperatorPin(Optional<Path> file, String name) {
        return file.map(Secrets::line).orElseGet(() -> {
            Secret first = operatorPin(name);
            try (Secret second = prompt("again")) {
                if (!first.equals(second)) {
                    first.close();
                    throw CommandFailed.because(CliCode.PASSPHRASES_DIFFER);
                }
            }
            return first;
        });
    }

    private Secret operatorPin(String name) {
        Console console = console()
                .orElseThrow(() ->
                        CommandFailed.because(CliCode.OPTION_NEEDED, "option", "--pin-file / --operator-pin-file"));
        return prompt(console, "operator-pin", name);
    }

    /** PINs of hardware tokens: from the file, else from the environment, else from a person where there is one. */
    PinSource pins(Optional<Path> file) {
        return place -> file.map(Secrets::line)
                .or(() -> variable(PIN))
                .or(() -> console().map(console -> prompt(console, "pin", place.token())));
    }

    private Optional<Secret> variable(String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isEmpty())
                .map(Secret::of);
    }

    private Optional<Secret> given(Optional<Path> file) {
        return file.map(Secrets::line).or(() -> variable(VARIABLE));
    }

    private Secret twice(String what) {
        Secret first = prompt(what);
        try (Secret second = prompt("again")) {
            if (!first.equals(second)) {
                first.close();
                throw CommandFailed.because(CliCode.PASSPHRASES_DIFFER);
            }
        }
        return first;
    }

    private Secret prompt(String what) {
        Console console =
                console().orElseThrow(() -> CommandFailed.because(CliCode.PASSPHRASE_NEEDED, "variable", VARIABLE));
        return prompt(console, what, "");
    }

    private static Optional<Console> console() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }

    private Secret prompt(Console console, String what, String of) {
        char[] typed =
                console.readPassword("%s: ", terminal.words().get("cli.prompt." + what, "name", Printable.of(of)));
        if (typed == null) {
            throw CommandFailed.because(CliCode.PASSPHRASE_NEEDED, "variable", VARIABLE);
        }
        return taken(typed);
    }

    private static Secret taken(char[] typed) {
        try {
            return Secret.copyOf(typed);
        } finally {
            Arrays.fill(typed, '\0');
        }
    }

    private static byte[] bytes(Path file) {
        try {
            if (file.toString().equals("-")) {
                return System.in.readNBytes(LARGEST);
            }
            if (Files.size(file) > LARGEST) {
                throw CommandFailed.because(CliCode.SECRET_FILE, "file", file);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw CommandFailed.because(CliCode.SECRET_FILE, "file", file);
        }
    }
}
