package dev.gangway.ui.watch;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import dev.gangway.ui.Pictures;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.StyleSheets;
import dev.gangway.ui.shell.ConsoleWindow;
import dev.gangway.ui.text.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.application.Application;
import javafx.geometry.VerticalDirection;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableRow;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A list that moves on shows what is in it, and stands still for whoever looks at a row. */
class PacketTableIT {
    private static final int MOST = 200;

    private final PacketList packets = new PacketList(MOST);
    private final FxRobot robot = new FxRobot();
    private PacketTable table;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        robot.interact(() -> {
            stage = new Stage();
            Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            table = new PacketTable(Words.load(Locale.ENGLISH), packets);
            StackPane root = new StackPane(new Card("Packets", table));
            root.getStyleClass().add("watch");
            root.getStylesheets().add(StyleSheets.of(WatchScreen.class, "watch.css"));
            Scene scene = new Scene(root, 1000, 500);
            scene.getStylesheets().add(StyleSheets.of(ConsoleWindow.class, "/dev/gangway/ui/gangway.css"));
            stage.setScene(scene);
            stage.show();
        });
    }

    @AfterEach
    void close() {
        robot.interact(stage::hide);
    }

    @Test
    void theNewestAreInSightWhileTheListMoves() {
        append(0, MOST);
        append(MOST, 37);
        List<String> shown = contents();
        assertThat(shown).hasSizeGreaterThan(10);
        assertThat(shown.getLast()).startsWith("{\"number\":236,").endsWith("…");
        assertThat(onFx(() -> bottom(row(MOST - 1)))).isLessThan(onFx(() -> bottom(table)) + 1);
        assertThat(shown.getFirst()).startsWith("{\"number\":" + (237 - shown.size()) + ",");
        assertThat(onFx(() -> row(table.getItems().size() - 1).queryAccessibleAttribute(AccessibleAttribute.TEXT)))
                .isEqualTo("received PUBLISH, flood");
        onFx(() -> Pictures.take(table.getScene(), "packets-moving"));
    }

    @Test
    void noTextLeavesItsColumn() {
        append(0, MOST);
        append(MOST, 3);
        assertThat(onFx(() -> table.lookupAll(".line").stream()
                        .filter(line ->
                                line.getLayoutX() + line.getLayoutBounds().getWidth()
                                        > ((PacketCell) line.getParent()).getWidth())
                        .map(line -> ((Text) line).getText())
                        .toList()))
                .isEmpty();
    }

    @Test
    void whoSelectsARowIsLookingAtIt() {
        append(0, 30);
        assertThat(onFx(table::isLookedAt)).isFalse();
        robot.interact(() -> table.getSelectionModel().select(3));
        append(30, 5);
        assertThat(onFx(table::isLookedAt)).isTrue();
        assertThat(onFx(() -> table.getSelectionModel().getSelectedItem().index()))
                .isEqualTo(3);
        robot.interact(table::lookAway);
        append(35, 1);
        assertThat(contents().getLast()).startsWith("{\"number\":35,");
    }

    @Test
    void whoScrollsUpIsLookingToo() {
        append(0, 100);
        robot.moveTo(table).scroll(5, VerticalDirection.UP);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(onFx(table::isLookedAt)).isTrue();
        robot.scroll(50, VerticalDirection.DOWN);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(onFx(table::isLookedAt)).isFalse();
    }

    private void append(int first, int count) {
        robot.interact(() -> {
            packets.append(Packets.of(first, count));
            table.follow();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** The last column of the rows in sight, from the top. */
    private List<String> contents() {
        return onFx(() -> table.lookupAll(".table-row-cell").stream()
                .map(TableRow.class::cast)
                .filter(row -> !row.isEmpty() && row.isVisible())
                .sorted(Comparator.comparing(TableRow::getIndex))
                .map(row -> row.getChildrenUnmodifiable().getLast())
                .map(cell -> ((Text) cell.lookup(".line")).getText())
                .toList());
    }

    private static double bottom(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMaxY();
    }

    private Node row(int index) {
        return table.lookupAll(".table-row-cell").stream()
                .filter(row -> ((TableRow<?>) row).getIndex() == index)
                .findFirst()
                .orElseThrow();
    }

    private static <T> T onFx(Callable<T> what) {
        try {
            return WaitForAsyncUtils.asyncFx(what).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
