package dev.gangway.ui.watch;

import atlantafx.base.theme.Styles;
import dev.gangway.bench.live.LiveState;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Evidence.Place;
import dev.gangway.diagnosis.Remedy;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.Connection;
import dev.gangway.ui.kit.DiagnosisPanel;
import dev.gangway.ui.kit.Dialogs;
import dev.gangway.ui.kit.EmptyState;
import dev.gangway.ui.kit.FittingScroll;
import dev.gangway.ui.kit.Focus;
import dev.gangway.ui.kit.Handover;
import dev.gangway.ui.kit.Key;
import dev.gangway.ui.kit.Navigator;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.kit.Screen;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.Shortcut;
import dev.gangway.ui.kit.StyleSheets;
import dev.gangway.ui.kit.TestSubject;
import dev.gangway.ui.kit.VerdictBanner;
import dev.gangway.ui.kit.adhoc.AdHocPanel;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A session kept open, as a device or as nobody in particular: every packet as it comes and goes, messages by hand, and why the session ended. */
public final class WatchScreen implements Screen {
    /** Of the width; in a small window the packets need it more. */
    private static final double SIDE_SHARE = 0.32;

    private static final double NARROWEST_SIDE = 290;
    private static final double WIDEST_SIDE = 336;

    private final ScreenContext around;
    private final Words words;
    private final WatchViewModel watch;
    private final Function<UUID, Optional<Device>> devices;
    private final AdHocPanel adHoc;
    private final Handover handover;
    private final Button connect = new Button();
    private final Button disconnect = new Button();
    private final VerdictBanner banner = new VerdictBanner(disconnect, connect);
    private final PacketsCard packets;
    private final PublishCard publish;
    private final DiagnosisPanel diagnosis;
    private final Card cause;
    private final Frames frames;
    private final StackPane root = new StackPane();
    private boolean warned;

    /**
     * Makes the screen.
     *
     * @param devices finds a device by its id; blocks
     * @param adHoc asks for connections that belong to no device
     * @param handover connections from and to the test bench
     */
    public WatchScreen(
            ScreenContext around,
            WatchWork work,
            Function<UUID, Optional<Device>> devices,
            AdHocPanel adHoc,
            Handover handover) {
        this.around = around;
        this.devices = devices;
        this.adHoc = adHoc;
        this.handover = handover;
        words = around.words();
        watch = new WatchViewModel(work, around.background());
        packets = new PacketsCard(words, watch, around.clipboard());
        publish = new PublishCard(words, watch);
        diagnosis = new DiagnosisPanel(words, this::see, this::fix);
        cause = new Card(words.get("watch.cause"), Card.padded(diagnosis));
        cause.managedProperty().bind(cause.visibleProperty());
        frames = new Frames(watch, packets::drawn);
        connect.setId("connect");
        connect.getStyleClass().add(Styles.ACCENT);
        connect.setOnAction(_ -> connect());
        disconnect.setId("disconnect");
        disconnect.setText(Key.STOP.on(words, words.get("watch.disconnect")));
        disconnect.setOnAction(_ -> watch.disconnect());
        watch.state().addListener(_ -> refresh());
        watch.subject().addListener(_ -> refresh());
        root.getChildren().setAll(content(), empty());
        refresh();
    }

    @Override
    public String id() {
        return Navigator.WATCH;
    }

