package dev.gangway.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Time to the first usable window, of the packaged program against a bare JavaFX window, alternating in one run, each
 * in a process of its own on the headless platform. Aim: a ratio of at most 1.5.
 */
@Tag("benchmark")
class StartupBenchmark {
    private static final int ROUNDS = 7;
    private static final Path PROGRAM = Path.of("target/gangway");

    @TempDir
    Path home;

    @Test
    void firstWindow() throws Exception {
        List<Long> bare = new ArrayList<>();
        List<Long> ours = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            bare.add(run(List.of(), "bare"));
            ours.add(run(archive(), "gangway"));
        }
        long bareMedian = median(bare);
        long oursMedian = median(ours);
        System.out.printf("%n%-34s %8s %8s %8s%n", "time to first window, ms", "min", "median", "max");
        row("bare JavaFX window", bare);
        row("Gangway, packaged", ours);
        System.out.printf("ratio of medians %.2f (aim: at most 1.50)%n%n", (double) oursMedian / bareMedian);
        assertThat(ours).allMatch(millis -> millis > 0);
    }

    private List<String> archive() {
        Path cache = PROGRAM.resolve("lib/gangway.aot");
        return Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.of();
    }

    private long run(List<String> options, String what) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of(
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath(),
                FirstWindow.class.getName(),
                what));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("GANGWAY_HOME", home.toString());
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).isZero();
        return out.lines()
                .filter(line -> line.startsWith("first-window-ms "))
                .mapToLong(line -> Long.parseLong(line.substring(16)))
                .findFirst()
                .orElseThrow();
    }

    private static String classPath() throws Exception {
        try (Stream<Path> jars =
                Stream.concat(Files.list(PROGRAM.resolve("lib")), Files.list(PROGRAM.resolve("lib/javafx")))) {
            List<String> entries =
                    new ArrayList<>(jars.filter(jar -> jar.toString().endsWith(".jar"))
                            .map(Path::toString)
                            .sorted()
                            .toList());
            entries.add("target/test-classes");
            return String.join(":", entries);
        }
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
