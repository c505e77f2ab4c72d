package dev.gangway.bench.live;

import dev.gangway.background.Cancellation;
import dev.gangway.background.Deadline;
import dev.gangway.bench.engine.Attempt;
import dev.gangway.bench.engine.HangUpProbe;
import dev.gangway.bench.engine.ServerLookup;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.model.Judge;
import dev.gangway.bench.model.MqttMessage;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Publication;
import dev.gangway.bench.model.ServerFacts;
import dev.gangway.bench.mqtt.LiveListener;
import dev.gangway.bench.mqtt.LiveMqtt;
import dev.gangway.bench.mqtt.packet.Ack;
import dev.gangway.bench.mqtt.packet.Connack;
import dev.gangway.bench.tls.TlsEngine;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One live session. It ends once, and is not opened again; a fresh login may replace its connection. Its methods are for
 * any thread.
 */
public final class LiveSession implements AutoCloseable {
    private static final Duration LOOK_UP = Duration.ofSeconds(3);

    private final Optional<FreshLogin> login;
    private final TlsEngine tls;
    private final Judge judge;
    private final Watcher watcher;
    private final Timeline timeline;
    private final Cancellation cancellation = new Cancellation();
    private final Map<String, Integer> filters = new LinkedHashMap<>();

    /** Not a virtual thread: in a flood of messages reading never waits, and would keep the carrier from all others. */
    private final Thread thread =
            Thread.ofPlatform().daemon().name("gangway-live").unstarted(this::run);

    private volatile Plan plan;
    private volatile Ending ending;
    private volatile Optional<LiveMqtt> mqtt = Optional.empty();
    private volatile Optional<MqttOptions> renewed = Optional.empty();
    private volatile LiveState state = new LiveState.Connecting();
    private volatile boolean leaving;

    LiveSession(Plan plan, Optional<FreshLogin> login, TlsEngine tls, Judge judge, Watcher watcher) {
        this.plan = plan.proving(Optional.empty(), Optional.empty());
        this.login = login;
        this.tls = tls;
        this.judge = judge;
        this.watcher = watcher;
        this.ending = new Ending(judge);
        this.timeline = Timeline.endless(this::happened);
    }

    void start() {
        thread.start();
    }

    /** How far it is. */
    public LiveState state() {
        return state;
    }

    /** The beginning and the newest events. */
    public List<Event> events() {
        return timeline.events();
    }

    /** Number of events in between that were let go. */
    public long dropped() {
        return timeline.dropped();
    }

    /**
     * Publishes; does nothing where the session is not connected. Blocks while 1,000 messages are under way, so it is not
     * for the UI thread.
     */
    public void publish(MqttMessage message) {
        mqtt.ifPresent(session -> session.publish(message));
    }

    /** Subscribes, also again after the login was renewed. */
    public void subscribe(String filter, int qos) {
        synchronized (filters) {
            filters.put(filter, qos);
        }
        mqtt.ifPresent(session -> session.subscribe(filter, qos));
    }

    /** Ends a subscription. */
    public void unsubscribe(String filter) {
        synchronized (filters) {
            filters.remove(filter);
        }
        mqtt.ifPresent(session -> session.unsubscribe(filter));
    }

    /** Says goodbye where the session stands, and cuts it off where it does not; returns at once. */
    public void leave() {
        leaving = true;
        mqtt.ifPresentOrElse(LiveMqtt::disconnect, cancellation::cancel);
    }

    /** Waits for the end; true where it came within this time. */
    public boolean await(Duration atMost) throws InterruptedException {
        return thread.join(atMost);
    }

    /** Cuts the connection off at once. */
    @Override
    public void close() {
        leaving = true;
        cancellation.cancel();
    }

    private void happened(Event event) {
        ending.add(event);
        watcher.event(event);
    }

    private void run() {
        enter(new LiveState.Connecting());
        Optional<Renewal> renewal = login.map(
                source -> new Renewal(source, () -> plan.mqtt(), this::renew, watcher::problem, cancellation));
        renewal.ifPresent(Renewal::start);
        connect();
        while (renewed.isPresent() && !leaving) {
            plan = plan.withMqtt(renewed.get());
            renewed = Optional.empty();
            ending = new Ending(judge);
            enter(new LiveState.Connecting());
            connect();
        }
        renewal.ifPresent(Renewal::close);
        enter(end());
    }

    private void connect() {
        mqtt = Optional.empty();
        Deadline deadline = Deadline.in(plan.deadline());
        new Attempt(
                        plan,
                        tls,
                        timeline,
                        deadline,
                        cancellation,
                        (wire, in, out) -> new LiveMqtt(wire, in, out, plan.mqtt(), timeline, new Heard()).hold())
                .run();
        if (!leaving && state instanceof LiveState.Connecting) {
            HangUpProbe.note(plan, tls, timeline, deadline, cancellation);
        }
    }

    private LiveState end() {
        Optional<LiveMqtt> last = mqtt;
        mqtt = Optional.empty();
        if (leaving) {
            return last.isPresent() ? new LiveState.Left() : new LiveState.Cancelled();
        }
        Optional<ServerFacts> facts = ServerLookup.ask(plan, timeline, Deadline.in(LOOK_UP), cancellation);
        return ending.explain(plan, last.map(LiveMqtt::open).orElse(List.of()), facts)
                .<LiveState>map(LiveState.Lost::new)
                .orElseGet(LiveState.Left::new);
    }

    private void enter(LiveState next) {
        state = next;
        watcher.state(next);
    }

    /** With enhanced authentication within the session, otherwise with a new connection. */
    private void renew(MqttOptions fresh) {
        Optional<LiveMqtt> session = mqtt;
        if (isSame(fresh, plan.mqtt())) {
            return;
        }
        if (fresh.authentication().isPresent() && session.isPresent()) {
            plan = plan.withMqtt(fresh);
            session.get().authenticateAgain(fresh.authentication().get());
        } else {
            renewed = Optional.of(fresh);
            session.ifPresent(LiveMqtt::disconnect);
        }
    }

    private static boolean isSame(MqttOptions fresh, MqttOptions inUse) {
        return fresh.userName().equals(inUse.userName())
                && fresh.password().equals(inUse.password())
                && fresh.authentication().equals(inUse.authentication());
    }

    /** What the connection in use tells. */
    private final class Heard implements LiveListener {
        @Override
        public void connected(LiveMqtt session, Connack connack) {
            mqtt = Optional.of(session);
            synchronized (filters) {
                filters.forEach(session::subscribe);
            }
            enter(new LiveState.Connected(connack));
            if (leaving) {
                session.disconnect();
            }
        }

        @Override
        public void received(Publication message) {
            watcher.received(message);
        }

        @Override
        public void acknowledged(Publication message, Ack acknowledgement) {
            if (acknowledgement.isRefusal()) {
                ending.explain(plan, message, acknowledgement).ifPresent(watcher::problem);
            } else {
                watcher.delivered(message);
            }
        }

        @Override
        public void subscribed(String filter, Ack acknowledgement) {
            if (acknowledgement.isRefusal()) {
                synchronized (filters) {
                    filters.remove(filter);
                }
                Publication standIn = new Publication(filter, new byte[0], 1);
                watcher.unsubscribed(filter);
                ending.explain(plan, standIn, acknowledgement).ifPresent(watcher::problem);
            } else {
                watcher.subscribed(filter, acknowledgement.codes().getFirst());
            }
        }

        @Override
        public void unsubscribed(String filter) {
            watcher.unsubscribed(filter);
        }
    }
}
