package dev.gangway.ui.outbox;

import dev.gangway.onboarding.Unfinished;
import dev.gangway.ui.kit.Em;
import dev.gangway.ui.kit.NodeColumn;
import dev.gangway.ui.outbox.OutboxWork.Waiting;
import dev.gangway.ui.text.Words;
import java.time.Instant;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/** What waits: for which device, what is to be done, where to, why it waits, since when, how often it was tried. */
final class OutboxTable extends TableView<Waiting> {
    private final Words words;

    OutboxTable(Words words, OutboxViewModel model) {
        super(model.waiting());
        this.words = words;
        setId("outbox-table");
        setAccessibleText(words.get("outbox.title"));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        column("device", 150, 100, row -> whole(row.what().name(), OverrunStyle.CENTER_ELLIPSIS, "strong"));
        column(
                "what",
                140,
                90,
                row -> text(words.get("outbox.what." + row.what().kind())));
        column("server", 130, 90, row -> whole(row.server(), OverrunStyle.CENTER_ELLIPSIS, "muted"));
        column("since", 212, 195, row -> time(row.what().since()));
        column("tries", 76, 70, row -> text(words.formats().number(row.what().tries())));
        column("last", 212, 195, row -> row.what().last().map(this::time).orElseGet(() -> text("—")));
        column("why", 280, 140, row -> why(row.what()));
        setTableMenuButtonVisible(true);
        Em.scale(
                this,
                getColumns().get(5),
                getColumns().get(4),
                getColumns().get(3),
                getColumns().get(2)); // not why
    }

    private void column(String key, double width, double least, Function<Waiting, Node> show) {
        getColumns().add(NodeColumn.fixed(words.get("outbox.column." + key), width, least, show));
    }

    private Node why(Unfinished what) {
        return what.why()
                .map(diagnosis -> {
                    Label label = text(words.title(diagnosis));
                    label.setTooltip(new Tooltip(words.title(diagnosis) + "\n" + words.text(diagnosis)));
                    return label;
                })
                .orElseGet(() -> text(words.get("outbox.why.none")));
    }

    private Label time(Instant at) {
        return text(words.formats().dateTime(at));
    }

    private static Label whole(String text, OverrunStyle cut, String style) {
        Label label = NodeColumn.text(text, style);
        label.setTextOverrun(cut);
        label.setTooltip(new Tooltip(text));
        return label;
    }

    private static Label text(String text) {
        Label label = new Label(text);
        label.setTooltip(new Tooltip(text));
        return label;
    }
}
