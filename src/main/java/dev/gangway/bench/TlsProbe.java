package dev.gangway.bench;

import dev.gangway.background.Cancellation;
import dev.gangway.background.Deadline;
import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.Detail.Ending;
import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.net.Dialer;
import dev.gangway.bench.net.Wire;
import dev.gangway.bench.tls.TlsEngine;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A second, short connection after a server hung up on plain MQTT or HTTP without a word: does the port speak TLS? Netty, and
 * so ThingsBoard, closes without an alert then, and nothing else tells the two cases apart.
 */
public final class TlsProbe {
    private static final Duration SHORT = Duration.ofSeconds(2);

    private TlsProbe() {}

    /** Notes the answer, where the timeline raises the question; no credential is sent. */
    public static void note(
            Plan plan, TlsEngine engine, Timeline timeline, Deadline deadline, Cancellation cancellation) {
        Endpoint.Transport transport = plan.endpoint().transport();
        boolean straight = (transport == Endpoint.Transport.TCP || transport == Endpoint.Transport.HTTP)
                && plan.proxy().isEmpty();
        if (!straight || deadline.hasPassed() || !hungUpOnConnect(timeline.events())) {
            return;
        }
        connected(timeline.events()).ifPresent(server -> {
            boolean answered = ask(server, plan, engine, deadline.orEarlier(SHORT), cancellation);
            timeline.note(
                    Layer.TLS,
                    "Probe TLS",
                    answered ? "the port speaks TLS" : "the port does not speak TLS",
                    new Detail.TlsProbed(answered));
        });
    }

    private static boolean ask(
            InetSocketAddress server, Plan plan, TlsEngine engine, Deadline deadline, Cancellation cancellation) {
        Timeline aside = new Timeline(event -> {});
        Optional<Wire> dialed =
                Dialer.dial(List.of(server.getAddress()), server.getPort(), deadline, cancellation, aside);
        if (dialed.isEmpty()) {
            return false;
        }
        try (Wire wire = dialed.get()) {
            engine.link(wire, plan.endpoint().host(), TlsOptions.trusting(List.of()), plan.clock(), aside)
                    .handshake();
        }
        return has(
                aside.events(),
                event -> event.direction() == Direction.IN
                        && (event.detail() instanceof Detail.ServerHello || event.detail() instanceof Detail.Alert));
    }

    private static boolean hungUpOnConnect(List<Event> events) {
        return has(
                        events,
                        event -> event.detail() instanceof Detail.Connect
                                || event.detail() instanceof Detail.HttpRequested)
                && !has(
                        events,
                        event -> (event.layer() == Layer.MQTT || event.layer() == Layer.HTTP)
                                && event.direction() == Direction.IN)
                && has(
                        events,
                        event -> event.detail() instanceof Detail.Closed(Ending ending)
                                && (ending == Ending.EOF || ending == Ending.RESET));
    }

    private static boolean has(List<Event> events, Predicate<Event> condition) {
        return events.stream().anyMatch(condition);
    }

    private static Optional<InetSocketAddress> connected(List<Event> events) {
        for (Event event : events) {
            if (event.detail() instanceof Detail.TcpConnected(String address, int port)) {
                try {
                    return Optional.of(new InetSocketAddress(InetAddress.getByName(address), port));
                } catch (UnknownHostException e) {
                    return Optional.empty(); // it is an address, so this does not happen
                }
            }
        }
        return Optional.empty();
    }
}
