package dev.gangway.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** How somebody has arranged a table holds at the next start; want of room changes nothing of it. */
class TableColumnsIT {
    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();

    @BeforeEach
    void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void widthsOrderShownColumnsAndSortingComeBack() {
        robot.interact(() -> {
            KeptColumns first = new KeptColumns(file());
            TableView<String> table = table(first, 900);
            double before = table.getColumns().getFirst().getWidth();
            table.fireEvent(mouse(MouseEvent.MOUSE_PRESSED));
            table.resizeColumn(table.getColumns().getFirst(), 77);
            table.fireEvent(mouse(MouseEvent.MOUSE_RELEASED));
            double width = table.getColumns().getFirst().getWidth();
            table.getColumns().get(1).setVisible(false);
            table.getColumns().get(2).setSortType(TableColumn.SortType.DESCENDING);
            table.getSortOrder().add(table.getColumns().get(2));
            table.getColumns().add(1, table.getColumns().remove(3));
            first.keep();

            TableView<String> again = table(new KeptColumns(file()), 900);
            assertThat(width).isGreaterThan(before);
            assertThat(again.getColumns().getFirst().getPrefWidth()).isEqualTo(width);
            assertThat(again.getColumns()).extracting(TableColumn::getText).containsExactly("a", "d", "b", "c");
            assertThat(again.getColumns()).extracting(TableColumn::isVisible).containsExactly(true, true, false, true);
            assertThat(again.getSortOrder()).extracting(TableColumn::getText).containsExactly("c");
            assertThat(again.getSortOrder().getFirst().getSortType()).isEqualTo(TableColumn.SortType.DESCENDING);
        });
    }

    @Test
    void whatGivesWayForWantOfRoomIsNotKeptAsHidden() {
        robot.interact(() -> {
            KeptColumns kept = new KeptColumns(file());
            TableView<String> table = table(kept, 190);
            assertThat(table.getVisibleLeafColumns())
                    .extracting(TableColumn::getText)
                    .containsExactly("a", "b", "c");
            table.getSortOrder().add(table.getColumns().getFirst());
            kept.keep();
            assertThat(file()).content().contains("things.hidden=\n");
            TableView<String> wide = table(new KeptColumns(file()), 900);
            assertThat(wide.getVisibleLeafColumns()).hasSize(4);
        });
    }

    @Test
    void aDamagedFileOrOneOfOtherColumnsLeavesTheTableAsItIsMade() throws IOException {
        for (String text : List.of(
                "things.widths=NaN,1,2,3\nthings.order=0,1,2,3",
                "things.widths=90,90,90\nthings.order=0,1,2",
                "things.widths=90,90,90,90\nthings.order=0,0,2,3",
                "things.widths=wide\nthings.order=\\u12")) {
            Files.writeString(file(), text);
            robot.interact(() -> assertThat(table(new KeptColumns(file()), 900).getColumns())
                    .as(text)
                    .extracting(TableColumn::getPrefWidth)
                    .containsExactly(100.0, 100.0, 100.0, 100.0));
        }
    }

    private Path file() {
        return folder.resolve(KeptColumns.FILE);
    }

    private static TableView<String> table(KeptColumns kept, double width) {
        TableView<String> table = new TableView<>();
        table.setId("things");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        for (String name : List.of("a", "b", "c", "d")) {
            TableColumn<String, String> column = new TableColumn<>(name);
            column.setMinWidth(60);
            column.setPrefWidth(100);
            table.getColumns().add(column);
        }
        Em.scale(table, table.getColumns().get(3));
        StackPane pane = new StackPane();
        Scene scene = new Scene(pane, width, 300);
        kept.serve(scene);
        pane.getChildren().add(table);
        TableLook.layOut(scene, 100);
        return table;
    }

    private static MouseEvent mouse(javafx.event.EventType<MouseEvent> type) {
        return new MouseEvent(
                type,
                0,
                0,
                0,
                0,
                javafx.scene.input.MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                false,
                new PickResult(null, 0, 0));
    }
}
