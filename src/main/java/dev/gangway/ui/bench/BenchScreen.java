package dev.gangway.ui.bench;

import atlantafx.base.theme.Styles;
import dev.gangway.bench.logs.LoggedAddress;
import dev.gangway.bench.logs.NextTest;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Run;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Remedy;
import dev.gangway.ui.bench.compare.CompareView;
import dev.gangway.ui.bench.history.HistoryView;
import dev.gangway.ui.bench.logs.LogPanel;
import dev.gangway.ui.bench.options.OptionsPanel;
import dev.gangway.ui.bench.series.MatrixView;
import dev.gangway.ui.bench.series.ProofView;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.Connection;
import dev.gangway.ui.kit.Dialogs;
import dev.gangway.ui.kit.EmptyState;
import dev.gangway.ui.kit.Focus;
import dev.gangway.ui.kit.Key;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.Navigator;
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
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The test bench: one connection tested, every message shown, the cause of a refusal named and fixed. */
public final class BenchScreen implements Screen {
    private final ScreenContext around;
    private final Words words;
    private final BenchParts parts;
    private final BenchViewModel bench;
    private final BenchDeck deck = new BenchDeck();
    private final BeyondOneRun beyond;
    private final BenchButtons buttons;
    private final VerdictBanner banner;
    private final StackPane root = new StackPane();
    private boolean warned;

    /** Makes the screen. */
    public BenchScreen(ScreenContext around, BenchParts parts) {
        this.around = around;
        this.words = around.words();
        this.parts = parts;
        this.bench = new BenchViewModel(parts.work(), around.background());
        this.beyond = new BeyondOneRun(around, bench, parts, deck::show);
        this.buttons = new BenchButtons(words, bench, beyond, this::start, this::watch);
        this.banner = new VerdictBanner(buttons.all());
        fillDeck();
        root.getChildren().setAll(content(), empty());
        bench.remedies().onByHand(this::byHand);
        bench.remedies().onServerChange(this::askBeforeChanging);
        bench.state().addListener(_ -> refresh());
        bench.state().addListener((_, _, state) -> reactTo(state));
        bench.subject().addListener(_ -> refresh());
        bench.plan().addListener(_ -> refresh());
        refresh();
    }

    @Override
    public String id() {
        return Navigator.BENCH;
    }

