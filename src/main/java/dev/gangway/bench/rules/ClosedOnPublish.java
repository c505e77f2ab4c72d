package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Experiment;
import dev.gangway.bench.causes.Reached;
import dev.gangway.bench.event.NetDetail.Incomplete;
import dev.gangway.bench.event.ProbeDetail.Experimented;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.Publication;
import dev.gangway.bench.mqtt.packet.Publish;
import java.util.Optional;

/**
 * The server hung up on a message, or left it without an answer: before MQTT 5 it has no other word for no. Of what it may
 * dislike (the topic, the size, the QoS) or what may not be about the message at all (another client with the same client
 * id), a further connection tells the one from the other.
 */
final class ClosedOnPublish {
    /** Shorter ones are refused by no limit that anybody sets. */
    private static final int LARGE = 128;

    private ClosedOnPublish() {}

    static void propose(Proposals proposals) {
        boolean wordless =
                proposals.has(SessionCode.CLOSED_AFTER_PUBLISH) || proposals.has(SessionCode.NO_ACKNOWLEDGEMENT);
        Optional<MatchedEvent<Publish>> sent =
                proposals.findings().timeline().first(Publish.class, MatchedEvent::isOut);
        Optional<Publication> planned = proposals.findings().plan().publication();
        boolean began = proposals.findings().timeline().has(Incomplete.class); // half an answer is one to the message
        if (wordless && !began && sent.isPresent() && planned.isPresent()) {
            ClosedOnPublish.of(proposals, sent.get(), planned.get());
        }
    }

    private static void of(Proposals proposals, MatchedEvent<Publish> sent, Publication planned) {
        if (proposals.has(SessionCode.CLOSED_AFTER_PUBLISH)) {
            takenOver(proposals, sent);
            exactlyOnce(proposals, sent, planned);
            tooLarge(proposals, sent, planned);
        }
        notAllowed(proposals, sent, planned);
        inMqttFive(proposals, sent);
    }

    /** Servers without QoS 2 hang up on it: Azure IoT Hub, Mosquitto with {@code max_qos}, RabbitMQ before 3.8. */
    private static void exactlyOnce(Proposals proposals, MatchedEvent<Publish> sent, Publication planned) {
        if (planned.qos() == 2) {
            proposals.settle(
                    SessionCode.QOS_NOT_SUPPORTED,
                    draft(proposals, SessionCode.QOS_NOT_SUPPORTED, sent),
                    Experiment.WITH_QOS_1,
                    Proposals.WENT_ON);
        }
    }

    private static void tooLarge(Proposals proposals, MatchedEvent<Publish> sent, Publication planned) {
        if (planned.payload().length > LARGE) {
            proposals.settle(
                    SessionCode.TOO_LARGE,
                    draft(proposals, SessionCode.TOO_LARGE, sent).possible(),
                    Experiment.WITH_SHORT_MESSAGE,
                    Proposals.WENT_ON);
        }
    }

    /** A session that ends without a message, too, was ended for somebody else: who has the same client id. */
    private static void takenOver(Proposals proposals, MatchedEvent<Publish> sent) {
        Findings findings = proposals.findings();
        Optional<MatchedEvent<Experimented>> without = findings.experiment(Experiment.WITHOUT_MESSAGE);
        boolean endedAllTheSame = without.filter(seen -> seen.detail().reached() == Reached.ACCEPTED)
                .isPresent();
        HypothesisBuilder draft = draft(proposals, SessionCode.TAKEN_OVER, sent).possible();
        if (!endedAllTheSame) {
            proposals.add(draft);
            boolean tells = without.isEmpty()
                    || without.filter(seen -> Proposals.WENT_ON.test(seen.detail()))
                            .isPresent();
            if (tells) {
                proposals.settleWithout(SessionCode.TAKEN_OVER, Experiment.WITHOUT_MESSAGE, _ -> false);
            }
            return;
        }
        without.ifPresent(
                seen -> draft.seen(seen, "experiment-went-the-same", "experiment", Experiment.WITHOUT_MESSAGE.id()));
        Optional<MatchedEvent<Experimented>> other = findings.experiment(Experiment.WITH_OTHER_CLIENT_ID);
        boolean forTheClientId =
                other.filter(seen -> Proposals.WENT_ON.test(seen.detail())).isPresent();
        other.filter(_ -> forTheClientId)
                .ifPresent(seen -> draft.seen(
                        seen, "experiment-went-otherwise", "experiment", Experiment.WITH_OTHER_CLIENT_ID.id()));
        if (other.isPresent() && !forTheClientId) {
            proposals.addFirst(draft(proposals, SessionCode.LOST, sent));
        }
        proposals.add(
                other.isEmpty()
                        ? draft.likely().settledBy(Experiment.WITH_OTHER_CLIENT_ID)
                        : forTheClientId ? draft.likely() : draft);
        without.ifPresent(seen -> proposals.weaken(
                SessionCode.CLOSED_AFTER_PUBLISH,
                seen,
                "experiment-went-the-same",
                "experiment",
                Experiment.WITHOUT_MESSAGE.id()));
    }

