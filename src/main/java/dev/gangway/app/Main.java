package dev.gangway.app;

import dev.gangway.cli.Cli;
import dev.gangway.logging.OperationLog;
import dev.gangway.settings.PlatformPaths;
import dev.gangway.settings.Settings;
import dev.gangway.settings.SettingsFile;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;

/** Starts the program: the window without arguments, a command with them. */
public final class Main {
    /** What the program does where no window can come up: the main job, on the practice server. */
    private static final List<String> MAIN_JOB = List.of("onboard", "--practice", "--x509", "demo-device");

    private Main() {}

    /** The program. Exit codes are in docs/cli.md. */
    public static void main(String[] args) {
        if (Cli.answersAtOnce(args, System.out) && !System.out.checkError()) {
            return;
        }
        if (PlatformPaths.ofThisUser().isEmpty()) {
            System.exit(Cli.homeless(System.out, System.err));
        }
        if (Rehearsal.of("instant")) {
            Rehearsal.instant();
            return;
        }
        if (Rehearsal.of("archives")) {
            System.exit(StartupArchives.make());
        }
        boolean verbose = List.of(args).contains("--verbose");
        OperationLog.keep(
                PlatformPaths.here().logFolder(),
                verbose || wantsSteps() ? OperationLog.Detail.STEPS : OperationLog.Detail.OPERATIONS,
                verbose);
        if (Rehearsal.of("practice")) {
            System.exit(Rehearsal.serve());
        }
        if (Rehearsal.of("command")) {
            System.exit(Rehearsal.run());
        }
        boolean window = args.length == 0 || opensFiles(args) && Display.find(System.getenv()) == Display.USABLE;
        if (!window) {
            end(Cli.run(Wiring.commandLine(), args, System.out, System.err));
        }
        switch (Display.find(System.getenv())) {
            case USABLE -> openWindow(args);
            case NONE -> System.exit(mainJob("app.no-display"));
            case WAYLAND_ONLY -> System.exit(mainJob("app.wayland-only"));
            case NO_GTK -> System.exit(mainJob("app.no-gtk"));
        }
    }

    /** What the window's settings say; a command obeys them as well. */
    private static boolean wantsSteps() {
        return SettingsFile.of(PlatformPaths.here()).load().settings().logDetail() == Settings.LogDetail.STEPS;
    }

    /**
     * Ends the process when a command has closed what it opened. {@link System#exit} would first look in every library
     * for a logger to tell of it (JDK 21 and newer), which takes longer than many a command.
     */
    private static void end(int code) {
        OperationLog.close();
        System.out.flush();
        System.err.flush();
        Runtime.getRuntime().halt(code);
    }

    /** Whether this is {@code open} with files and nothing else, as a desktop calls it. */
    private static boolean opensFiles(String... args) {
        return args[0].equals("open") && List.of(args).stream().noneMatch(each -> each.startsWith("-"));
    }

    private static void openWindow(String... args) {
        try {
            Application.launch(ConsoleApp.class, args);
        } catch (UnsupportedOperationException cannotOpenDisplay) {
            // The session named in the environment is gone, or does not let us in.
            System.exit(mainJob("app.display-refused"));
        } catch (RuntimeException failed) {
            if (Display.hasFonts()) {
                throw failed;
            }
            System.exit(mainJob("app.no-fonts"));
        }
    }

    private static int mainJob(String why) {
        System.out.println(Words.load(Locale.getDefault()).get(why));
        System.out.println();
        return Cli.run(Wiring.commandLine(), MAIN_JOB.toArray(String[]::new), System.out, System.err);
    }
}