    @Override
    public String title() {
        return words.get("bench.title");
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void shown() {
        parts.handover().take().ifPresent(this::test);
        if (buttons.run().isVisible()) {
            buttons.run().requestFocus();
        } else {
            Focus.moveInto(root);
        }
    }

    /** Shows the run that another screen hands over, or tests the device. */
    @Override
    public void select(String subject) {
        UUID id = UUID.fromString(subject);
        bench.await(() -> parts.devices().apply(id), this::show);
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(
                Shortcut.of(Key.TEST, words.get("bench.run"), this::start),
                Shortcut.free(Key.WITHOUT_DEVICE, words.get("bench.empty.ad-hoc"), this::testWithoutDevice),
                Shortcut.of(Key.OPTIONS, words.get("options.open"), this::showOptions),
                Shortcut.of(Key.COMPARE, words.get("runs.compare"), beyond::compareWithLastPass),
                Shortcut.of(Key.EXPORT, words.get("runs.export"), beyond::export),
                Shortcut.of(Key.HISTORY, words.get("runs.history"), beyond::showHistory),
                Shortcut.of(Key.MATRIX, words.get("runs.matrix.open"), beyond::showMatrix),
                Shortcut.of(Key.PROOF, words.get("runs.proof.open"), beyond::showProof),
                Shortcut.free(Key.PASTE_HERE, words.get("log.paste.title"), this::pasteLog),
                Shortcut.of(Key.LIVE, words.get("watch.stay"), this::watch),
                Shortcut.of(Key.STOP, words.get("bench.cancel-or-back"), this::cancelOrBack));
    }

    @Override
    public void close() {
        bench.cancel();
        beyond.close();
        parts.freshRuns().clear();
        parts.handover().take();
    }

    private void show(Device device) {
        deck.show(BenchView.RUN);
        parts.freshRuns()
                .take(device.id())
                .ifPresentOrElse(fresh -> bench.show(device, fresh), () -> agreed(() -> bench.test(device)));
    }

    /** Goes on to a live session, with what was changed here. */
    private void watch() {
        bench.connection().ifPresent(connection -> {
            parts.handover().put(connection);
            around.navigator().open(Navigator.WATCH);
        });
    }

    private void testWithoutDevice() {
        parts.adHoc().open(AdHocPanel.Purpose.TEST, this::test);
    }

    private void test(Connection connection) {
        connection.plan().ifPresent(plan -> {
            deck.show(BenchView.RUN);
            bench.show(connection.subject(), plan);
            agreed(bench::start);
        });
    }

    private Button withoutDevice(String key) {
        Button button = new Button(Key.WITHOUT_DEVICE.on(words, words.get(key)));
        button.setOnAction(_ -> testWithoutDevice());
        return button;
    }

    private void start() {
        if (!bench.isBusy()) {
            agreed(() -> {
                deck.show(BenchView.RUN);
                bench.start();
            });
        }
    }

    private void cancelOrBack() {
        if (bench.isBusy()) {
            bench.cancel();
        } else {
            deck.show(BenchView.RUN);
        }
    }

    /** Once an unlocked vault: people have to know that a test ends the device's own session. */
    private void agreed(Runnable test) {
        if (warned || bench.subject().get().orElse(null) instanceof TestSubject.AdHoc) {
            test.run();
            return;
        }
        around.dialogs()
                .ask(
                        new Dialogs.Question(
                                words.get("bench.warning.title"),
                                words.get("bench.warning.text"),
                                words.get("bench.warning.action"),
                                false),
                        () -> {
                            warned = true;
                            test.run();
                        });
    }

    /** The button says what it changes on the server. */
    private void askBeforeChanging(Remedy remedy, Runnable carryOut) {
        String key = "bench.repair." + remedy.action();
        around.dialogs()
                .ask(
                        new Dialogs.Question(
                                words.get(key + ".title"),
                                words.get(key + ".text"),
                                words.get(key + ".action", remedy.args()),
                                false),
                        carryOut);
    }

    /** What is changed elsewhere is changed there: a login that was typed in where it was typed, others with the device. */
    private void byHand(Remedy remedy) {
        around.toasts().show(Level.INFO, words.remedy(remedy));
        if (remedy.action() != Action.EDIT_CREDENTIAL && remedy.action() != Action.OPEN_TOKEN) {
            return;
        }
        if (bench.subject().get().orElse(null) instanceof TestSubject.OfDevice(Device device)) {
            around.navigator().open(Navigator.DEVICES, device.id().toString());
        } else {
            testWithoutDevice();
        }
    }

    private void refresh() {
        VerdictWords said = VerdictWords.of(
                bench.state().get(), bench.subject().get(), bench.plan().get(), words);
        banner.show(said.level(), said.sentence(), said.facts());
        buttons.refresh();
        boolean nothing = bench.state().get() instanceof BenchState.Empty
                && bench.subject().get().isEmpty();
        root.getChildren().get(0).setVisible(!nothing);
        root.getChildren().get(1).setVisible(nothing);
    }

    /** Once, when it comes up: the plan changes while the question is still the state. */
    private void reactTo(BenchState state) {
        if (state instanceof BenchState.Asking(Question question, Plan _, Run _)) {
            QuestionPanel.ask(around, question, bench);
        } else if (state instanceof BenchState.Finished(Run ended)) {
            around.lastConnection().show(ended);
            Focus.moveInto(root);
        }
    }

    private void fillDeck() {
        deck.put(
                BenchView.RUN,
                new RunView(
                        words,
                        bench,
                        around.clipboard(),
                        this::watch,
                        () -> agreed(bench::alsoStockJava),
                        run -> CommandPanel.show(around, run.plan()),
                        this::pasteLog));
        deck.put(
                BenchView.HISTORY,
                new HistoryView(
                        words, beyond.history(), new HistoryView.Actions(beyond::open, beyond::compareWith), back()));
        deck.put(BenchView.COMPARISON, new CompareView(words, beyond.comparison(), back()));
        deck.put(
                BenchView.MATRIX,
                new MatrixView(words, beyond.matrix(), beyond::open, () -> agreed(beyond::startMatrix), back()));
        deck.put(
                BenchView.PROOF,
                new ProofView(words, beyond.proof(), beyond::open, () -> agreed(beyond::startProof), back()));
        deck.view().addListener(_ -> Focus.moveInto(deck));
    }

    private Button back() {
        Button back = new Button(Key.STOP.on(words, words.get("runs.back")));
        back.getStyleClass().add(Styles.SMALL);
        back.setOnAction(_ -> deck.show(BenchView.RUN));
        return back;
    }

    private Node content() {
        Button other = withoutDevice("bench.other");
        other.getStyleClass().add(Styles.SMALL);
        Card connection = new Card(words.get("bench.connection"), connectionPanel(), other);
        connection.getStyleClass().add("connection");
        HBox.setHgrow(deck, Priority.ALWAYS);
        HBox columns = new HBox(connection, deck);
        columns.getStyleClass().add("columns");
        columns.setPrefHeight(0); // takes what is left; its wish must not take height from the verdict
        VBox.setVgrow(columns, Priority.ALWAYS);
        VBox screen = new VBox(banner, columns);
        screen.getStyleClass().addAll("screen", "bench");
        screen.getStylesheets().add(StyleSheets.of(BenchScreen.class, "bench.css"));
        return screen;
    }

    private ConnectionPanel connectionPanel() {
        return new ConnectionPanel(words, bench, beyond.history(), beyond::open, this::showOptions);
    }

    private void pasteLog() {
        LogPanel.show(around, this::settle);
    }

    /** Runs the test that settles what a log leaves open: on what is on the bench, or on what is typed in for it. */
    private void settle(NextTest test, Optional<LoggedAddress> at) {
        if (test == NextTest.INSPECT) {
            around.navigator().open(Navigator.CERTIFICATES);
        } else if (bench.plan().get().isEmpty()) {
            parts.adHoc().open(AdHocPanel.Purpose.TEST, at.map(LoggedAddress::uri), this::test);
        } else if (test == NextTest.TLS_VERSIONS || test == NextTest.MQTT_VERSIONS) {
            beyond.showMatrix();
        } else {
            start();
        }
    }

    private void showOptions() {
        if (!bench.isBusy()) {
            bench.plan()
                    .get()
                    .ifPresent(plan -> OptionsPanel.show(around, plan, changed -> bench.change(_ -> changed)));
        }
    }

    private Node empty() {
        Button choose = new Button(words.get("bench.empty.choose"));
        choose.getStyleClass().add(Styles.ACCENT);
        choose.setOnAction(_ -> around.navigator().open(Navigator.DEVICES));
        Button log = new Button(words.get("log.paste.title"));
        log.setId("paste-log-first");
        log.setOnAction(_ -> pasteLog());
        return new EmptyState(
                words.get("bench.empty.title"),
                words.get("bench.empty.text"),
                choose,
                withoutDevice("bench.empty.ad-hoc"),
                log);
    }
}
