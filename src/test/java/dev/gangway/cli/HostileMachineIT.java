package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the machine gives less than usual: no temporary folder, no home, a full disk. The program runs in a process. */
class HostileMachineIT {
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

    @Test
    void withoutAHomeFolderItSaysWhatToSetAndMakesNoneItself() throws IOException, InterruptedException {
        // what Java says for an account that the system does not know, as in many containers
        Ended ended = run(withoutHome(Optional.empty()), "vault", "create");
        assertThat(ended.code()).as(ended.said()).isEqualTo(ExitCode.USAGE);
        assertThat(ended.said()).contains("cli.no-home", "GANGWAY_HOME");
        assertThat(list(folder)).isEmpty();
        ended = run(withoutHome(Optional.of(folder.resolve("here"))), "vault", "create");
        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(list(folder)).containsExactly("here");
        ended = run(withoutHome(Optional.empty()), "--version");
        assertThat(ended.code()).as(ended.said()).isZero();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void anArgumentThatTheLocaleCannotReadIsRefused() throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("sh", "-c", "exec \"$0\" \"$@\" \"$(printf 'P\\303\\274mpe')\""));
        line.addAll(line(List.of()));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().put("GANGWAY_HOME", folder.toString());
        builder.environment().put("LC_ALL", "C");
        Ended ended = run(builder, "device", "create");
        assertThat(ended.code()).as(ended.said()).isEqualTo(ExitCode.USAGE);
        assertThat(ended.said()).contains("cli.unreadable-argument");
        assertThat(folder.resolve("vault.sqlite")).doesNotExist();
    }

    @Test
    void nothingStaysInTheTemporaryFolderOfAProcessThatIsKilled() throws IOException, InterruptedException {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        ProcessBuilder builder = new ProcessBuilder(
                line(List.of("-Djava.io.tmpdir=" + temporary, "-Duser.home=" + folder, "-XX:-UsePerfData")));
        builder.environment().put("GANGWAY_HOME", folder.toString());
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        Ended created = run(builder, "vault", "create");
        assertThat(created.code()).as(created.said()).isZero();
        builder.command()
                .subList(builder.command().size() - 2, builder.command().size())
                .clear();
        builder.command().addAll(List.of("run", "-"));
        Process process = builder.redirectErrorStream(true).start();
        try (BufferedWriter lines = process.outputWriter(StandardCharsets.UTF_8)) {
            lines.write("onboard --practice --x509 pump-1 --json\n");
            lines.flush();
            // with vault, listeners and TLS of every kind in use
            assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).contains("pump-1");
            process.destroyForcibly();
        }
        process.waitFor();
        assertThat(list(temporary)).isEmpty();
    }

    private ProcessBuilder withoutHome(Optional<Path> own) {
        ProcessBuilder builder = new ProcessBuilder(line(List.of("-Duser.home=?"))).directory(folder.toFile());
        builder.environment().keySet().removeAll(List.of("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "GANGWAY_HOME"));
        own.ifPresent(home -> builder.environment().put("GANGWAY_HOME", home.toString()));
        return builder;
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "explain port.silent", "support --help", "decode -"})
    @EnabledOnOs(OS.LINUX)
    void outputThatDoesNotArriveIsNoSuccess(String command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(line(List.of()));
        builder.environment().put("GANGWAY_HOME", folder.toString());
        builder.command().addAll(List.of(command.split(" ")));
        Path said = folder.resolve("said");
        Process process = builder.redirectOutput(Path.of("/dev/full").toFile())
                .redirectError(said.toFile())
                .start();
        process.getOutputStream().close();
        assertThat(process.waitFor()).isNotIn(0, ExitCode.BUG);
        assertThat(Files.readString(said)).contains("cli.output-lost");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskCostsTheLogItsLinesAndLeavesNoHalfOfWhatIsWritten() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        List<String> mounted = List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c");
        Assumptions.assumeTrue(new ProcessBuilder("unshare", "--user", "--map-root-user", "--mount", "true")
                        .start()
                        .waitFor()
                == 0);
        String script = "mount -t tmpfs -o size=64k tmpfs " + disk + " && mkdir " + disk + "/log"
                + " && touch " + disk + "/log/gangway.0.0.log && { head -c 1m /dev/zero > " + disk
                + "/filling 2>/dev/null; \"$0\" \"$@\"; echo code $?; find " + disk + " -mindepth 1 | sort; }";
        List<String> line = new ArrayList<>(mounted);
        line.add(script);
        line.addAll(line(List.of()));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().put("GANGWAY_HOME", disk.toString());
        Ended ended = run(builder, "samples", disk.resolve("samples").toString());
        assertThat(ended.said()).contains("pki.export-refused", "code 3").doesNotContain("Exception", "\tat ");
        assertThat(ended.said().lines().filter(said -> said.startsWith(disk + "/")))
                .allMatch(each -> each.endsWith("/filling") || each.contains("/log"));
    }

    private static List<String> list(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(each -> String.valueOf(each.getFileName())).toList();
        }
    }

    private record Ended(int code, String said) {}

    private static Ended run(Path home, Path cache, Path temporary, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(line(List.of("-Djava.io.tmpdir=" + temporary, "-Duser.home=" + cache)));
        builder.environment().put("GANGWAY_HOME", home.toString());
        builder.environment().put("XDG_CACHE_HOME", cache.toString());
        return run(builder, command);
    }

    private static Ended run(ProcessBuilder builder, String... command) throws IOException, InterruptedException {
        builder.environment().put(Secrets.VARIABLE, CommandLineRig.PASSPHRASE);
        builder.command().addAll(List.of(command));
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    /** The command that runs the program with these options of the JVM. */
    private static List<String> line(List<String> options) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(options);
        line.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .collect(Collectors.joining(File.pathSeparator)),
                "dev.gangway.app.Main"));
        return line;
    }
}
