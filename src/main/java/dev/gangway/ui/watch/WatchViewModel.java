package dev.gangway.ui.watch;

import dev.gangway.background.Background;
import dev.gangway.background.Newest;
import dev.gangway.bench.live.LiveState;
import dev.gangway.bench.model.MqttMessage;
import dev.gangway.bench.model.Plan;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.server.DeviceInterface;
import dev.gangway.ui.kit.Connection;
import dev.gangway.ui.kit.TestSubject;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What the screen of a live session shows and does. For the UI thread alone; the session has threads of its own. What
 * comes from it is shown when the view draws its next frame.
 */
public final class WatchViewModel {
    private final WatchWork work;
    private final Background background;
    private final ShownPackets packets = new ShownPackets(this::open);
    private final ObservableList<Subscription> subscriptions = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<TestSubject>> subject = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<WatchState> state = new ReadOnlyObjectWrapper<>(new WatchState.Empty());
    private final ReadOnlyObjectWrapper<Optional<DeviceInterface>> server =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Runnable onNews = () -> {};
    private final ReadOnlyObjectWrapper<Optional<Diagnosis>> problem =
            new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());
    private Optional<String> lastCall = Optional.empty();
    private Optional<OpenSession> open = Optional.empty();
    private final Newest choosing = new Newest();
    private final Newest preparing = new Newest();
    private Optional<Plan> given = Optional.empty();
    private boolean wanted;

    /** Creates one without a connection. */
    public WatchViewModel(WatchWork work, Background background) {
        this.work = work;
        this.background = background;
    }

    /** Whom to tell that there is something to draw. */
    public void onNews(Runnable listener) {
        onNews = listener;
    }

    /** What was refused while the session goes on; the next thing that is asked for takes it away. */
    public ReadOnlyObjectProperty<Optional<Diagnosis>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Who connects, where that was chosen. */
    public ReadOnlyObjectProperty<Optional<TestSubject>> subject() {
        return subject.getReadOnlyProperty();
    }

    /** Whether a device connects other than it is stored. */
    public boolean isChanged() {
        return given.isPresent() && subject.get().orElse(null) instanceof TestSubject.OfDevice;
    }

    /** How devices talk to the server of the session, once one was opened. */
    public ReadOnlyObjectProperty<Optional<DeviceInterface>> server() {
        return server.getReadOnlyProperty();
    }

    /** The name that a device has on its server, or the client id of a session that belongs to none. */
    String clientName() {
        return switch (subject.get().orElse(null)) {
            case TestSubject.OfDevice(Device device) -> device.name();
            case TestSubject.AdHoc _ ->
                given.map(plan -> plan.mqtt().clientId()).orElse("");
            case null -> "";
        };
    }

    /** How far it is. */
    public ReadOnlyObjectProperty<WatchState> state() {
        return state.getReadOnlyProperty();
    }

    /** The packets of the session that can be looked at. */
    ShownPackets packets() {
        return packets;
    }

    /** What was subscribed to. */
    public ObservableList<Subscription> subscriptions() {
        return subscriptions;
    }

    /** The topic of the last call of the server, where there was one. */
    public Optional<String> lastCall() {
        return lastCall;
    }

    /** Puts a device on the screen as it is stored, and leaves the session of anybody else. */
    public void show(Device device) {
        show(new TestSubject.OfDevice(device), Optional.empty());
    }

    /**
     * Reads a device that is to come onto the screen; the session of anybody else is left when it is there.
     *
     * @param reading blocks, off the UI thread; empty where the device is gone
     */
    public void await(Supplier<Optional<Device>> reading) {
        background.work(_ -> reading.get()).in(choosing).start(found -> found.ifPresent(this::show), why -> {
            close();
            state.set(new WatchState.Blocked(why));
        });
    }

    /** Puts a connection on the screen, and leaves another session. */
    public void show(Connection connection) {
        show(connection.subject(), connection.plan());
    }

    /** Leaves out what was changed of how the device connects. */
    public void asStored() {
        if (subject.get().orElse(null) instanceof TestSubject.OfDevice(Device device)) {
            show(device);
        }
    }

    /** Who connects and how, where anybody does. */
    public Optional<Connection> connection() {
        return subject.get().map(who -> new Connection(who, given));
    }

    /**
     * Opens a session, as soon as it is known how; does nothing where one is open, or without a connection. A device is
     * asked afresh how it connects, unless that was changed.
     */
    public void connect() {
        if (state.get() instanceof WatchState.Preparing) {
            wanted = true;
        } else if (state.get().canConnect()) {
            prepare(this::start);
        }
    }

    /** Says goodbye, or gives up preparing. */
    public void disconnect() {
        if (state.get() instanceof WatchState.Preparing) {
            preparing.cancel();
            wanted = false;
            state.set(new WatchState.Ready(Optional.empty()));
        } else {
            open.ifPresent(OpenSession::leave);
        }
    }

    /** Cuts everything off: the vault is being locked, or another connection chosen. */
    public void close() {
        preparing.cancel();
        wanted = false;
        open.ifPresent(OpenSession::close);
        open = Optional.empty();
        problem.set(Optional.empty());
        subscriptions.clear();
        lastCall = Optional.empty();
    }

    /** Subscribes. */
    public void subscribe(String filter, int qos) {
        connected().ifPresent(session -> {
            put(new Subscription(filter, -1));
            session.subscribe(filter, qos);
        });
    }

    /** Ends a subscription. */
    public void unsubscribe(String filter) {
        connected().ifPresent(session -> session.unsubscribe(filter));
    }

    /** Publishes. */
    public void publish(MqttMessage message) {
        connected()
                .ifPresent(session -> background
                        .work(cancellation -> {
                            session.publish(message);
                            return message;
                        })
                        .start(sent -> {}, this::refused));
    }

    private void refused(Diagnosis why) {
        problem.set(Optional.of(why));
    }

    private Optional<OpenSession> open() {
        return open;
    }

    private Optional<OpenSession> connected() {
        problem.set(Optional.empty());
        return open.filter(session -> state.get().isConnected());
    }

    private void show(TestSubject chosen, Optional<Plan> changed) {
        if (subject.get().filter(chosen::equals).isPresent()
                && given.equals(changed)
                && state.get().isOpen()) {
            return;
        }
        close();
        given = changed;
        subject.set(Optional.of(chosen));
        packets.reset();
        prepare(this::ready);
    }

    private void ready(Plan plan) {
        if (wanted) {
            start(plan);
        } else {
            state.set(new WatchState.Ready(Optional.of(plan)));
        }
    }

    private void prepare(Consumer<Plan> then) {
        if (given.isPresent()) {
            then.accept(given.get());
        } else if (subject.get().orElse(null) instanceof TestSubject.OfDevice(Device device)) {
            state.set(new WatchState.Preparing());
            background
                    .attempt(cancellation -> work.plan(device, cancellation))
                    .in(preparing)
                    .start(then, why -> state.set(new WatchState.Blocked(why)));
        }
    }

    private void start(Plan plan) {
        close();
        packets.clear();
        OpenSession session = new OpenSession(background, ShownPackets.MOST, () -> onNews.run(), new Heard(plan));
        open = Optional.of(session);
        state.set(new WatchState.Live(plan, new LiveState.Connecting()));
        TestSubject its = subject.get().orElseThrow();
        background
                .work(cancellation -> {
                    DeviceInterface talk = work.server(its);
                    background.onUi(() -> server.set(Optional.of(talk)));
                    session.listenFor(talk.calls());
                    session.attach(work.open(its, plan, session));
                    return session;
                })
                .noted("live session", _ -> "begun")
                .start(opened -> {}, why -> {
                    if (open.filter(session::equals).isPresent()) {
                        close();
                        state.set(new WatchState.Blocked(why));
                    }
                });
    }

    private void put(Subscription changed) {
        subscriptions.removeIf(known -> known.filter().equals(changed.filter()));
        subscriptions.add(changed);
    }

    /** What the session in use tells. */
    private final class Heard implements OpenSession.Told {
        private final Plan plan;

        Heard(Plan plan) {
            this.plan = plan;
        }

        @Override
        public void state(LiveState now) {
            state.set(new WatchState.Live(plan, now));
        }

        @Override
        public void subscribed(Subscription subscription) {
            put(subscription);
        }

        @Override
        public void unsubscribed(String filter) {
            subscriptions.removeIf(known -> known.filter().equals(filter));
        }

        @Override
        public void called(String topic) {
            lastCall = Optional.of(topic);
        }

        @Override
        public void problem(Diagnosis diagnosis) {
            refused(diagnosis);
        }
    }
}
