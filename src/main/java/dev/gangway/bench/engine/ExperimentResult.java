package dev.gangway.bench.engine;

import dev.gangway.bench.causes.Experiment;
import dev.gangway.bench.causes.Reached;
import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.NetDetail;
import dev.gangway.bench.event.NetDetail.Ending;
import dev.gangway.bench.event.ProbeDetail.Experimented;
import dev.gangway.bench.event.TlsDetail;
import dev.gangway.bench.mqtt.packet.Ack;
import dev.gangway.bench.mqtt.packet.Connack;
import dev.gangway.bench.mqtt.packet.Disconnect;
import dev.gangway.bench.mqtt.packet.MqttPacket;
import dev.gangway.bench.mqtt.packet.PacketType;
import dev.gangway.bench.mqtt.packet.Publish;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** How far a further connection got, from what was seen of it. */
final class ExperimentResult {
    /** Alerts that end a connection politely: close_notify and user_canceled. */
    private static final List<Integer> POLITE = List.of(0, 90);

    private ExperimentResult() {}

    static Experimented of(Experiment experiment, List<Event> events) {
        boolean onlyTls = experiment == Experiment.WITH_TLS || experiment == Experiment.WITH_SMALL_HELLO;
        if (onlyTls && in(events, TlsDetail.ServerHello.class, _ -> true).isPresent()) {
            return new Experimented(experiment, Reached.ANSWERED, 0);
        }
        Optional<Connack> connack = in(events, Connack.class, _ -> true);
        if (connack.isPresent()) {
            int code = connack.get().code();
            return code == 0 ? accepted(experiment, events) : new Experimented(experiment, Reached.REFUSED, code);
        }
        Optional<Disconnect> goodbye = in(events, Disconnect.class, _ -> true);
        if (goodbye.isPresent()) {
            return new Experimented(experiment, Reached.REFUSED, goodbye.get().code());
        }
        Optional<TlsDetail.Alert> alert = events.stream()
                .map(Event::detail)
                .filter(TlsDetail.Alert.class::isInstance)
                .map(TlsDetail.Alert.class::cast)
                .filter(one -> !POLITE.contains(one.code()))
                .findFirst();
        if (alert.isPresent()) {
            return new Experimented(experiment, Reached.TLS_REFUSED, alert.get().code());
        }
        return new Experimented(experiment, without(experiment, events), 0);
    }

    /** What became of the message, where one was sent, or of the session without one. */
    private static Experimented accepted(Experiment experiment, List<Event> events) {
        Optional<Integer> qos = events.stream()
                .filter(event -> event.direction() == Direction.OUT)
                .map(Event::detail)
                .filter(Publish.class::isInstance)
                .map(detail -> ((Publish) detail).qos())
                .findFirst();
        if (qos.isEmpty() && experiment != Experiment.WITHOUT_MESSAGE) {
            return new Experimented(experiment, Reached.ACCEPTED, 0);
        }
        Optional<Integer> refusal = in(events, Ack.class, Ack::isRefusal)
                .map(ack -> ack.codes().stream().reduce(0, Math::max))
                .or(() -> in(events, Disconnect.class, _ -> true).map(Disconnect::code));
        if (refusal.isPresent()) {
            return new Experimented(experiment, Reached.MESSAGE_REFUSED, refusal.get());
        }
        boolean wentOn = qos.map(level -> switch (level) {
                    case 0 -> in(events, MqttPacket.Ping.class, _ -> true).isPresent();
                    case 1 -> acknowledged(events, PacketType.PUBACK);
                    default -> acknowledged(events, PacketType.PUBCOMP);
                })
                .orElseGet(() -> !hungUp(events));
        return new Experimented(experiment, wentOn ? Reached.WENT_ON : Reached.ACCEPTED, 0);
    }

    private static boolean acknowledged(List<Event> events, PacketType type) {
        return in(events, Ack.class, ack -> ack.type() == type).isPresent();
    }

    /** The server ended the connection: the wire, or TLS in good order. */
    private static boolean hungUp(List<Event> events) {
        return in(events, TlsDetail.Alert.class, alert -> POLITE.contains(alert.code()))
                        .isPresent()
                || events.stream()
                        .anyMatch(event -> event.detail() instanceof NetDetail.Closed(Ending ending)
                                && (ending == Ending.EOF || ending == Ending.RESET));
    }

    private static Reached without(Experiment experiment, List<Event> events) {
        if (!has(events, NetDetail.TcpConnected.class)) {
            return Reached.NOT_CONNECTED;
        }
        if (in(events, NetDetail.ForeignBytes.class, _ -> true).isPresent()) {
            return Reached.FOREIGN;
        }
        if (experiment != Experiment.SAY_NOTHING && has(events, TlsDetail.HandshakeComplete.class)) {
            return Reached.TLS_STANDS;
        }
        boolean silent = events.stream()
                .anyMatch(event -> event.detail() instanceof NetDetail.Closed(Ending ending)
                        && (ending == Ending.TIMEOUT || ending == Ending.BY_US));
        return silent && !hungUp(events) ? Reached.SILENT : Reached.HUNG_UP;
    }

    private static boolean has(List<Event> events, Class<? extends Detail> kind) {
        return events.stream().anyMatch(event -> kind.isInstance(event.detail()));
    }

    private static <D extends Detail> Optional<D> in(List<Event> events, Class<D> kind, Predicate<D> condition) {
        return events.stream()
                .filter(event -> event.direction() == Direction.IN)
                .map(Event::detail)
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(condition)
                .findFirst();
    }
}
