package dev.gangway.bench.engine;

import dev.gangway.background.Cancellation;
import dev.gangway.background.Deadline;
import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.Message;
import dev.gangway.bench.event.NetDetail;
import dev.gangway.bench.event.NetDetail.Ending;
import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.model.Capture;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Proxy;
import dev.gangway.bench.model.Wire;
import dev.gangway.bench.net.Dialer;
import dev.gangway.bench.net.Resolver;
import dev.gangway.bench.net.TracedSocket;
import dev.gangway.bench.net.Tunnel;
import dev.gangway.bench.net.WebSocket;
import dev.gangway.bench.tls.IdentityCheck;
import dev.gangway.bench.tls.TlsEngine;
import dev.gangway.bench.tls.TlsLink;
import dev.gangway.secret.Secret;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** One connection by the plan, from name resolution to its end. For one connection and one thread. */
public final class Attempt {
    private final Plan plan;
    private final TlsEngine engine;
    private final Timeline timeline;
    private final Deadline deadline;
    private final Cancellation cancellation;
    private final Conversation talk;
    private Optional<Capture> capture = Optional.empty();

    /**
     * One that has not begun.
     *
     * @param timeline receives what happens
     * @param deadline for all of it
     * @param talk what is said where the connection stands
     */
    public Attempt(
            Plan plan,
            TlsEngine engine,
            Timeline timeline,
            Deadline deadline,
            Cancellation cancellation,
            Conversation talk) {
        this.plan = plan;
        this.engine = engine;
        this.timeline = timeline;
        this.deadline = deadline;
        this.cancellation = cancellation;
        this.talk = talk;
    }

    /** Goes as far as it gets; the timeline tells how far that was. */
    public void run() {
        Endpoint endpoint = plan.endpoint();
        if (endpoint.transport().isSecure()) {
            plan.tls().identity().ifPresent(identity -> IdentityCheck.note(identity, plan.clock(), timeline));
        }
        Optional<TracedSocket> dialed = dial(endpoint);
        if (dialed.isEmpty()) {
            return;
        }
        try (TracedSocket wire = dialed.get()) {
            Secret keyLog = Secret.of("");
            if (plan.conditions().wire().header() == Wire.Header.AHEAD) {
                ProxyHeader.send(wire, wire.out(), timeline);
            }
            if (throughProxy(wire)) {
                if (endpoint.transport().isSecure()) {
                    String name = plan.tls().expectedName(endpoint.host());
                    TlsLink link = engine.link(wire, name, plan.tls(), plan.clock(), timeline);
                    secured(wire, link);
                    keyLog = link.keyLog();
                } else {
                    carried(wire, wire.in(), wire.out());
                }
            }
            noteEnding(wire);
            wire.push();
            capture =
                    Optional.of(new Capture(Capture.Carrier.TCP, wire.local(), wire.remote(), wire.segments(), keyLog));
        }
    }

    private Optional<TracedSocket> dial(Endpoint endpoint) {
        String host = plan.proxy().map(Proxy::host).orElse(endpoint.host());
        int port = plan.proxy().map(Proxy::port).orElse(endpoint.port());
        Wire how = plan.conditions().wire();
        List<InetAddress> addresses = Resolver.resolve(host, deadline, cancellation, timeline).stream()
                .filter(address ->
                        how.family().map(family -> family.has(address)).orElse(true))
                .toList();
        Optional<TracedSocket> dialed = Dialer.dial(addresses, port, deadline, cancellation, timeline);
        if (how.smallPackets()) {
            dialed.ifPresent(wire -> wire.sendAtMost(Wire.SMALL));
        }
        return dialed;
    }

    private boolean throughProxy(TracedSocket wire) {
        return plan.proxy()
                .map(proxy -> Tunnel.open(wire, proxy, plan.endpoint(), timeline))
                .orElse(true);
    }

    /** The bytes on the wire, where there was a connection. */
    public Optional<Capture> capture() {
        return capture;
    }

    private void secured(TracedSocket wire, TlsLink link) {
        if (link.handshake()) {
            carried(wire, link.in(), link.out());
            link.close();
        }
        if (wire.ending().isPresent()) {
            link.noteBroken();
        }
    }

    private void carried(TracedSocket wire, InputStream in, OutputStream out) {
        if (plan.conditions().wire().header() == Wire.Header.WITHIN_TLS) {
            ProxyHeader.send(wire, out, timeline);
        }
        if (!plan.endpoint().transport().isWebSocket()) {
            talk.hold(wire, in, out);
            return;
        }
        String protocol = plan.mqtt().version() == MqttOptions.Version.V3_1 ? "mqttv3.1" : "mqtt";
        WebSocket.open(in, out, plan.endpoint(), protocol, timeline)
                .ifPresent(socket -> talk.hold(wire, socket.in(), socket.out()));
    }

    private void noteEnding(TracedSocket wire) {
        Ending ending = wire.ending().orElse(Ending.BY_US);
        Direction direction = ending == Ending.EOF || ending == Ending.RESET ? Direction.IN : Direction.NONE;
        String words = switch (ending) {
            case EOF -> "closed by the server";
            case RESET -> "reset by the server";
            case TIMEOUT -> "gave up waiting";
            case CANCELLED -> "cancelled";
            case BY_US -> "closed by us";
        };
        timeline.add(Layer.TCP, direction, Message.of("Closed", words, new NetDetail.Closed(ending)));
    }
}
