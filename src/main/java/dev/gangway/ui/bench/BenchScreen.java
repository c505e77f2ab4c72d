package dev.gangway.ui.bench;

import atlantafx.base.theme.Styles;
import dev.gangway.bench.Plan;
import dev.gangway.bench.Run;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Remedy;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Dialogs;
import dev.gangway.ui.kit.EmptyState;
import dev.gangway.ui.kit.EventDetails;
import dev.gangway.ui.kit.Focus;
import dev.gangway.ui.kit.FreshRuns;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.Navigator;
import dev.gangway.ui.kit.Screen;
import dev.gangway.ui.kit.Shortcut;
import dev.gangway.ui.kit.StyleSheets;
import dev.gangway.ui.kit.Surroundings;
import dev.gangway.ui.kit.VerdictBanner;
import dev.gangway.ui.text.Words;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The test bench: one connection tested, every message shown, the cause of a refusal named and fixed. */
public final class BenchScreen implements Screen {
    private static final double SIDE_WIDTH = 262;
    private static final double RESULT_WIDTH = 336;

    private final Surroundings around;
    private final Words words;
    private final BenchViewModel bench;
    private final Function<UUID, Optional<Device>> devices;
    private final FreshRuns freshRuns;
    private final AdHocPanel adHoc;
    private final VerdictBanner banner;
    private final Button run = new Button();
    private final Button cancel = new Button();
    private final TimelineTable table;
    private final EventDetails details;
    private final StackPane root = new StackPane();
    private boolean warned;

