package dev.gangway.ui.audit;

import dev.gangway.ui.kit.AuditWords;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.Em;
import dev.gangway.ui.kit.Key;
import dev.gangway.ui.kit.LeastWidth;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.Navigator;
import dev.gangway.ui.kit.Screen;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.Shortcut;
import dev.gangway.ui.kit.VerdictBanner;
import dev.gangway.ui.text.Words;
import dev.gangway.vault.AuditLog;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The audit log as a table, under a verdict on its chain. */
public final class AuditScreen implements Screen {
    /** Enough for a date with its time, in pixels at 100 %. */
    private static final double LEAST = 195;

    private final Words words;
    private final AuditViewModel model;
    private final TextField filter = new TextField();
    private final TableView<AuditLog.Entry> table = new TableView<>();
    private final VBox root = new VBox();

    /** Makes the screen. */
    public AuditScreen(AuditLog log, ScreenContext around) {
        words = around.words();
        model = new AuditViewModel(log, around.background());
        root.getStyleClass().add("screen");
        VBox list = new VBox(table());
        list.getStyleClass().add("panel");
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setVgrow(list, Priority.ALWAYS);
        root.getChildren().addAll(bar(), verdict(), list);
    }

    @Override
    public String id() {
        return Navigator.AUDIT;
    }

    @Override
    public String title() {
        return words.get("audit.title");
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void shown() {
        model.refresh();
        filter.requestFocus();
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(Shortcut.free(Key.TEST, words.get("audit.check"), model::refresh));
    }

    private HBox bar() {
        Label heading = new Label(title());
        heading.getStyleClass().add("screen-title");
        filter.setPromptText(words.get("audit.filter"));
        filter.setAccessibleText(words.get("audit.filter"));
        filter.setPrefWidth(300);
        filter.textProperty().subscribe(model::filter);
        HBox bar = new HBox(heading, Card.spacer(), filter);
        bar.getStyleClass().add("screen-bar");
        return bar;
    }

    private VerdictBanner verdict() {
        Button check = new Button(Key.TEST.on(words, words.get("audit.check")));
        check.setOnAction(event -> model.refresh());
        VerdictBanner banner = new VerdictBanner(check);
        model.chainProperty().subscribe(chain -> {
            switch (chain) {
                case AuditViewModel.Chain.Checking checking ->
                    banner.show(Level.NEUTRAL, words.get("audit.checking"), words.get("audit.what"));
                case AuditViewModel.Chain.Sound sound ->
                    banner.show(Level.OK, words.count("audit.sound", sound.entries()), words.get("audit.what"));
                case AuditViewModel.Chain.Broken broken ->
                    banner.show(
                            Level.BAD,
                            words.get("audit.broken", "number", words.formats().number(broken.number())),
                            words.get("audit.broken.text"));
                case AuditViewModel.Chain.Unread(var why) -> banner.show(Level.BAD, words.title(why), words.text(why));
            }
        });
        return banner;
    }

    private TableView<AuditLog.Entry> table() {
        table.setItems(model.entries());
        table.setAccessibleText(title());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label(words.get("search.nothing")));
        table.getColumns()
                .add(column("audit.column.number", 80, entry -> words.formats().number(entry.number())));
        table.getColumns()
                .add(column(
                        "audit.column.at",
                        215,
                        entry -> entry.isDamaged() ? "" : words.formats().dateTime(entry.at())));
        table.getColumns().add(column("audit.column.actor", 140, AuditLog.Entry::actor));
        table.getColumns().add(column("audit.column.action", 220, entry -> AuditWords.action(words, entry.action())));
        table.getColumns()
                .add(column("audit.column.details", 520, entry -> AuditWords.details(words, entry.details())));
        Em.scale(table);
        LeastWidth.hold(table);
        return table;
    }

    private TableColumn<AuditLog.Entry, String> column(
            String key, double width, Function<AuditLog.Entry, String> value) {
        TableColumn<AuditLog.Entry, String> column = new TableColumn<>(words.get(key));
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, LEAST));
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        return column;
    }
}
