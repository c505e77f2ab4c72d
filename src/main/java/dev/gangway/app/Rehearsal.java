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

/**
 * What packaging has the program do once, so that the JVM keeps what it loaded (JEP 514): the command line's everyday
 * work, or the first window, which then closes itself at its second frame.
 */
final class Rehearsal {
    /** {@code instant}, {@code command} or {@code window}; not set in use. */
    static final String PROPERTY = "gangway.rehearsal";

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

    /** Runs the commands, in the folder that {@code GANGWAY_HOME} names; 0 where all of them worked. */
    static int run() {
        Path folder = PlatformPaths.here().data();
        try (Practice.Running practice =
                new PracticeStarter(BouncyCastleMaker::new, "practice").start().orThrow()) {
            return run(folder, practice.entry());
        } catch (IOException broken) {
            System.err.println(broken);
            return 1;
        }
    }

    private static int run(Path folder, ServerEntry server) throws IOException {
        String authority = file(folder, "ca.pem", server.trustAnchors().getFirst());
        String password = file(folder, "password", server.password().reveal());
        String passphrase = file(folder, "passphrase", "a rehearsal needs no secret");
        ServerEntry.HostPort mqtts = server.mqtts().orElseThrow();
        String at = mqtts.host() + ":" + mqtts.port();
        int failed = 0;
        failed += command("--version");
        failed += command("--help");
        failed += command("explain", "tls.server-untrusted");
        failed += command("explain");
        failed += command(
                "onboard",
                "pump",
                "--server",
                server.url().toString(),
                "--user",
                server.user(),
                "--password-file",
                password,
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
                    mqtts.host(),
                    "--port",
                    String.valueOf(mqtts.port()),
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
