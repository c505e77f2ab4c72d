package dev.gangway.pki;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The openssl command, in a folder of its own. Tests that need it are skipped where it is not installed. */
public final class Openssl {
    private final Path folder;

    /** Works in this folder. */
    public Openssl(Path folder) {
        this.folder = folder;
        Assumptions.assumeTrue(run("openssl", "version").code() == 0, "openssl is not installed");
    }

    /**
     * What a command said.
     *
     * @param code its exit code, -1 where it could not be started
     * @param output both streams
     */
    public record Result(int code, String output) {}

    /** Runs {@code openssl} with these arguments. */
    public Result openssl(String... arguments) {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new));
    }

    /** Runs any command in the folder. */
    public Result run(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(String.join(" ", command) + " hangs");
            }
            return new Result(process.exitValue(), output);
        } catch (IOException notInstalled) {
            return new Result(-1, String.valueOf(notInstalled));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Writes a file into the folder and returns its name. */
    public String file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file into the folder and returns its name. */
    public String file(String name, byte[] bytes) {
        try {
            Files.write(folder.resolve(name), bytes);
            return name;
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Reads a file of the folder. */
    public Source source(String name) {
        return Source.file(folder.resolve(name)).orThrow();
    }
}