    @Override
    public String title() {
        return words.get("watch.title");
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void shown() {
        frames.visible(true);
        handover.take().ifPresent(this::stay);
        if (connect.isVisible()) {
            connect.requestFocus();
        } else {
            Focus.moveInto(root);
        }
    }

    @Override
    public void hidden() {
        frames.visible(false);
    }

    @Override
    public void select(String subject) {
        UUID id = UUID.fromString(subject);
        watch.await(() -> devices.apply(id));
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(
                Shortcut.of(Key.LIVE, words.get("watch.connect"), this::connect),
                Shortcut.free(Key.WITHOUT_DEVICE, words.get("watch.ad-hoc"), this::connectWithoutDevice),
                Shortcut.of(Key.SEND, words.get("watch.publish"), publish::publish),
                Shortcut.of(Key.PAUSE, words.get("watch.pause"), packets::togglePause),
                Shortcut.free(Key.FIND, words.get("watch.filter"), packets::focusFilter),
                Shortcut.of(Key.STOP, words.get("watch.disconnect"), watch::disconnect));
    }

    @Override
    public void close() {
        frames.visible(false);
        frames.stop();
        watch.close();
    }

    private void connectWithoutDevice() {
        adHoc.open(AdHocPanel.Purpose.STAY, this::stay);
    }

    private void stay(Connection connection) {
        watch.show(connection);
        agreed(watch::connect);
    }

    private void connect() {
        if (watch.state().get().canConnect()) {
            agreed(watch::connect);
        }
    }

    /** Once an unlocked vault: people have to know that this ends the device's own session. */
    private void agreed(Runnable connect) {
        if (warned || watch.subject().get().orElse(null) instanceof TestSubject.AdHoc) {
            connect.run();
            return;
        }
        around.dialogs()
                .ask(
                        new Dialogs.Question(
                                words.get("watch.warning.title"),
                                words.get("watch.warning.text"),
                                words.get("watch.connect"),
                                false),
                        () -> {
                            warned = true;
                            connect.run();
                        });
    }

    private void refresh() {
        WatchState state = watch.state().get();
        WatchWords said = WatchWords.of(state, watch.subject().get(), words);
        banner.show(said.level(), said.sentence(), said.facts());
        boolean again = state instanceof WatchState.Live || state instanceof WatchState.Blocked;
        connect.setText(Key.LIVE.on(words, words.get(again ? "watch.reconnect" : "watch.connect")));
        show(connect, state.canConnect());
        show(disconnect, state.isOpen());
        Optional<Diagnosis> why = why(state);
        cause.setVisible(why.isPresent());
        why.ifPresent(its -> diagnosis.show(its, this::canFix, Optional.empty()));
        boolean nothing = state instanceof WatchState.Empty;
        root.getChildren().get(0).setVisible(!nothing);
        root.getChildren().get(1).setVisible(nothing);
        if (Focus.isIn(root)) {
            Focus.moveInto(root); // where it was may have gone
        }
    }

    private static Optional<Diagnosis> why(WatchState state) {
        return switch (state) {
            case WatchState.Blocked(Diagnosis diagnosis) -> Optional.of(diagnosis);
            case WatchState.Live(var _, LiveState.Lost(Diagnosis diagnosis)) -> Optional.of(diagnosis);
            default -> Optional.empty();
        };
    }

    private void see(Evidence evidence) {
        if (evidence.place() instanceof Place.InTimeline(int event)) {
            packets.show(event);
        }
    }

    private boolean canFix(Remedy remedy) {
        return switch (remedy.action()) {
            case PUSH_CREDENTIAL, REISSUE, SET_PROFILE, REFRESH_TOKEN, OPEN_TOKEN ->
                watch.subject().get().orElse(null) instanceof TestSubject.OfDevice;
            default -> true;
        };
    }

    /** What needs another plan is for the test bench; what changes the credential is for the list of devices. */
    private void fix(Remedy remedy) {
        if (remedy.action() == Action.RETRY) {
            connect();
            return;
        }
        String screen = remedy.action() == Action.EDIT_CREDENTIAL ? Navigator.DEVICES : Navigator.BENCH;
        Optional<Connection> given = watch.connection().filter(its -> its.plan().isPresent());
        if (screen.equals(Navigator.BENCH) && given.isPresent()) {
            handover.put(given.get());
            around.navigator().open(screen);
        } else if (watch.subject().get().orElse(null) instanceof TestSubject.OfDevice(Device device)) {
            around.navigator().open(screen, device.id().toString());
        } else {
            connectWithoutDevice(); // its login is changed where it was typed in
        }
    }

    private static void show(Button button, boolean visible) {
        button.setVisible(visible);
        button.setManaged(visible);
    }

    private Node content() {
        VBox side = new VBox(
                cause,
                new SessionCard(words, watch, this::connectWithoutDevice),
                ProblemBox.following(words, watch.problem()),
                new SubscriptionsCard(words, watch),
                publish);
        side.getStyleClass().add("side");
        FittingScroll scroll = new FittingScroll(side);
        HBox.setHgrow(packets, Priority.ALWAYS);
        HBox columns = new HBox(scroll, packets);
        columns.getStyleClass().add("columns");
        columns.widthProperty().addListener((_, _, width) -> {
            double share = Math.clamp(width.doubleValue() * SIDE_SHARE, NARROWEST_SIDE, WIDEST_SIDE);
            scroll.setMinWidth(share);
            scroll.setPrefWidth(share);
            scroll.setMaxWidth(share);
        });
        VBox.setVgrow(columns, Priority.ALWAYS);
        VBox screen = new VBox(banner, columns);
        screen.getStyleClass().addAll("screen", "watch");
        screen.getStylesheets().add(StyleSheets.of(WatchScreen.class, "watch.css"));
        return screen;
    }

    private Node empty() {
        Button choose = new Button(words.get("watch.empty.choose"));
        choose.getStyleClass().add(Styles.ACCENT);
        choose.setOnAction(_ -> around.navigator().open(Navigator.DEVICES));
        Button without = new Button(Key.WITHOUT_DEVICE.on(words, words.get("watch.ad-hoc")));
        without.setId("watch-ad-hoc");
        without.setOnAction(_ -> connectWithoutDevice());
        return new EmptyState(words.get("watch.empty.title"), words.get("watch.empty.text"), choose, without);
    }
}
