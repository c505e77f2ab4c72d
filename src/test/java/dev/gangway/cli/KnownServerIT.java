package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.cli.CommandLineRig.Result;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeClient;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is given with a server that the vault knows is taken or refused, never ignored. */
class KnownServerIT {
    @TempDir
    private Path home;

    private CommandLineRig rig;
    private PracticeServer server;

    @BeforeEach
    void start() {
        rig = new CommandLineRig(home);
        server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                .orThrow();
        assertThat(rig.run("vault", "create").code()).isEqualTo(ExitCode.PASS);
        assertThat(add("exam", server.tenantPassword()).code()).isEqualTo(ExitCode.PASS);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aWrongPasswordIsNoticedAndARightOneIsKept() {
        Result wrong = onboard("pump-1", url(), "--user", server.tenantUser(), "--password-file", password("wrong"));
        assertThat(wrong.code()).isEqualTo(ExitCode.SERVER);
        assertThat(wrong.err() + wrong.out()).contains("server.wrong-password");
        assertThat(rig.run("server", "check", "exam").code())
                .as("the old one stays")
                .isEqualTo(ExitCode.PASS);

        assertThat(rig.run("server", "edit", "exam", "--no-check", "--password-file", password("wrong"))
                        .code())
                .isEqualTo(ExitCode.PASS);
        assertThat(rig.run("server", "check", "exam").code()).isEqualTo(ExitCode.SERVER);
        Result right = onboard("pump-1", "exam", "--password-file", password(server.tenantPassword()));
        assertThat(right.code()).as(right.out() + right.err()).isEqualTo(ExitCode.PASS);
        assertThat(rig.run("server", "check", "exam").code()).as("it was kept").isEqualTo(ExitCode.PASS);
    }

    @Test
    void anotherAddressAndAuthorityAreTaken() {
        String elsewhere = "localhost:" + freePort();
        Result moved = onboard("pump-2", url(), "--mqtts-at", elsewhere, "--user", server.tenantUser());
        assertThat(moved.code()).isEqualTo(ExitCode.FAIL);
        assertThat(moved.out()).contains(elsewhere);
        assertThat(rig.run("server", "list").out()).contains(elsewhere);
        assertThat(rig.run("server", "edit", "exam", "--mqtts-at", server.host() + ":" + server.mqttsPort())
                        .code())
                .isEqualTo(ExitCode.PASS);
        Result again = onboard("pump-2", "exam");
        assertThat(again.code())
                .as("the same command again goes on with it: %s", again.out())
                .isEqualTo(ExitCode.PASS);
        assertThat(onboard("pump-2", "exam").code()).as("it is on board now").isEqualTo(ExitCode.SERVER);
    }

    @Test
    void aServerWithoutTlsIsUsedWithoutAndThatIsSaid() {
        assertThat(rig.run("server", "edit", "exam", "--plain-mqtt").code()).isEqualTo(ExitCode.PASS);
        Result plain = onboard("pump-3", "exam");
        assertThat(plain.code()).as(plain.out() + plain.err()).isEqualTo(ExitCode.PASS);
        assertThat(plain.out()).contains("mqtt://").doesNotContain("mqtts://");
    }

    @Test
    void anApiKeySignsInAndAWrongOneIsNamed() {
        String key;
        try (PracticeClient rest = PracticeClient.of(server)) {
            String user = rest.get("/api/auth/user").json().at("/id/id").asText();
            key = rest.post(
                            "/api/apiKey",
                            "{\"description\":\"k\",\"enabled\":true,\"userId\":{\"entityType\":\"USER\",\"id\":\""
                                    + user + "\"}}")
                    .json()
                    .path("value")
                    .asText();
        }
        Result good = rig.run("server", "edit", "exam", "--api-key-file", rig.file("key", key));
        assertThat(good.code()).as(good.err()).isEqualTo(ExitCode.PASS);
        assertThat(onboard("pump-5", "exam").code()).isEqualTo(ExitCode.PASS);
        Result bad = rig.run("server", "edit", "exam", "--api-key-file", rig.file("bad", "tb_wrong"));
        assertThat(bad.err()).contains("server.api-key-wrong");
    }

    @Test
    void aMistypedNameIsNoAddress() {
        Result mistyped = onboard("pump-4", "exma");
        assertThat(mistyped.code()).isEqualTo(ExitCode.USAGE);
        assertThat(mistyped.err()).contains("cli.server-mistyped", "exam");
    }

    @Test
    void thePortOfMqttIsNamed() throws IOException {
        try (ServerSocket broker = new ServerSocket(1883, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                while (!broker.isClosed()) {
                    try {
                        broker.accept().close();
                    } catch (IOException closed) {
                        return;
                    }
                }
            });
            Result result = rig.run(
                    "server",
                    "add",
                    "wrong",
                    "--url",
                    "http://127.0.0.1:1883",
                    "--user",
                    "u",
                    "--password-file",
                    password("p"));
            assertThat(result.err()).contains("server.mqtt-port");
        } catch (java.net.BindException taken) {
            org.junit.jupiter.api.Assumptions.abort("a broker of this machine has port 1883");
        }
    }

    private Result add(String name, String password) {
        return rig.run(
                "server",
                "add",
                name,
                "--url",
                url(),
                "--user",
                server.tenantUser(),
                "--password-file",
                password(password),
                "--mqtt-at",
                server.host() + ":" + server.mqttPort(),
                "--mqtts-at",
                server.host() + ":" + server.mqttsPort(),
                "--ca",
                rig.file("ca.pem", server.authorityPem()));
    }

    private Result onboard(String name, String where, String... more) {
        String[] all = new String[4 + more.length];
        all[0] = "onboard";
        all[1] = name;
        all[2] = "--server";
        all[3] = where;
        System.arraycopy(more, 0, all, 4, more.length);
        return rig.run(all);
    }

    private String password(String text) {
        return rig.file("password-" + text.hashCode(), text);
    }

    private String url() {
        return server.restUrl().toString();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
