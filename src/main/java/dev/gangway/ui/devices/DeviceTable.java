package dev.gangway.ui.devices;

import dev.gangway.device.ServerState;
import dev.gangway.testing.RunSummary;
import dev.gangway.ui.devices.DeviceQuery.Column;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Em;
import dev.gangway.ui.kit.LeastWidth;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.TimeToExpiry;
import dev.gangway.ui.text.Words;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The devices as a table. Shows the rows in the order of the view model, which sorts them away from the UI thread. */
final class DeviceTable extends TableView<DeviceRow> {
    private final Words words;
    private final InstantSource clock;

    /** Enough for a chip and a word, in pixels at 100 %. */
    private static final double LEAST = 90;

    DeviceTable(Words words, DevicesViewModel devices, InstantSource clock) {
        super(devices.visible());
        this.words = words;
        this.clock = clock;
        setId("device-table");
        getStyleClass().add("devices-table");
        setAccessibleText(words.get("devices.title"));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setTableMenuButtonVisible(true);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        TableColumn<DeviceRow, DeviceRow> name = column(Column.NAME, 220, this::name);
        getColumns().add(CheckColumn.of(this, words));
        name.setMinWidth(170);
        getColumns().add(name);
        TableColumn<DeviceRow, DeviceRow> profile =
                column(Column.PROFILE, 76, row -> muted(row.device().profile()));
        TableColumn<DeviceRow, DeviceRow> credential = column(
                Column.CREDENTIAL, 112, row -> new Label(words.get(row.kind().words())));
        TableColumn<DeviceRow, DeviceRow> certificate = column(Column.CERTIFICATE, 88, this::certificate);
        getColumns().add(profile);
        getColumns().add(credential);
        getColumns().add(certificate);
        getColumns().add(column(Column.SERVER, 112, this::onServer));
        getColumns().add(column(Column.LAST_TEST, 130, this::lastTest));
        TableColumn<DeviceRow, DeviceRow> label =
                column(Column.LABEL, 120, row -> muted(row.device().label()));
        TableColumn<DeviceRow, DeviceRow> created = column(Column.CREATED, 110, this::created);
        label.setVisible(false);
        created.setVisible(false);
        getColumns().add(label);
        getColumns().add(created);
        Em.scale(this, created, label, profile, credential, certificate);
        LeastWidth.hold(this); // where what gives way is not enough
        getSortOrder().setAll(List.of(name));
        setSortPolicy(_ -> {
            sort(devices);
            return true;
        });
    }

    private void sort(DevicesViewModel devices) {
        if (!getSortOrder().isEmpty()) {
            TableColumn<DeviceRow, ?> by = getSortOrder().getFirst();
            boolean ascending = by.getSortType() == TableColumn.SortType.ASCENDING;
            devices.ask(query -> query.sortedBy((Column) by.getUserData(), ascending));
        }
    }

    private TableColumn<DeviceRow, DeviceRow> column(Column by, double width, Function<DeviceRow, Node> content) {
        TableColumn<DeviceRow, DeviceRow> column = new TableColumn<>(words.get("devices.column." + by));
        column.setUserData(by);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, LEAST));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new Cell(content));
        return column;
    }

    private Node name(DeviceRow row) {
        Label name = new Label(row.device().name());
        name.getStyleClass().add("strong");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS); // names of one batch differ at their ends
        name.setTooltip(new Tooltip(row.device().name()));
        return name;
    }

    private Node certificate(DeviceRow row) {
        return row.expires()
                .map(end -> TimeToExpiry.of(end, clock.instant()))
                .<Node>map(expiry -> new Chip(expiry.level(), expiry.brief(words)))
                .orElseGet(() -> Chip.plain("—"));
    }

    private Node onServer(DeviceRow row) {
        ServerState.Push push = row.device().server().push();
        return new Chip(level(push), words.get("devices.push." + push));
    }

    private Node lastTest(DeviceRow row) {
        return row.lastTest()
                .<Node>map(test -> chip(test, clock.instant(), words))
                .orElseGet(() -> new Chip(Level.NEUTRAL, words.get("devices.not-tested")));
    }

    private Node created(DeviceRow row) {
        return muted(words.formats().date(row.device().createdAt()));
    }

    /** How far a credential got on its server. */
    static Level level(ServerState.Push push) {
        return switch (push) {
            case PUSHED -> Level.OK;
            case QUEUED -> Level.WARNING;
            case NOT_PUSHED -> Level.NEUTRAL;
            case CHANGED_ON_SERVER -> Level.BAD;
        };
    }

    /** A test in a few words. */
    static Chip chip(RunSummary test, Instant now, Words words) {
        String ago = words.formats().ago(test.at(), now);
        return switch (test.result()) {
            case PASSED -> new Chip(Level.OK, words.get("devices.passed", "ago", ago));
            case FAILED -> new Chip(Level.BAD, words.get("devices.failed", "ago", ago));
            case CANCELLED -> new Chip(Level.NEUTRAL, words.get("devices.cancelled", "ago", ago));
        };
    }

    private static Node muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        return label;
    }

    private static final class Cell extends TableCell<DeviceRow, DeviceRow> {
        private final Function<DeviceRow, Node> content;

        Cell(Function<DeviceRow, Node> content) {
            this.content = content;
        }

        @Override
        protected void updateItem(@Nullable DeviceRow row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(empty || row == null ? null : content.apply(row));
        }
    }
}
