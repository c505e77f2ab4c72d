package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.cli.CommandLineRig.Result;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeClient;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code gangway test} with the devices of a vault: one, a list, all of a server. */
@Timeout(120)
class ManyDevicesIT {
    @TempDir
    private static Path home;

    private static PracticeServer server;
    private static CommandLineRig rig;

    @BeforeAll
    static void threeDevicesOneOfThemWithAWrongToken() {
        server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                .orThrow();
        rig = new CommandLineRig(home);
        rig.vaultWith("plant", server);
        for (String name : List.of("pump-1", "pump-2", "pump-3")) {
            rig.passes("onboard", name, "--server", "plant", "--test", "none");
        }
        rig.passes("device", "credential", "pump-2", "--token-file", rig.file("wrong", "WrongTokenWrongToken\n"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void allOfAServerAreSummedUp() {
        Result result = rig.run("test", "--server", "plant", "--at-once", "3");
        assertThat(result.code()).as(result.out() + result.err()).isEqualTo(ExitCode.FAIL);
        assertThat(result.out())
                .contains("pump-1  plant   pass", "pump-2  plant   fail", "pump-3  plant   pass")
                .contains("1 × device.login-differs: ", "2 passed, 1 failed", "Slowest: pump-");
        assertThat(result.err()).contains("3/3 ", "✘ pump-2  device.login-differs");
        assertThat(result.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void aListNamesThem() {
        rig.type("# of today\npump-3\n\n  pump-1\npump-3\nlost\n");
        Result result = rig.run("test", "--devices", "-", "--json");
        assertThat(result.code()).isEqualTo(ExitCode.FAIL);
        JsonNode json = result.json();
        assertThat(json.get("devices"))
                .extracting(each -> each.get("name").asText())
                .containsExactly("pump-3", "pump-1", "lost");
        assertThat(json.get("passed").asInt()).isEqualTo(2);
        assertThat(json.at("/causes/cli.device-unknown").asInt()).isEqualTo(1);
        String file = rig.file("list", "pump-1\n");
        assertThat(rig.run("test", "--devices", file).code()).isEqualTo(ExitCode.PASS);
        assertThat(rig.run("test", "--devices", file + "-none").err()).contains("cli.list-unreadable");
        assertThat(rig.run("test", "pump-1", "lost").err()).contains("cli.device-unknown");
        assertThat(rig.run("test", "--server", "plant", "--at-once", "0").err()).contains("cli.bad-value");
        assertThat(rig.run("test", "--server", "plant", "--matrix").err()).contains("cli.one-device-only");
    }

    @Test
    void whatWasDoneBeforeAStopIsKept() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CommandLineRig stopped = new CommandLineRig(home);
            stopped.passes(
                    "server",
                    "add",
                    "silent",
                    "--broker",
                    "localhost",
                    "--mqtts-at",
                    "localhost:" + silent.getLocalPort(),
                    "--no-check");
            stopped.passes(
                    "onboard",
                    "quiet",
                    "--server",
                    "silent",
                    "--token-file",
                    rig.file("t", "AnyTokenAnyToken\n"),
                    "--test",
                    "none");
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    silent.accept();
                    stopped.cancellation().cancel();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            Result result = stopped.run("test", "pump-1", "quiet", "pump-3", "--timeout", "600");
            assertThat(result.code()).isEqualTo(ExitCode.CANCELLED);
            assertThat(result.out())
                    .contains("pump-1  plant   pass", "1 passed, 0 failed", "Stopped; 2 not tested")
                    .doesNotContain("pump-3");
        }
    }

    @Test
    void aTestIsComparedWithTheLastPass() {
        assertThat(rig.run("test", "pump-2", "--compare-last-pass").err()).contains("cli.no-last-pass");
        rig.passes("test", "pump-3");
        Result result = rig.run("test", "pump-3", "--compare-last-pass");
        assertThat(result.out()).contains("earlier test");
        Result other = rig.run("test", "pump-3", "--mqtt", "3.1.1", "--compare-last-pass", "--json");
        assertThat(other.json().at("/comparison/same").asBoolean()).isFalse();
    }

    @Test
    void aDeviceIsDeletedOnItsServerTooWhereThatIsWanted() {
        rig.passes("onboard", "pump-4", "--server", "plant", "--test", "none");
        assertThat(rig.run("device", "delete", "pump-4", "--also-on-server").err())
                .as("nobody is there to be asked")
                .contains("cli.option-needed", "--yes");
        Result deleted = rig.run("device", "delete", "pump-4", "--also-on-server", "--yes");
        assertThat(deleted.out()).as(deleted.err()).contains("pump-4 is neither on plant nor in the vault any more");
        try (PracticeClient client = PracticeClient.of(server)) {
            assertThat(names(client)).contains("pump-1").doesNotContain("pump-4");
            client.deviceWithToken("pump-5", "TokenOfSomebodyElse");
            rig.passes("device", "create", "pump-5", "--token");
            assertThat(rig.run("device", "delete", "pump-5", "--also-on-server", "--yes")
                            .err())
                    .contains("onboarding.device-has-no-server");
            assertThat(rig.run("device", "delete", "pump-5").out()).contains("pump-5 is no longer in the vault");
            assertThat(names(client)).contains("pump-5");
        }
    }

    private static List<String> names(PracticeClient client) {
        return client.get("/api/tenant/devices?pageSize=100&page=0")
                .json()
                .path("data")
                .valueStream()
                .map(device -> device.path("name").asText())
                .toList();
    }

    @Test
    void whatMustBeRefusedIs() {
        Result result = rig.run("test", "pump-1", "--negative-proof");
        assertThat(result.code()).as(result.out() + result.err()).isEqualTo(ExitCode.PASS);
        assertThat(result.out()).contains("Wrong token or password", "Everything that is wrong was refused.");
        Result json = rig.run("test", "pump-1", "--negative-proof", "--json");
        assertThat(json.json().get("runs"))
                .isNotEmpty()
                .allSatisfy(run -> assertThat(run.get("result").asText()).isEqualTo("refused"));
        assertThat(rig.run("test", "pump-1", "--negative-proof", "--matrix").err())
                .contains("cli.options-exclude");
    }
}
