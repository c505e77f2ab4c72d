package dev.gangway.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Time to the first usable window, of the packaged program as its launcher starts it against a bare JavaFX window: from
 * the start of the process to its end at the second frame, alternating in one run, without a display. Aim: a ratio of
 * medians of at most 1.5.
 */
@Tag("benchmark")
class StartupBenchmark {
    private static final int ROUNDS = 9;
    private static final Path PROGRAM = Path.of("target/gangway");
    private static final List<String> HEADLESS = List.of("-Dglass.platform=Headless", "-Dprism.order=sw");

    @TempDir
    Path home;

    @Test
    void firstWindow() throws Exception {
        List<Long> bare = new ArrayList<>();
        List<Long> ours = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            bare.add(time(bareWindow(), Map.of()));
            ours.add(time(
                    List.of(PROGRAM.resolve("bin/gangway").toString()),
                    Map.of(
                            "GANGWAY_HOME",
                            home.toString(),
                            "GANGWAY_JAVA_OPTIONS",
                            String.join(" ", HEADLESS) + " -D" + ConsoleApp.REHEARSAL + "=true")));
        }
        System.out.printf("%n%-34s %8s %8s %8s%n", "time to first window, ms", "min", "median", "max");
        row("bare JavaFX window", bare);
        row("Gangway, packaged", ours);
        System.out.printf(
                "ratio of medians %.2f (aim: at most 1.50)%n%n", (double) median(ours) / (double) median(bare));
    }

    private static List<String> bareWindow() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(HEADLESS);
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "--module-path",
                PROGRAM.resolve("lib/javafx").toString(),
                "--add-modules",
                "javafx.controls",
                "--enable-native-access=javafx.graphics",
                "--class-path",
                "target/test-classes",
                BareWindow.class.getName()));
        return command;
    }

    private static long time(List<String> command, Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        long began = System.nanoTime();
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(out).isZero();
        return (System.nanoTime() - began) / 1_000_000;
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static void row(String name, List<Long> values) {
        System.out.printf(
                "%-34s %8d %8d %8d%n",
                name,
                values.stream().mapToLong(Long::longValue).min().orElseThrow(),
                median(values),
                values.stream().mapToLong(Long::longValue).max().orElseThrow());
    }
}
