package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.cli.CommandLineRig.Result;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeClient;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gangway watch} without a vault, against the practice server. */
class WatchCommandIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path home;

    private static PracticeServer server;
    private static PracticeClient rest;
    private static int devices;

    private CommandLineRig rig;
    private String device;
    private String token;

    @BeforeAll
    static void start() {
        server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                .orThrow();
        rest = PracticeClient.of(server);
    }

    @BeforeEach
    void aDeviceOfItsOwn() {
        devices++;
        rig = new CommandLineRig(home, Map.of());
        device = rest.deviceWithToken("watched-" + devices, "WatchToken" + devices);
        token = rig.file("token-" + devices, "WatchToken" + devices);
    }

    @AfterAll
    static void stop() {
        rest.close();
        server.close();
    }

    @Test
    void linesArePublishedAndTheSessionEndsAfterTheLast() {
        rig.type("{\"a\":1}\n{\"a\":2}\n");
        Result result = watch("--publish-lines", "v1/devices/me/telemetry");
        assertThat(result.code()).as(result.out() + result.err()).isEqualTo(ExitCode.PASS);
        assertThat(result.out()).contains("CONNACK", "PUBACK", "✔ Connected", "■ Disconnected");
        assertThat(rest.get("/api/plugins/telemetry/DEVICE/" + device + "/values/timeseries?keys=a")
                        .body())
                .contains("\"2\"");
    }

    @Test
    void attributesAreAskedForAndShownWithWhatTheySay() {
        rest.post("/api/plugins/telemetry/DEVICE/" + device + "/SHARED_SCOPE", "{\"limit\":7}");
        Result result = watch("--attributes=limit,other", "--for", "2s");
        assertThat(result.code()).as(result.out() + result.err()).isEqualTo(ExitCode.PASS);
        assertThat(result.out()).contains("SUBACK", "v1/devices/me/attributes/response/1", "\"limit\":7");
    }

    @Test
    void callsOfTheServerAreAnswered() throws Exception {
        CompletableFuture<Result> watching = CompletableFuture.supplyAsync(() -> watch("--rpc", "{\"done\":true}"));
        await().until(() -> call().contains("\"done\":true"));
        rig.cancellation().cancel();
        Result result = watching.get();
        assertThat(result.code()).as(result.out()).isEqualTo(ExitCode.CANCELLED);
        assertThat(result.out()).contains("reboot", "DISCONNECT");
    }

    @Test
    void everyLineOfJsonStandsAlone() throws Exception {
        Result result = watch("--json", "--publish", "v1/devices/me/telemetry={\"b\":3}", "--for", "1s");
        assertThat(result.code()).isEqualTo(ExitCode.PASS);
        List<String> types = new ArrayList<>();
        for (String line : result.out().lines().toList()) {
            JsonNode node = JSON.readTree(line);
            types.add(node.path("type").asText() + ":"
                    + node.path("state").asText(node.path("name").asText()));
        }
        assertThat(types)
                .contains("state:connecting", "event:CONNACK", "state:connected", "event:PUBACK", "state:left");
        assertThat(result.out()).doesNotContain("WatchToken");
    }

    @Test
    void aRefusalIsExplainedAndFails() {
        Result result = rig.run(
                "watch",
                "--host",
                "localhost",
                "--port",
                "" + server.mqttPort(),
                "--token-file",
                rig.file("wrong", "nobody's"),
                "--for",
                "5s");
        assertThat(result.code()).isEqualTo(ExitCode.FAIL);
        assertThat(result.out()).contains("mqtt.token-unknown");
    }

    @Test
    void aSessionThatTheServerEndsFails() throws Exception {
        CompletableFuture<Result> watching = CompletableFuture.supplyAsync(() -> watch("--rpc"));
        await().until(() -> !call().isEmpty());
        rest.delete("/api/device/" + device);
        assertThat(watching.get().code()).isEqualTo(ExitCode.FAIL);
        assertThat(watching.get().out()).contains("session.credential-changed");
    }

    @Test
    void timesThatAreNoneAreRefused() {
        assertThat(watch("--for", "soon").code()).isEqualTo(ExitCode.USAGE);
        assertThat(watch("--publish", "no payload").code()).isEqualTo(ExitCode.USAGE);
        assertThat(watch("--qos", "3", "--for", "1s").code()).isEqualTo(ExitCode.USAGE);
    }

    private String call() {
        return rest.post("/api/rpc/twoway/" + device, "{\"method\":\"reboot\",\"params\":{},\"timeout\":500}")
                .body();
    }

    private Result watch(String... options) {
        List<String> all = new ArrayList<>(
                List.of("watch", "--host", "localhost", "--port", "" + server.mqttPort(), "--token-file", token));
        all.addAll(List.of(options));
        return rig.run(all.toArray(String[]::new));
    }
}