    /**
     * Makes the screen.
     *
     * @param adHoc asks for connections that belong to no device
     * @param devices finds a device by its id; blocks
     * @param freshRuns tests that another screen ran and hands over
     */
    public BenchScreen(
            Surroundings around,
            BenchWork work,
            AdHocPanel adHoc,
            Function<UUID, Optional<Device>> devices,
            FreshRuns freshRuns) {
        this.around = around;
        this.words = around.words();
        this.bench = new BenchViewModel(work, around.background());
        this.devices = devices;
        this.freshRuns = freshRuns;
        this.adHoc = adHoc;
        banner = new VerdictBanner(cancel, run);
        table = new TimelineTable(words, bench.timeline());
        details = new EventDetails(words);
        run.setId("run-test");
        run.getStyleClass().add(Styles.ACCENT);
        run.setOnAction(_ -> start());
        cancel.setText(words.get("bench.cancel"));
        cancel.setOnAction(_ -> bench.cancel());
        table.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> open(row));
        root.getChildren().setAll(content(), empty());
        bench.onByHand(this::byHand);
        bench.state().addListener(_ -> refresh());
        bench.state().addListener((_, _, state) -> ask(state));
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
        (run.isVisible() ? run : root).requestFocus();
    }

    /** Shows the run that another screen hands over, or tests the device. */
    @Override
    public void select(String subject) {
        UUID id = UUID.fromString(subject);
        around.background().start(_ -> devices.apply(id), found -> found.ifPresent(this::show));
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(
                Shortcut.of("F5", words.get("bench.run"), this::start),
                Shortcut.of("Shortcut+T", words.get("bench.empty.ad-hoc"), this::testWithoutDevice),
                Shortcut.of("Esc", words.get("bench.cancel"), bench::cancel));
    }

    @Override
    public void close() {
        bench.cancel();
        freshRuns.clear();
    }

    private void show(Device device) {
        freshRuns
                .take(device.id())
                .ifPresentOrElse(fresh -> bench.show(device, fresh), () -> agreed(() -> bench.test(device)));
    }

    private void testWithoutDevice() {
        adHoc.open((connection, plan) -> {
            bench.show(connection, plan);
            bench.start();
        });
    }

    private Button withoutDevice(String key) {
        Button button = new Button(words.get(key));
        button.setOnAction(_ -> testWithoutDevice());
        return button;
    }

    private void start() {
        if (!bench.isBusy() && bench.subject().get().orElse(null) instanceof Subject.OfDevice) {
            agreed(bench::start);
        } else {
            bench.start();
        }
    }

    /** Once an unlocked vault: people have to know that a test ends the device's own session. */
    private void agreed(Runnable test) {
        if (warned) {
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

    /** What is changed on another screen is changed there. */
    private void byHand(Remedy remedy) {
        around.toasts().show(Level.INFO, words.remedy(remedy));
        if (remedy.action() == Action.EDIT_CREDENTIAL
                && bench.subject().get().orElse(null) instanceof Subject.OfDevice(Device device)) {
            around.navigator().open(Navigator.DEVICES, device.id().toString());
        }
    }

    private void refresh() {
        VerdictWords said = VerdictWords.of(
                bench.state().get(), bench.subject().get(), bench.plan().get(), words);
        banner.show(said.level(), said.sentence(), said.facts());
        boolean finished = bench.state().get() instanceof BenchState.Finished;
        if (finished) {
            table.refresh(); // the time bars of earlier rows are parts of the whole run
        }
        run.setText(words.get(finished ? "bench.run-again" : "bench.run") + "  F5");
        show(run, !bench.isBusy());
        show(cancel, bench.isBusy());
        boolean nothing = bench.state().get() instanceof BenchState.Empty
                && bench.subject().get().isEmpty();
        root.getChildren().get(0).setVisible(!nothing);
        root.getChildren().get(1).setVisible(nothing);
        if (bench.state().get() instanceof BenchState.Finished(Run ended)) {
            around.lastConnection().show(ended);
            Focus.moveInto(root);
        }
    }

    /** Once, when it comes up: the plan changes while the question is still the state. */
    private void ask(BenchState state) {
        if (state instanceof BenchState.Asking(X509Certificate authority, Plan _, Run _)) {
            TrustQuestion.ask(around, authority, bench);
        }
    }

    private static void show(Button button, boolean visible) {
        button.setVisible(visible);
        button.setManaged(visible);
    }

    private void open(TimelineRow row) {
        if (row instanceof TimelineRow.Seen seen) {
            details.show(seen.event());
        } else {
            details.clear();
        }
    }

    private Node content() {
        Chip events = Chip.plain("");
        Chip bytes = Chip.plain("");
        bench.timeline().rows().addListener((ListChangeListener<TimelineRow>) _ -> {
            events.setText(words.count("bench.events", bench.timeline().count()));
            bytes.setText(words.formats().bytes(bench.timeline().bytes()));
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        Button other = withoutDevice("bench.other");
        other.getStyleClass().add(Styles.SMALL);
        Card connection = new Card(words.get("bench.connection"), new ConnectionPanel(words, bench), other);
        Card timeline = new Card(words.get("bench.timeline"), new VBox(table, details), events, bytes);
        ResultPanel result = new ResultPanel(words, bench, table::show, this::showCommand);
        fix(connection, SIDE_WIDTH);
        fix(result, RESULT_WIDTH);
        HBox.setHgrow(timeline, Priority.ALWAYS);
        HBox columns = new HBox(connection, timeline, result);
        columns.getStyleClass().add("columns");
        VBox.setVgrow(columns, Priority.ALWAYS);
        VBox screen = new VBox(banner, columns);
        screen.getStyleClass().addAll("screen", "bench");
        screen.getStylesheets().add(StyleSheets.of(BenchScreen.class, "bench.css"));
        return screen;
    }

    private static void fix(javafx.scene.layout.Region region, double width) {
        region.setMinWidth(width);
        region.setPrefWidth(width);
        region.setMaxWidth(width);
    }

    private Node empty() {
        Button choose = new Button(words.get("bench.empty.choose"));
        choose.getStyleClass().add(Styles.ACCENT);
        choose.setOnAction(_ -> around.navigator().open(Navigator.DEVICES));
        return new EmptyState(
                words.get("bench.empty.title"),
                words.get("bench.empty.text"),
                choose,
                withoutDevice("bench.empty.ad-hoc"));
    }

    private void showCommand(Run finished) {
        CommandPanel.show(around, finished);
    }
}
