package dev.gangway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.app.Wiring;
import dev.gangway.background.Cancellation;
import dev.gangway.practice.PracticeServer;
import dev.gangway.settings.PlatformPaths;
import dev.gangway.ui.text.Words;
import dev.gangway.vault.TestVaults;
import dev.gangway.vault.Vaults;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;

/** Runs commands as a person would, with a home folder of their own and vaults whose passphrases are cheap. */
final class CommandLineRig {
    static final String PASSPHRASE = "five words make a vault";

    private final Path home;
    private final Map<String, String> environment;
    private final Cancellation cancellation = new Cancellation();
    private InputStream input = InputStream.nullInputStream();
    private Vaults vaults = TestVaults.cheap();

    /** What a command came to. */
    record Result(int code, String out, String err) {
        JsonNode json() {
            try {
                return new ObjectMapper().readTree(out);
            } catch (IOException e) {
                throw new AssertionError("not JSON: " + out + err, e);
            }
        }
    }

    CommandLineRig(Path home) {
        this(home, Map.of(Secrets.VARIABLE, PASSPHRASE));
    }

    CommandLineRig(Path home, Map<String, String> environment) {
        this.home = home;
        this.environment = environment;
    }

    Path home() {
        return home;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    /** Which vaults the next commands open. */
    void vaults(Vaults next) {
        vaults = next;
    }

    /** What the next commands read from their standard input. */
    void type(String text) {
        input = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What the next command reads from its standard input, as it comes. */
    void input(InputStream next) {
        input = next;
    }

    /** A file in the home folder. */
    String file(String name, String content) {
        try {
            return Files.writeString(home.resolve(name), content).toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Makes the vault, with the practice server in it under this name, over MQTT and MQTTS. */
    void vaultWith(String name, PracticeServer server) {
        passes("vault", "create");
        add(name, server);
    }

    /** Puts a practice server into the vault, over MQTT and MQTTS. */
    void add(String name, PracticeServer server) {
        passes(
                "server",
                "add",
                name,
                "--url",
                server.restUrl().toString(),
                "--user",
                server.tenantUser(),
                "--password-file",
                file("tenant-password", server.tenantPassword()),
                "--mqtt-at",
                server.host() + ":" + server.mqttPort(),
                "--mqtts-at",
                server.host() + ":" + server.mqttsPort(),
                "--ca",
                file("ca.pem", server.authorityPem()));
    }

    /** Runs a command that has to pass. */
    Result passes(String... args) {
        Result result = run(args);
        if (result.code() != ExitCode.PASS) {
            throw new AssertionError(
                    String.join(" ", args) + ": " + result.code() + "\n" + result.out() + result.err());
        }
        return result;
    }

    Result run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Tools tools = new Tools(
                vaults,
                new PlatformPaths(home, home),
                environment,
                input,
                Clock.systemUTC(),
                cancellation,
                new Wiring(Clock.systemUTC()));
        PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(outStream, errStream, Words.load(Locale.ENGLISH), false);
        int code = new Cli(tools, terminal, outStream, errStream).run(args);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