    /**
     * A topic that the device may not use: aedes, HiveMQ, Artemis and RabbitMQ hang up or stay silent, AWS IoT Core hangs up.
     * ThingsBoard's topics are everybody's: there it is what the message says.
     */
    private static void notAllowed(Proposals proposals, MatchedEvent<Publish> sent, Publication planned) {
        Findings findings = proposals.findings();
        if (findings.mqtt().version() == Version.V5) {
            return;
        }
        boolean thingsBoard = planned.topic().matches("v[12]/.*");
        boolean aboutMessage = findings.experiment(Experiment.WITHOUT_MESSAGE)
                .filter(seen -> seen.detail().reached() == Reached.ACCEPTED)
                .isEmpty();
        boolean likely = !thingsBoard
                && aboutMessage
                && (planned.qos() < 2 || wentTheSame(findings, Experiment.WITH_QOS_1))
                && (planned.payload().length <= LARGE || wentTheSame(findings, Experiment.WITH_SHORT_MESSAGE))
                && proposals.has(SessionCode.CLOSED_AFTER_PUBLISH);
        HypothesisBuilder draft = draft(proposals, SessionCode.NOT_ALLOWED, sent);
        if (likely) {
            proposals.addFirst(draft);
        } else {
            proposals.add(draft.possible());
        }
    }

    private static boolean wentTheSame(Findings findings, Experiment experiment) {
        return findings.experiment(experiment)
                .filter(seen -> seen.detail().reached() == Reached.ACCEPTED)
                .isPresent();
    }

    /** MQTT 5 has words for it, where the server speaks it. */
    private static void inMqttFive(Proposals proposals, MatchedEvent<Publish> sent) {
        Findings findings = proposals.findings();
        if (findings.mqtt().version() == Version.V5) {
            return;
        }
        Optional<MatchedEvent<Experimented>> made = findings.experiment(Experiment.WITH_MQTT_5);
        SessionCode code = made.filter(seen -> seen.detail().reached() == Reached.MESSAGE_REFUSED)
                .map(seen -> GoodbyeRules.code(seen.detail().code()))
                .orElse(SessionCode.NOT_ALLOWED);
        proposals.settleIfOtherwise(
                code,
                draft(proposals, code, sent)
                        .with(
                                "code",
                                made.map(seen -> ConnackCode.show(seen.detail().code()))
                                        .orElse("–"))
                        .possible(),
                Experiment.WITH_MQTT_5,
                seen -> seen.reached() == Reached.MESSAGE_REFUSED && GoodbyeRules.code(seen.code()) == code);
    }

    private static HypothesisBuilder draft(Proposals proposals, SessionCode code, MatchedEvent<Publish> sent) {
        Findings findings = proposals.findings();
        return findings.draft(code)
                .with("topic", sent.detail().topic())
                .seen(sent, "publish-sent", "bytes", sent.detail().payloadBytes())
                .seen(findings.hungUp(), "closed-by-server");
    }
}
