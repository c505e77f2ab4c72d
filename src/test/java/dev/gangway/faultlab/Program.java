package dev.gangway.faultlab;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A program of the system that serves the lab; what it prints is kept. */
final class Program implements AutoCloseable {
    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private Program(Process process) {
        this.process = process;
    }

    /** Whether the program is on this machine. */
    static boolean exists(String program, String... args) {
        try {
            run(program, args);
            return true;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Whether the program is on this machine, and ends well. */
    static boolean succeeds(String program, String... args) {
        try {
            return run(program, args) == 0;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Runs it to its end; returns its exit code. */
    static int run(String program, String... args) {
        try {
            return new ProcessBuilder(command(program, args))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Program start(String program, String... args) {
        try {
            Program started = new Program(new ProcessBuilder(command(program, args))
                    .redirectErrorStream(true)
                    .start());
            Thread.ofVirtual().start(started::read);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until a printed line holds this; returns its first group. */
    String awaitLine(Pattern pattern) {
        await().atMost(Duration.ofSeconds(30)).until(() -> find(pattern).isPresent() || !process.isAlive());
        return find(pattern).orElseThrow(() -> new IllegalStateException(String.join("\n", lines)));
    }

    /** Types a line. */
    void type(String line) {
        try {
            process.outputWriter().write(line + "\n");
            process.outputWriter().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that it has printed. */
    String printed() {
        return String.join("\n", lines);
    }

    private Optional<String> find(Pattern pattern) {
        return lines.stream()
                .map(pattern::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst();
    }

    private void read() {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            reader.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException e) {
            // it was stopped
        }
    }

    private static List<String> command(String program, String... args) {
        return Stream.concat(Stream.of(program), Stream.of(args)).toList();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
