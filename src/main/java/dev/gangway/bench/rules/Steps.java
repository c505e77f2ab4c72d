package dev.gangway.bench.rules;

import dev.gangway.bench.event.NetDetail.ForeignBytes;
import dev.gangway.bench.event.ProbeDetail.ReadBackDone;
import dev.gangway.bench.model.Publication;
import dev.gangway.bench.mqtt.packet.Ack;
import dev.gangway.bench.mqtt.packet.Disconnect;
import dev.gangway.bench.mqtt.packet.PacketType;
import dev.gangway.bench.mqtt.packet.Publish;
import java.util.Optional;

/** Whether what was planned after CONNACK has happened. */
final class Steps {

    /** The lowest reason code of MQTT 5 that says that something failed (section 2.4). */
    static final int FIRST_FAILURE = 0x80;

    private Steps() {}

    static boolean allWorked(Findings findings) {
        if (findings.isDeviceApi()) {
            return DeviceApiRules.accepted(findings) && shown(findings);
        }
        return findings.accepted()
                && AuthenticationRules.worked(findings)
                && published(findings)
                && shown(findings)
                && (acknowledged(findings) || calm(findings));
    }

    /** Whether the planned publication was sent and, as its QoS asks, acknowledged. */
    static boolean published(Findings findings) {
        return findings.plan()
                .publication()
                .map(planned -> published(findings, planned))
                .orElse(true);
    }

    /** QoS 0 has no acknowledgement: the answer to the ping after it shows that the server still listens. */
    private static boolean published(Findings findings, Publication planned) {
        return switch (planned.qos()) {
            case 0 ->
                published(findings, 0) && calm(findings) && (findings.timedOut().isEmpty() || seen(findings));
            case 1 -> ack(findings, PacketType.PUBACK).isPresent();
            default -> ack(findings, PacketType.PUBCOMP).isPresent();
        };
    }

    private static boolean published(Findings findings, int qos) {
        return findings.timeline()
                .first(
                        Publish.class,
                        publish -> publish.isOut() && publish.detail().qos() == qos)
                .isPresent();
    }

    private static boolean acknowledged(Findings findings) {
        return findings.plan()
                .publication()
                .filter(planned -> planned.qos() > 0)
                .isPresent();
    }

    /**
     * Whether the server neither said goodbye nor hung up, said nothing that cannot be read, and did not leave a session
     * without an answer.
     */
    private static boolean calm(Findings findings) {
        return findings.hungUp().isEmpty()
                && findings.timeline()
                        .first(ForeignBytes.class, MatchedEvent::isIn)
                        .isEmpty()
                && (findings.plan().publication().isPresent()
                        || findings.timedOut().isEmpty())
                && findings.timeline()
                        .first(Disconnect.class, MatchedEvent::isIn)
                        .isEmpty();
    }

    private static boolean shown(Findings findings) {
        return findings.plan().publication().isEmpty()
                || findings.plan().readBack().isEmpty()
                || seen(findings);
    }

    private static boolean seen(Findings findings) {
        return findings.timeline()
                .first(ReadBackDone.class, done -> done.detail().seen())
                .isPresent();
    }

    /** An acknowledgement of this type from the server that reports no failure. */
    static Optional<MatchedEvent<Ack>> ack(Findings findings, PacketType type) {
        return findings.timeline()
                .first(
                        Ack.class,
                        ack -> ack.isIn()
                                && ack.detail().type() == type
                                && ack.detail().packetId() == Publication.PACKET_ID
                                && failure(ack.detail()).isEmpty());
    }

    /** The first code of an acknowledgement that reports a failure. */
    static Optional<Integer> failure(Ack ack) {
        return ack.codes().stream().filter(code -> code >= FIRST_FAILURE).findFirst();
    }
}
