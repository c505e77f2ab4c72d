package dev.gangway.faultlab;

import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Publication;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeClient;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import dev.gangway.practice.mqtt.MqttFaults.PublishFault;
import dev.gangway.server.ServerCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** What goes wrong with ThingsBoard after the login, against the practice server and its switches. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PracticeSessionFaultsIT {
    private static final String TOKEN = "FAULT_LAB_TOKEN";

    private final Lab lab = new Lab("ThingsBoard sessions");
    private PracticeServer server;

    @BeforeAll
    void start() {
        server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                .orThrow();
        try (PracticeClient client = PracticeClient.of(server)) {
            client.deviceWithToken("lab-token", TOKEN);
        }
    }

    @AfterAll
    void finish() {
        server.close();
        lab.finish();
    }

    @TestFactory
    Stream<DynamicTest> publishing() {
        return Stream.of(
                lab.nearMiss(
                        "telemetry",
                        "session.payload-refused session.topic-unknown session.no-acknowledgement"
                                + " session.closed-after-publish session.qos-not-supported",
                        Lab.PASS,
                        () -> plain(TOKEN).publishing(Lab.telemetry("{\"t\":1}"))),
                lab.nearMiss(
                        "telemetry at QoS 0",
                        "session.no-acknowledgement session.qos-not-supported",
                        Lab.PASS,
                        () -> plain(TOKEN)
                                .publishing(new Publication("v1/devices/me/telemetry", json("{\"t\":1}"), 0))),
                lab.fault(
                        "broken JSON",
                        "session.closed-after-publish",
                        "session.payload-refused",
                        () -> plain(TOKEN).publishing(Lab.telemetry("{\"t\":"))),
                lab.fault(
                        "broken JSON over MQTT 3.1.1",
                        "session.closed-after-publish",
                        "session.payload-refused",
                        () -> old(plain(TOKEN).publishing(Lab.telemetry("{\"t\":")))),
                lab.fault(
                        "unknown topic",
                        "session.topic-unknown",
                        () -> plain(TOKEN).publishing(new Publication("no/such/topic", json("{}"), 1))),
                lab.fault(
                        "QoS 2",
                        "session.qos-not-supported",
                        () -> plain(TOKEN)
                                .publishing(new Publication("v1/devices/me/telemetry", json("{\"t\":1}"), 2))
                                .within(Duration.ofSeconds(2))),
                lab.fault("stored, never acknowledged", "session.no-acknowledgement", () -> {
                    Plan plan =
                            plain(TOKEN).publishing(Lab.telemetry("{\"t\":1}")).within(Duration.ofSeconds(1));
                    server.faults().publish(PublishFault.NO_ACKNOWLEDGEMENT);
                    return plan;
                }),
                lab.fault(
                        "acknowledged, never shown",
                        "session.not-seen",
                        () -> plain(TOKEN)
                                .publishing(Lab.telemetry("{\"t\":1}"))
                                .readingBack((publication, deadline, cancellation) -> Lab.notShown())),
                lab.fault(
                        "acknowledged, and the server cannot be asked",
                        "session.not-seen",
                        "session.not-read-back",
                        () -> plain(TOKEN)
                                .publishing(Lab.telemetry("{\"t\":1}"))
                                .readingBack((publication, deadline, cancellation) ->
                                        Diagnosis.of(ServerCode.TIMEOUT).failed())),
                lab.nearMiss(
                        "acknowledged, and shown",
                        "session.not-seen session.not-read-back",
                        Lab.PASS,
                        () -> plain(TOKEN)
                                .publishing(Lab.telemetry("{\"t\":1}"))
                                .readingBack(
                                        (publication, deadline, cancellation) -> Outcome.ok(Optional.of("shown")))));
    }

    @TestFactory
    Stream<DynamicTest> sessions() {
        return Stream.of(
                lab.fault("taken over by the real device", "session.taken-over", () -> takenOver(plain(TOKEN))),
                lab.fault(
                        "taken over by the real device, MQTT 3.1.1",
                        "session.lost",
                        () -> takenOver(old(plain(TOKEN)))),
                lab.fault("device deleted meanwhile", "session.credential-changed", () -> {
                    String id = made("lab-deleted", "DELETED_TOKEN");
                    return plain("DELETED_TOKEN")
                            .publishing(Lab.telemetry("{\"t\":1}"))
                            .readingBack((publication, deadline, cancellation) -> {
                                deleted(id);
                                return Lab.notShown();
                            });
                }),
                lab.nearMiss(
                        "another device deleted meanwhile", "session.credential-changed", "session.not-seen", () -> {
                            String id = made("lab-other", "OTHER_TOKEN");
                            return plain(TOKEN)
                                    .publishing(Lab.telemetry("{\"t\":1}"))
                                    .readingBack((publication, deadline, cancellation) -> {
                                        deleted(id);
                                        return Lab.notShown();
                                    });
                        }),
                lab.nearMiss(
                        "another device signs in meanwhile",
                        "session.taken-over session.lost",
                        "session.not-seen",
                        () -> {
                            made("lab-neighbour", "NEIGHBOUR_TOKEN");
                            return signingIn("NEIGHBOUR_TOKEN", plain(TOKEN));
                        }));
    }

    /** While the message is waited for, another client signs in with the same token. */
    private Plan takenOver(Plan plan) {
        return signingIn(TOKEN, plan);
    }

    private Plan signingIn(String token, Plan plan) {
        return plan.publishing(Lab.telemetry("{\"t\":1}")).readingBack((publication, deadline, cancellation) -> {
            Lab.run(Lab.plain(server.mqttPort(), token));
            return Lab.notShown();
        });
    }

    private String made(String name, String token) {
        try (PracticeClient client = PracticeClient.of(server)) {
            return client.deviceWithToken(name, token);
        }
    }

    private void deleted(String id) {
        try (PracticeClient client = PracticeClient.of(server)) {
            client.delete("/api/device/" + id);
        }
    }

    private Plan plain(String token) {
        server.faults().reset();
        return Lab.plain(server.mqttPort(), token);
    }

    private static Plan old(Plan plan) {
        return plan.withMqtt(plan.mqtt().withVersion(Version.V3_1_1));
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
