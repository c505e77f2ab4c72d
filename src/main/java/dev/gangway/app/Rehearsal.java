package dev.gangway.app;

import dev.gangway.cli.Cli;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.server.Practice;
import dev.gangway.server.ServerEntry;
import dev.gangway.settings.PlatformPaths;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What packaging has the program do once, so that the JVM keeps what it loaded (JEP 514): the command line's everyday
 * work, or the first window, which then closes itself at its second frame.
 */
final class Rehearsal {
    /**
     * {@code instant}, {@code command}, {@code window}, {@code practice} beside a command, or {@code archives} for all of
     * it ({@link StartupArchives}); not set in use.
     */
    static final String PROPERTY = "gangway.rehearsal";

    /** Of a list that is rehearsed. */
    private static final int UNITS = 150;

    private Rehearsal() {}

    static boolean of(String what) {
        return what.equals(System.getProperty(PROPERTY));
    }

    /** What is answered as soon as the JVM is up. */
    static void instant() {
        Cli.answersAtOnce(new String[] {"--version"}, System.out);
        Cli.answersAtOnce(new String[] {"explain", "tls.server-untrusted"}, System.out);
        Cli.answersAtOnce(new String[] {"explain", "server.url-invalid"}, System.out);
    }

    /**
     * Has the practice server run, for commands in another process: what it is made of is no part of a command's work. Says
     * where it is in the folder that {@code GANGWAY_HOME} names, then one line; ends when its input does.
     */
    static int serve() {
        try (Practice.Running practice =
                new PracticeStarter(BouncyCastleMaker::new, "practice").start().orThrow()) {
            ServerEntry server = practice.entry();
            Path folder = PlatformPaths.here().data();
            file(folder, "ca.pem", server.trustAnchors().getFirst());
            file(folder, "password", server.password().reveal());
            file(folder, "url", server.url().toString());
            file(folder, "user", server.user());
            ServerEntry.HostPort mqtts = server.mqtts().orElseThrow();
            file(folder, "mqtts", mqtts.host() + ":" + mqtts.port());
            System.out.println("ready");
            while (System.in.read() >= 0) {
                // until whoever started this is done
            }
            return 0;
        } catch (IOException broken) {
            System.err.println(broken);
            return 1;
        }
    }

    /** Runs the commands against {@link #serve}'s server; 0 where all of them worked. */
    static int run() {
        try {
            return run(PlatformPaths.here().data());
        } catch (IOException broken) {
            System.err.println(broken);
            return 1;
        }
    }

    private static int run(Path folder) throws IOException {
        String authority = folder.resolve("ca.pem").toString();
        String passphrase = file(folder, "passphrase", "a rehearsal needs no secret");
        String at = Files.readString(folder.resolve("mqtts"));
        int colon = at.lastIndexOf(':');
        int failed = 0;
        failed += command("--version");
        failed += command("--help");
        failed += command("explain", "tls.server-untrusted");
        failed += command("explain");
        failed += command(
                "onboard",
                "pump",
                "--server",
                Files.readString(folder.resolve("url")),
                "--user",
                Files.readString(folder.resolve("user")),
                "--password-file",
                folder.resolve("password").toString(),
                "--ca",
                authority,
                "--mqtts-at",
                at,
                "--x509",
                "--no-vault",
                "--out",
                folder.toString());
        for (String way : List.of("--telemetry", "--json")) {
            failed += command(
                    "test",
                    "--host",
                    at.substring(0, colon),
                    "--port",
                    at.substring(colon + 1),
                    "--tls",
                    "--ca",
                    authority,
                    "--cert",
                    folder.resolve("pump.crt.pem").toString(),
                    "--key",
                    folder.resolve("pump.key.pem").toString(),
                    way);
        }
        failed += command("inspect", authority);
        failed += command("vault", "create", "--passphrase-file", passphrase);
        failed += command(
                "import",
                folder.resolve("pump.crt.pem").toString(),
                folder.resolve("pump.key.pem").toString(),
                "--passphrase-file",
                passphrase);
        failed += command("device", "list", "--passphrase-file", passphrase);
        failed += command("device", "list", "--json", "--passphrase-file", passphrase);
        return failed + line(folder, passphrase);
    }

    /** A batch and a station: long enough that the JVM keeps how their code behaves, too (JEP 515). */
    private static int line(Path folder, String passphrase) throws IOException {
        String recipe = folder.resolve("recipe.json").toString();
        int failed = command(
                "server",
                "add",
                "plant",
                "--url",
                Files.readString(folder.resolve("url")),
                "--user",
                Files.readString(folder.resolve("user")),
                "--password-file",
                folder.resolve("password").toString(),
                "--ca",
                folder.resolve("ca.pem").toString(),
                "--mqtts-at",
                Files.readString(folder.resolve("mqtts")),
                "--passphrase-file",
                passphrase);
        failed += command(
                "recipe",
                "create",
                "pump",
                "--credential",
                "x509",
                "--name",
                "pump-{serial}",
                "--server",
                "plant",
                "--out",
                recipe);
        String list = file(
                folder,
                "list.csv",
                IntStream.range(0, UNITS)
                        .mapToObj(i -> "R%03d\n".formatted(i))
                        .collect(Collectors.joining("", "serial\n", "")));
        failed += command(
                "batch",
                "run",
                recipe,
                list,
                "--results",
                folder.resolve("results.csv").toString(),
                "--passphrase-file",
                passphrase);
        return failed;
    }

    /** 0, or 1 and a word of it where the command failed. */
    private static int command(String... words) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        int code = Cli.answersAtOnce(words, stream) ? 0 : Cli.run(Wiring.commandLine(), words, stream, stream);
        if (code != 0) {
            System.err.println(String.join(" ", words) + " ended with " + code + ":");
            System.err.println(said.toString(StandardCharsets.UTF_8));
        }
        return code == 0 ? 0 : 1;
    }

    private static String file(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8)
                .toString();
    }
}
