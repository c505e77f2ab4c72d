package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the temporary folder is of no use, in a process of its own. */
class TemporaryFolderIT {
    @TempDir
    private Path folder;

    @Test
    void missingOrNoFolderDoesNotMatter() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        for (Path temporary : List.of(folder.resolve("missing"), file)) {
            Path home = Files.createDirectory(folder.resolve("home of " + temporary.getFileName()));
            Ended created = run(home, home, temporary, "vault", "create");
            assertThat(created.code()).as(created.said()).isZero();
            Ended made = run(home, home, temporary, "device", "create", "pump-1");
            assertThat(made.code()).as(made.said()).isZero();
            Ended exported =
                    run(home, home, temporary, "support", folder.resolve(home.getFileName() + ".zip") + "", "--yes");
            assertThat(exported.code()).as(exported.said()).isZero();
            assertThat(exported.said()).contains("temporary folder").contains("missing");
        }
    }

    @Test
    void withoutAnyPlaceForTheDatabasesLibraryItSaysWhichFoldersItNeeds() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        Path home = Files.createDirectory(folder.resolve("home"));
        Ended ended = run(home, file, file, "vault", "create");
        assertThat(ended.code()).as(ended.said()).isNotIn(0, 70);
        assertThat(ended.said()).contains("vault.no-library");
        assertThat(home.resolve("vault.sqlite")).doesNotExist();
    }

    private record Ended(int code, String said) {}

    private static Ended run(Path home, Path cache, Path temporary, String... command)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-Duser.home=" + cache,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.gangway.app.Main"));
        line.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("GANGWAY_HOME", home.toString());
        builder.environment().put("XDG_CACHE_HOME", cache.toString());
        builder.environment().put(Secrets.VARIABLE, CommandLineRig.PASSPHRASE);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
