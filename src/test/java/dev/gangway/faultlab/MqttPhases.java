package dev.gangway.faultlab;

import dev.gangway.bench.kinds.Kinds;
import dev.gangway.bench.live.LiveBench;
import dev.gangway.bench.live.LiveSession;
import dev.gangway.bench.model.MqttOptions.Authentication;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Publication;
import dev.gangway.credentials.MqttProvisioning;
import dev.gangway.faultlab.HostileServer.Manners;
import dev.gangway.faultlab.Phase.Attempt;
import dev.gangway.faultlab.Phase.Speech;
import dev.gangway.http.HttpClients;
import dev.gangway.secret.Secret;
import dev.gangway.server.ServerAdapter.ProvisionRequest;
import dev.gangway.server.thingsboard.ThingsBoard;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** MQTT: tests, live sessions, and provisioning, which is one. */
final class MqttPhases {
    private static final byte[] CONNACK = hex("2003000000");
    private static final byte[] PUBREC = hex("50020001");
    private static final byte[] SUBACK = hex("900400010001");

    /** A CONNACK cut short; and AUTH packets, which are all that may come before it. */
    private static final Speech BEFORE_CONNACK = Speech.hex("2009", "f000");

    /** An acknowledgement cut short; and answers to pings that nobody sent. */
    private static final Speech ACKNOWLEDGING = Speech.hex("400300", "d000");

    /** A message cut short; and messages. */
    private static final Speech PUBLISHING = Speech.hex("300900", "300400016100");

    static final List<Phase> ALL = List.of(
            new Phase("CONNACK", BEFORE_CONNACK, stage -> Attempts.test(plain(stage, stage.misbehaving()))),
            new Phase(
                    "CONNACK behind TLS",
                    BEFORE_CONNACK,
                    stage -> Attempts.test(Lab.tls(
                            stage.port(ConnectionPhases.SERVER, stage.misbehaving()),
                            ConnectionPhases.ROOT.leaf(),
                            "t"))),
            new Phase(
                    "challenge of an authentication",
                    Speech.hex("f02018", "f0021800"),
                    stage -> Attempts.test(authenticating(plain(stage, stage.misbehaving()), "SCRAM-SHA-256"))),
            new Phase(
                    "authentication again",
                    Speech.hex("f02018", "d000"),
                    stage -> Attempts.test(authenticating(accepted(stage), "CUSTOM-JWT"))),
            new Phase("answer to a ping", ACKNOWLEDGING, stage -> Attempts.test(publishing(accepted(stage), 0))),
            new Phase("PUBACK", ACKNOWLEDGING, stage -> Attempts.test(publishing(accepted(stage), 1))),
            new Phase("PUBREC", ACKNOWLEDGING, stage -> Attempts.test(publishing(accepted(stage), 2))),
            new Phase(
                    "PUBCOMP",
                    Speech.hex("700300", "50020001"),
                    stage -> Attempts.test(publishing(
                            plain(stage, accepting(Stage.answering(PUBREC, stage.misbehaving()))), 2))),
            new Phase("live session: CONNACK", BEFORE_CONNACK, stage -> live(stage, stage.misbehaving(), _ -> {})),
            new Phase("live session: ping", PUBLISHING, stage -> live(stage, accepting(stage.misbehaving()), _ -> {})),
            new Phase("live session: at once", PUBLISHING, stage -> live(stage, accepting(stage::misbehave), _ -> {})),
            new Phase(
                    "live session: SUBACK",
                    Speech.hex("900500", "d000"),
                    stage -> live(stage, accepting(stage.misbehaving()), session -> session.subscribe("a", 1))),
            new Phase(
                    "provisioning over MQTT: SUBACK",
                    Speech.hex("900500", "d000"),
                    stage -> provisioning(stage, accepting(stage.misbehaving()))),
            new Phase(
                    "provisioning over MQTT: answer",
                    PUBLISHING,
                    stage -> provisioning(stage, accepting(Stage.answering(SUBACK, stage.misbehaving())))));

    private MqttPhases() {}

    static Manners accepting(Manners then) {
        return Stage.answering(CONNACK, then);
    }

    private static Plan plain(Stage stage, Manners manners) {
        return Lab.plain(stage.port(manners), "t");
    }

    private static Plan accepted(Stage stage) {
        return plain(stage, accepting(stage.misbehaving()));
    }

    private static Plan authenticating(Plan plan, String method) {
        Authentication twice = new Authentication(method, "lab", Secret.of("lab-password")).twice();
        return plan.withMqtt(plan.mqtt().withAuthentication(Optional.of(twice)));
    }

    private static Plan publishing(Plan plan, int qos) {
        return plan.publishing(new Publication("a", new byte[1], qos));
    }

    /** With a keep-alive of a second: after twice that a session gives a silent server up. */
    private static Attempt live(Stage stage, Manners manners, Consumer<LiveSession> begin) {
        Plan plan = plain(stage, manners);
        Duration second = Duration.ofSeconds(1);
        return Attempts.live(plan.withMqtt(plan.mqtt().withSession(session -> session.withKeepAlive(second))), begin);
    }

    private static Attempt provisioning(Stage stage, Manners manners) {
        Plan plan = plain(stage, manners);
        ProvisionRequest request = new ProvisionRequest("lab", "key", Secret.of("secret"), Optional.empty());
        return (deadline, cancellation) -> Attempts.of(new MqttProvisioning(new LiveBench(Kinds.judge()), deadline)
                .request(
                        plan.endpoint(),
                        plan.tls(),
                        new ThingsBoard(new HttpClients())
                                .devices()
                                .provisioning()
                                .orElseThrow(),
                        request,
                        cancellation));
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
