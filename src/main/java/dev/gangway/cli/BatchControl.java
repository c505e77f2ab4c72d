package dev.gangway.cli;

import dev.gangway.line.batch.BatchRun;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Pausing a batch that runs, and going on with it, by a person at a terminal or by the program that started it. */
final class BatchControl {
    @Option(
            names = "--control",
            description =
                    "Reads from the standard input, a line each: pause (p) starts no unit any more, resume (r) goes"
                            + " on, stop (q) ends the batch as Ctrl-C does. Each is confirmed on the standard error.")
    private boolean control;

    /** Reads what is said to this batch, until the input or the process ends. */
    void follow(Context context, BatchRun run) {
        if (control) {
            // the read cannot be interrupted, so its thread keeps nobody waiting
            Thread.ofPlatform().daemon().name("gangway-control").start(() -> read(context, run));
        }
    }

    private static void read(Context context, BatchRun run) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(context.tools().input(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                obey(context, run, line.strip().toLowerCase(Locale.ROOT));
            }
        } catch (IOException e) {
            // nobody says anything any more; the batch goes on
        }
    }

    private static void obey(Context context, BatchRun run, String word) {
        switch (word) {
            case "pause", "p" -> {
                run.pause(true);
                say(context, "paused");
            }
            case "resume", "r" -> {
                run.pause(false);
                say(context, "resumed");
            }
            case "stop", "q" -> {
                say(context, "stopping");
                context.tools().cancellation().cancel();
            }
            case "" -> {}
            default -> context.terminal().aside(context.words().get("cli.batch.control.unknown", "word", word));
        }
    }

    private static void say(Context context, String what) {
        context.terminal().aside(context.words().get("cli.batch.control." + what));
    }
}
