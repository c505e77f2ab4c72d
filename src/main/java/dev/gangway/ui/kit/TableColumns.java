package dev.gangway.ui.kit;

import dev.gangway.ui.kit.KeptColumns.Arrangement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;

/** The columns of one table: they grow with the text, and stand as they were left. For the UI thread alone. */
final class TableColumns<S> {
    private final TableView<S> table;
    private final List<TableColumn<S, ?>> columns;
    private final List<Double> least;
    private final List<Double> preferred;
    private final InvalidationListener changed = _ -> note();
    private final List<TableColumn<S, ?>> giveWay;
    private final Set<TableColumn<S, ?>> gone = new HashSet<>();
    private double factor = 1;
    private List<Double> pressed = List.of();
    private Optional<KeptColumns> keeper = Optional.empty();

    private TableColumns(TableView<S> table, List<TableColumn<S, ?>> giveWay) {
        this.table = table;
        this.giveWay = giveWay;
        columns = List.copyOf(table.getColumns());
        least = columns.stream().map(TableColumn::getMinWidth).toList();
        preferred =
                new ArrayList<>(columns.stream().map(TableColumn::getPrefWidth).toList());
    }

    /**
     * Follows the text size and the scene of a table, all of whose columns are there.
     *
     * @param giveWay which columns are left out, one after the other, where the least widths of all need more room than
     *     there is
     */
    static <S> void follow(TableView<S> table, List<TableColumn<S, ?>> giveWay) {
        TableColumns<S> columns = new TableColumns<>(table, giveWay);
        table.getStyleClass().add(Em.MEASURED);
        table.minWidthProperty().addListener(_ -> columns.grow(Em.factor(table)));
        table.widthProperty().addListener(_ -> columns.makeRoom());
        table.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                columns.restore(scene);
            }
        });
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> columns.pressed = columns.widths());
        table.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> columns.released());
    }

    private void grow(double now) {
        factor = now;
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).setMinWidth(least.get(i) * factor);
            columns.get(i).setPrefWidth(preferred.get(i) * factor);
        }
        makeRoom();
    }

    /** What was left out for want of room comes back as soon as there is some; what somebody has hidden stays hidden. */
    private void makeRoom() {
        double room = table.getWidth();
        if (room <= 0 || giveWay.isEmpty()) {
            return;
        }
        Set<TableColumn<S, ?>> leaving = new HashSet<>();
        double needed = columns.stream()
                .filter(column -> column.isVisible() || gone.contains(column))
                .mapToDouble(TableColumn::getMinWidth)
                .sum();
        for (TableColumn<S, ?> column : giveWay) {
            if (needed > room && (column.isVisible() || gone.contains(column))) {
                leaving.add(column);
                needed -= column.getMinWidth();
            }
        }
        Set<TableColumn<S, ?>> back = new HashSet<>(gone);
        back.removeAll(leaving);
        gone.clear();
        gone.addAll(leaving);
        back.forEach(column -> column.setVisible(true));
        leaving.forEach(column -> column.setVisible(false));
    }

    /** Once for each table: what was kept is what somebody has left, and what is changed from now on is noted. */
    private void restore(Scene scene) {
        String id = table.getId();
        if (keeper.isPresent() || id == null || id.isBlank()) {
            return;
        }
        keeper = KeptColumns.of(scene);
        keeper.flatMap(each -> each.of(id, columns.size())).ifPresent(this::arrange);
        if (keeper.isPresent()) {
            columns.forEach(column -> column.visibleProperty().addListener(changed));
            columns.forEach(column -> column.sortTypeProperty().addListener(changed));
            table.getColumns().addListener(changed);
            table.getSortOrder().addListener(changed);
        }
    }

    private void arrange(Arrangement left) {
        for (int i = 0; i < columns.size(); i++) {
            TableColumn<S, ?> column = columns.get(i);
            preferred.set(i, left.widths().get(i));
            if (!column.visibleProperty().isBound()) {
                column.setVisible(!left.hidden().contains(i));
            }
        }
        if (!left.order().equals(order())) {
            table.getColumns().setAll(left.order().stream().map(columns::get).toList());
        }
        List<TableColumn<S, ?>> sort = new ArrayList<>();
        for (String by : left.sort()) {
            TableColumn<S, ?> column = columns.get(Arrangement.column(by));
            if (column.isSortable()) {
                column.setSortType(by.startsWith("+") ? SortType.ASCENDING : SortType.DESCENDING);
                sort.add(column);
            }
        }
        table.getSortOrder().setAll(sort);
        grow(factor);
    }

    /** A column was pulled; the window's own changes of width are not kept. */
    private void released() {
        List<Double> now = widths();
        if (pressed.size() == now.size() && !pressed.equals(now)) {
            for (int i = 0; i < now.size(); i++) {
                preferred.set(i, now.get(i) / factor);
            }
            note();
        }
    }

    private List<Double> widths() {
        return columns.stream().map(TableColumn::getWidth).toList();
    }

    private List<Integer> order() {
        return table.getColumns().stream().map(columns::indexOf).toList();
    }

    private void note() {
        columns.stream().filter(TableColumn::isVisible).forEach(gone::remove); // asked for in the menu
        if (table.getScene() == null || table.getColumns().size() != columns.size()) {
            return; // while columns change places
        }
        List<Integer> hidden = IntStream.range(0, columns.size())
                .filter(i -> !columns.get(i).isVisible()
                        && !columns.get(i).visibleProperty().isBound()
                        && !gone.contains(columns.get(i)))
                .boxed()
                .toList();
        List<String> sort = table.getSortOrder().stream()
                .map(column -> (column.getSortType() == SortType.ASCENDING ? "+" : "-") + columns.indexOf(column))
                .toList();
        Arrangement now = new Arrangement(List.copyOf(preferred), order(), hidden, sort);
        if (now.fits(columns.size())) {
            keeper.ifPresent(each -> each.put(table.getId(), now));
        }
    }
}
