package dev.gangway.vault.sqlite;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.secret.Secret;
import dev.gangway.vault.TestVaults;
import dev.gangway.vault.Vault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Does one thing with a vault in a process of its own, which says how it ended: "ok" or the code of the failure. */
final class VaultProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader said;

    private VaultProcess(Process process) {
        this.process = process;
        said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** What the other process runs: {@code hold} keeps the vault until it is told to end. */
    public static void main(String... args) throws IOException {
        SqliteVaults vaults = TestVaults.cheap();
        Path file = Path.of(args[1]);
        Secret passphrase = Secret.of(TestVaults.PASSPHRASE);
        Outcome<?> outcome = switch (args[0]) {
            case "create" -> closed(vaults.create(file, passphrase, "other"));
            case "unlock" -> closed(vaults.unlock(file, passphrase, "other"));
            case "hold" -> vaults.unlock(file, passphrase, "other");
            case "inspect" -> vaults.inspect(file);
            case "backup" -> backedUp(vaults.unlock(file, passphrase, "other"), Path.of(args[2]));
            default -> throw new IllegalArgumentException(args[0]);
        };
        System.out.println(outcome.failure().map(Diagnosis::code).orElse("ok"));
        if (args[0].equals("hold")) {
            System.in.read();
            closed((Outcome<Vault>) outcome);
        }
    }

    private static Outcome<Vault> closed(Outcome<Vault> vault) {
        vault.toOptional().ifPresent(Vault::close);
        return vault;
    }

    private static Outcome<?> backedUp(Outcome<Vault> vault, Path target) {
        Outcome<?> outcome = vault.then(open -> open.backup(target));
        closed(vault);
        return outcome;
    }

    /** Starts one, and waits for what it says. */
    static VaultProcess hold(Path file) throws IOException {
        VaultProcess started = start(List.of(), "hold", file.toString());
        if (!"ok".equals(started.said.readLine())) {
            throw new IllegalStateException("the other process does not have the vault");
        }
        return started;
    }

    /** Runs one to its end. */
    static String run(String... args) throws IOException {
        return run(List.of(), args);
    }

    /** The same behind a command, for example one that gives it other mounts. */
    static String run(List<String> before, String... args) throws IOException {
        try (VaultProcess started = start(before, args)) {
            String line = started.said.readLine();
            return line == null ? "said nothing" : line;
        }
    }

    /** All that is said until the end. */
    static List<String> lines(List<String> before, String... args) throws IOException {
        try (VaultProcess started = start(before, args)) {
            return started.said.lines().toList();
        }
    }

    private static VaultProcess start(List<String> before, String... args) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Duser.home=" + System.getProperty("user.home"),
                "-cp",
                Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                        .map(each -> Path.of(each).toAbsolutePath().toString())
                        .reduce((a, b) -> a + java.io.File.pathSeparator + b)
                        .orElseThrow(),
                VaultProcess.class.getName()));
        command.addAll(List.of(args));
        return new VaultProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        said.close();
    }
}
