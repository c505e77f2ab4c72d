package dev.gangway.app;

import dev.gangway.ui.text.Words;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Makes the start-up archives of the packaged program (JEP 514) beside its libraries: each {@link Rehearsal} once in a
 * process of its own, which keeps what the JVM loaded, linked. The build and the packages call it; it takes half a minute.
 * An archive is put in place when it is whole, so a program that starts meanwhile finds the one before or none. The JVM
 * passes over one that another Java made, or for other libraries.
 */
final class StartupArchives {
    /** The archives that {@code bin/gangway} chooses from. */
    private static final List<String> ALL = List.of("instant", "command", "window");

    private static final int LAST_LINES = 3;

    private final Path lib;
    private final Words words = Words.load(Locale.getDefault());

    private StartupArchives(Path lib) {
        this.lib = lib;
    }

    /** Makes all of them; 0 where that worked, and otherwise 1 and a line on standard error for each that is not there. */
    static int make() {
        try {
            Path jar = Path.of(StartupArchives.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return new StartupArchives(jar.resolveSibling("")).all(jar);
        } catch (Exception broken) { // nothing depends on them
            System.err.println(broken);
            return 1;
        }
    }

    private int all(Path jar) throws IOException, InterruptedException {
        if (!Files.isWritable(lib)) {
            System.err.println(words.get("app.archives-read-only", "folder", lib));
            return 1;
        }
        int missing = 0;
        for (String name : ALL) {
            missing += one(name, jar) ? 0 : 1;
        }
        return missing == 0 ? 0 : 1;
    }

    private boolean one(String name, Path jar) throws IOException, InterruptedException {
        Path archive = lib.resolve(name + ".aot");
        Files.deleteIfExists(archive);
        Path scratch = Files.createTempDirectory("gangway-rehearsal");
        Path fresh = lib.resolve(name + ".aot.new");
        try {
            Path said = scratch.resolve("said");
            // what the commands talk to is a process of its own: nothing of it comes into the archive
            Process server = rehearsal("practice", jar, scratch, List.of()).start();
            int code;
            try {
                server.inputReader().readLine();
                code = rehearsal(name, jar, scratch, List.of("-XX:AOTCacheOutput=" + fresh, "-XX:+AOTClassLinking"))
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start()
                        .waitFor();
            } finally {
                server.outputWriter().close();
                server.waitFor();
            }
            if (code == 0 && Files.exists(fresh)) {
                readableForAll(fresh);
                Files.move(fresh, archive, StandardCopyOption.ATOMIC_MOVE);
                return true;
            }
            System.err.println(words.get("app.archive-failed", "archive", name));
            List<String> lines = Files.readAllLines(said, StandardCharsets.UTF_8);
            lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()).forEach(System.err::println);
            return false;
        } finally {
            Files.deleteIfExists(fresh);
            delete(scratch);
        }
    }

    private ProcessBuilder rehearsal(String name, Path jar, Path folder, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + lib.resolve("options"));
        command.addAll(options);
        command.addAll(List.of(
                "-Dorg.sqlite.lib.path=" + lib,
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-D" + Rehearsal.PROPERTY + "=" + name,
                "-cp",
                // as bin/gangway has it: the JVM takes an archive only with the same class path
                lib.resolve("gangway-words.jar") + File.pathSeparator + jar,
                Main.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("GANGWAY_HOME", folder.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder;
    }

    /** Whoever installs may keep what they make to themselves; all users start the program. */
    private static void readableForAll(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
