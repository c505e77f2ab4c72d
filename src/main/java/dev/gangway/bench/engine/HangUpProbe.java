package dev.gangway.bench.engine;

import dev.gangway.background.Cancellation;
import dev.gangway.background.Deadline;
import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.NetDetail;
import dev.gangway.bench.event.NetDetail.Ending;
import dev.gangway.bench.event.ProbeDetail;
import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.event.TlsDetail;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.net.Dialer;
import dev.gangway.bench.net.TracedSocket;
import dev.gangway.bench.tls.TlsEngine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Second, short connections after a server hung up without a word, for what nothing else can tell. Does it hang up on
 * those, too, who say nothing at all? Then it was no answer to what we said. And where plain MQTT or HTTP was hung up on:
 * does the port speak TLS? Netty, and so ThingsBoard, closes without an alert then.
 */
public final class HangUpProbe {
    private static final Duration SHORT = Duration.ofSeconds(2);

    /** A server that hangs up on everybody does so within a round trip. */
    private static final Duration SILENCE = Duration.ofSeconds(1);

    private final Plan plan;
    private final TlsEngine engine;
    private final Timeline timeline;
    private final Deadline deadline;
    private final Cancellation cancellation;

    private HangUpProbe(Plan plan, TlsEngine engine, Timeline timeline, Deadline deadline, Cancellation cancellation) {
        this.plan = plan;
        this.engine = engine;
        this.timeline = timeline;
        this.deadline = deadline;
        this.cancellation = cancellation;
    }

    /** Notes the answers, where the timeline raises the questions; no credential is sent. */
    public static void note(
            Plan plan, TlsEngine engine, Timeline timeline, Deadline deadline, Cancellation cancellation) {
        if (plan.proxy().isEmpty() && !deadline.hasPassed() && hungUpWithoutAWord(timeline.events())) {
            connected(timeline.events())
                    .ifPresent(server -> new HangUpProbe(plan, engine, timeline, deadline, cancellation).note(server));
        }
    }

    private void note(InetSocketAddress server) {
        boolean hungUp = hangsUpOnSilence(server);
        timeline.note(
                Layer.TCP,
                "Probe silence",
                hungUp ? "the server hangs up before anything is sent" : "the server waits for what is sent",
                new ProbeDetail.SilenceProbed(hungUp));
        Endpoint.Transport transport = plan.endpoint().transport();
        boolean plain = transport == Endpoint.Transport.TCP || transport == Endpoint.Transport.HTTP;
        if (plain && !hungUp && !deadline.hasPassed() && !cancellation.isCancelled()) {
            boolean answered = answersTls(server);
            timeline.note(
                    Layer.TLS,
                    "Probe TLS",
                    answered ? "the port speaks TLS" : "the port does not speak TLS",
                    new ProbeDetail.TlsProbed(answered));
        }
    }

    private boolean hangsUpOnSilence(InetSocketAddress server) {
        Timeline aside = new Timeline(event -> {});
        Optional<TracedSocket> dialed = dial(server, SILENCE, aside);
        if (dialed.isEmpty()) {
            return has(
                    aside.events(),
                    event -> event.detail() instanceof NetDetail.TcpFailed failed
                            && failed.fault() == NetDetail.TcpFault.RESET);
        }
        try (TracedSocket wire = dialed.get()) {
            wire.in().read();
        } catch (IOException e) {
            // the wire remembers how it ended
        }
        return dialed.get()
                .ending()
                .filter(how -> how == Ending.EOF || how == Ending.RESET)
                .isPresent();
    }

    private boolean answersTls(InetSocketAddress server) {
        Timeline aside = new Timeline(event -> {});
        dial(server, SHORT, aside).ifPresent(dialed -> {
            try (TracedSocket wire = dialed) {
                engine.link(wire, plan.endpoint().host(), TlsOptions.trusting(List.of()), plan.clock(), aside)
                        .handshake();
            }
        });
        return has(
                aside.events(),
                event -> event.direction() == Direction.IN
                        && (event.detail() instanceof TlsDetail.ServerHello
                                || event.detail() instanceof TlsDetail.Alert));
    }

    private Optional<TracedSocket> dial(InetSocketAddress server, Duration atMost, Timeline aside) {
        return Dialer.dial(
                List.of(server.getAddress()), server.getPort(), deadline.orEarlier(atMost), cancellation, aside);
    }

    private static boolean hungUpWithoutAWord(List<Event> events) {
        return has(
                        events,
                        event -> event.detail() instanceof NetDetail.Closed(Ending ending)
                                && (ending == Ending.EOF || ending == Ending.RESET))
                && !has(events, event -> event.direction() == Direction.IN && event.layer() != Layer.TCP);
    }

    private static boolean has(List<Event> events, Predicate<Event> condition) {
        return events.stream().anyMatch(condition);
    }

    private static Optional<InetSocketAddress> connected(List<Event> events) {
        for (Event event : events) {
            if (event.detail() instanceof NetDetail.TcpConnected(String address, int port)) {
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
