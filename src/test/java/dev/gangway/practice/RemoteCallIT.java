package dev.gangway.practice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeClient.Reply;
import dev.gangway.practice.contract.RawMqtt;
import dev.gangway.practice.contract.RawMqtt.Version;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Calls from the server to a device. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemoteCallIT {
    private static final String REQUEST = "v1/devices/me/rpc/request/";
    private PracticeServer server;
    private PracticeClient rest;
    private String device;

    @BeforeAll
    void start() {
        server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                .orThrow();
        rest = PracticeClient.of(server);
        device = rest.deviceWithToken("pump-1", "TOKEN");
    }

    @AfterAll
    void stop() {
        rest.close();
        server.close();
    }

    private RawMqtt listening() {
        RawMqtt mqtt = RawMqtt.tcp("127.0.0.1", server.mqttPort());
        mqtt.connect(Version.V311, "TOKEN");
        mqtt.subscribe(REQUEST + "+", 1);
        return mqtt;
    }

    private Reply call(String way, String more) {
        return call(device, way, more);
    }

    private Reply call(String to, String way, String more) {
        return rest.post(
                "/api/rpc/" + way + "/" + to, "{\"method\":\"setValve\",\"params\":{\"open\":true}" + more + "}");
    }

    @Test
    void reachesADeviceThatListens() {
        try (RawMqtt mqtt = listening()) {
            assertThat(call("oneway", "").status()).isEqualTo(200);
            assertThat(mqtt.nextPayload(REQUEST + "0"))
                    .isEqualTo("{\"method\":\"setValve\",\"params\":{\"open\":true}}");
        }
    }

    @Test
    void bringsTheAnswerBack() throws Exception {
        try (RawMqtt mqtt = listening()) {
            CompletableFuture<Reply> reply = CompletableFuture.supplyAsync(() -> call("twoway", ""));
            mqtt.nextPayload(REQUEST + "0");
            mqtt.publish("v1/devices/me/rpc/response/0", "{\"done\":1}", 1);
            assertThat(reply.get(15, TimeUnit.SECONDS).body()).isEqualTo("{\"done\":1}");
        }
    }

    @Test
    void givesUpOnADeviceThatDoesNotAnswer() {
        try (RawMqtt mqtt = listening()) {
            assertThat(call("twoway", ",\"timeout\":200").status()).isEqualTo(504);
            mqtt.nextPayload(REQUEST + "0");
        }
    }

    @Test
    void needsAConnection() {
        String never = rest.deviceWithToken("pump-2", "OTHER");
        assertThat(call(never, "oneway", "").status()).isEqualTo(409);
        assertThat(call(never, "twoway", "").status()).isEqualTo(409);
    }
}
