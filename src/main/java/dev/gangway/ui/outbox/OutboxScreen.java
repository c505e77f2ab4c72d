package dev.gangway.ui.outbox;

import atlantafx.base.theme.Styles;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.Dialogs;
import dev.gangway.ui.kit.EmptyState;
import dev.gangway.ui.kit.Focus;
import dev.gangway.ui.kit.Key;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.Navigator;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.kit.Screen;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.Shortcut;
import dev.gangway.ui.kit.job.JobPanel;
import dev.gangway.ui.outbox.OutboxWork.Waiting;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What waits for its server or was cut off: why, since when, and gone on with or given up by hand. */
public final class OutboxScreen implements Screen {
    private final ScreenContext around;
    private final Words words;
    private final OutboxViewModel model;
    private final OutboxTable table;
    private final Label count = new Label();
    private final Button retry;
    private final Button drop;
    private final Button device;
    private final ProblemBox why;
    private final StackPane root = new StackPane();
    private final Node full;
    private final Node empty;

    /** Makes the screen. */
    public OutboxScreen(ScreenContext around, OutboxWork work) {
        this.around = around;
        words = around.words();
        model = new OutboxViewModel(work, around.background());
        table = new OutboxTable(words, model);
        why = new ProblemBox(words);
        retry = button("outbox-retry", this::retry);
        drop = button("outbox-drop", this::drop);
        device = button("outbox-device", this::openDevice);
        device.setText(words.get("outbox.device"));
        full = content();
        VBox nothing =
                new VBox(new EmptyState(words.get("outbox.empty.title"), words.get("outbox.empty.text"), devices()));
        nothing.getStyleClass().addAll("screen", "centered");
        empty = nothing;
        model.waiting().addListener((ListChangeListener<Waiting>) _ -> show());
        model.loaded().addListener((_, _, _) -> show());
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<Waiting>) _ -> showSelection());
        show();
    }

    @Override
    public String id() {
        return Navigator.OUTBOX;
    }

    @Override
    public String title() {
        return words.get("outbox.title");
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void shown() {
        model.load();
        table.requestFocus();
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(
                Shortcut.free(Key.PUSH, words.get("outbox.retry-all"), this::retryAll),
                Shortcut.of(Key.TEST, words.get("outbox.retry"), this::retry),
                Shortcut.of(Key.REMOVE, words.get("outbox.drop"), this::drop));
    }

    private Node content() {
        Label heading = new Label(title());
        heading.getStyleClass().add("screen-title");
        count.getStyleClass().add("muted");
        Button all = button("outbox-retry-all", this::retryAll);
        all.setText(Key.PUSH.on(words, words.get("outbox.retry-all")));
        all.getStyleClass().add(Styles.ACCENT);
        HBox bar = new HBox(heading, count, Card.spacer(), device, drop, retry, all);
        bar.getStyleClass().add("screen-bar");
        Label explained = new Label(words.get("outbox.text"));
        explained.getStyleClass().add("muted");
        explained.setWrapText(true);
        explained.setMinHeight(Label.USE_PREF_SIZE);
        VBox list = new VBox(table);
        list.getStyleClass().add("panel");
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox screen = new VBox(bar, explained, ProblemBox.following(words, model.problem()), list, why);
        screen.getStyleClass().add("screen");
        return screen;
    }

    private Button devices() {
        Button devices = button("outbox-to-devices", () -> around.navigator().open(Navigator.DEVICES));
        devices.setText(words.get("outbox.empty.devices"));
        return devices;
    }

    private static Button button(String id, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void show() {
        boolean none = model.loaded().get() && model.waiting().isEmpty();
        boolean hadFocus = Focus.isIn(full);
        root.getChildren().setAll(none ? empty : full);
        if (hadFocus && none) {
            Focus.moveInto(empty);
        }
        count.setText(words.count("outbox.count", model.waiting().size()));
        if (table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
        showSelection();
    }

    private void showSelection() {
        List<Waiting> those = chosen();
        retry.setText(Key.TEST.on(words, words.get("outbox.retry")));
        retry.setDisable(those.isEmpty());
        drop.setText(Key.REMOVE.on(words, words.get("outbox.drop")));
        drop.setDisable(those.isEmpty());
        device.setDisable(those.size() != 1);
        why.show(those.size() == 1 ? those.getFirst().what().why() : Optional.empty());
    }

    private List<Waiting> chosen() {
        return List.copyOf(table.getSelectionModel().getSelectedItems());
    }

    private void retry() {
        run(chosen());
    }

    private void retryAll() {
        run(List.copyOf(model.waiting()));
    }

    private void run(List<Waiting> those) {
        if (!those.isEmpty()) {
            String label = words.count("outbox.job", those.size());
            new JobPanel<>(
                            around,
                            model.retry(label, those, around.work()),
                            each -> each.what().name())
                    .open();
        }
    }

    private void openDevice() {
        chosen().stream()
                .findFirst()
                .ifPresent(each -> around.navigator()
                        .open(Navigator.DEVICES, each.what().device().toString()));
    }

    private void drop() {
        List<Waiting> those = chosen();
        if (those.isEmpty()) {
            return;
        }
        String names = words.formats()
                .names(those.stream().map(each -> each.what().name()).toList());
        String what = those.stream()
                .map(each -> each.what().kind())
                .distinct()
                .map(kind -> words.get("outbox.drop.text." + kind))
                .collect(Collectors.joining(" "));
        around.dialogs()
                .ask(
                        new Dialogs.Question(
                                those.size() == 1
                                        ? words.get("outbox.drop.title.named", "name", names)
                                        : words.count("outbox.drop.title", those.size()),
                                those.size() == 1 ? what : names + ". " + what,
                                words.count("outbox.drop.action", those.size()),
                                true),
                        () -> model.drop(
                                those,
                                () -> around.toasts().show(Level.OK, words.count("outbox.dropped", those.size()))));
    }
}
