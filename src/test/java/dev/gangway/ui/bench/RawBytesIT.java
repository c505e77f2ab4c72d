package dev.gangway.ui.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.Field;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** An opened message: each field marks its bytes, a byte selects its field, and all of it can be copied. */
class RawBytesIT extends BenchCase {
    @Test
    void everyFieldOfTlsAndMqttMarksItsBytesAndCanBeCopied() {
        testDevice();
        for (String message : List.of("ClientHello", "ServerHello", "Certificate", "CONNECT", "PUBLISH")) {
            Event event = open(message);
            List<TreeItem<Field>> fields = below(fields().getRoot());
            assertThat(fields).as(message).hasSizeGreaterThan(3);
            for (TreeItem<Field> item : fields) {
                select(item);
                Field field = item.getValue();
                String expected = field.length() == 0 ? "" : hex(event, field.offset(), field.length());
                await(message + " " + field.name())
                        .untilAsserted(() -> assertThat(marked()).isEqualTo(inView(expected)));
            }
        }
        driver.picture("bytes-of-a-field");
    }

    @Test
    void aByteSelectsItsFieldByMouseAndByKeyboard() {
        testDevice();
        open("CONNECT");
        robot.clickOn(robot.offset(bytes(), Pos.TOP_LEFT, new Point2D(52, 12))); // the first byte
        await().until(() -> fields().getSelectionModel().getSelectedItem() != null);
        driver.picture("bytes-clicked");
        assertThat(selected().offset()).isZero();

        Event event = open("ClientHello");
        robot.interact(() -> bytes().requestFocus());
        robot.type(KeyCode.END);
        Field last = selected();
        assertThat(last.offset() + last.length()).isEqualTo(event.raw().length);
        await("the end of a long message is in view")
                .untilAsserted(() -> assertThat(marked()).endsWith(hex(event, event.raw().length - 1, 1)));
        driver.picture("bytes-end");
        robot.type(KeyCode.HOME);
        assertThat(selected().offset()).isZero();
        robot.type(KeyCode.RIGHT, KeyCode.DOWN);
        assertThat(selected().offset()).isPositive();
    }

    @Test
    void aRowAFieldAndBytesAreCopied() {
        testDevice();
        Event event = open("CONNACK");
        robot.interact(() -> table(".timeline").requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.C);
        assertThat(copied()).contains("received\tCONNACK\t").endsWith("success (0x00)");

        select(below(fields().getRoot()).getFirst());
        robot.interact(() -> fields().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.C);
        assertThat(copied()).isEqualTo(event.fields().getFirst().value());
        robot.interact(() -> bytes().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.C);
        assertThat(copied()).isEqualTo(hex(event, 0, event.fields().getFirst().length()));
    }

    @SuppressWarnings("unchecked")
    private TreeTableView<Field> fields() {
        return robot.lookup(".fields").queryAs(TreeTableView.class);
    }

    private ListView<?> bytes() {
        return robot.lookup(".hex").queryAs(ListView.class);
    }

    private Field selected() {
        WaitForAsyncUtils.waitForFxEvents();
        return fields().getSelectionModel().getSelectedItem().getValue();
    }

    /** The last message of this name. */
    private Event open(String name) {
        var rows = table(".timeline").getItems();
        int at = IntStream.range(0, rows.size())
                .filter(i -> rows.get(i) instanceof TimelineRow.Seen seen
                        && seen.event().name().equals(name))
                .reduce((one, next) -> next)
                .orElseThrow();
        robot.interact(() -> {
            table(".timeline").getSelectionModel().clearAndSelect(at);
            table(".timeline").scrollTo(at);
        });
        WaitForAsyncUtils.waitForFxEvents();
        return ((TimelineRow.Seen) rows.get(at)).event();
    }

    private void select(TreeItem<Field> item) {
        robot.interact(() -> {
            for (TreeItem<Field> above = item.getParent(); above != null; above = above.getParent()) {
                above.setExpanded(true);
            }
            fields().getSelectionModel().select(item);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static List<TreeItem<Field>> below(TreeItem<Field> item) {
        List<TreeItem<Field>> all = new ArrayList<>();
        item.getChildren().forEach(child -> {
            all.add(child);
            all.addAll(below(child));
        });
        return all;
    }

    /** The marked bytes in view, as they stand there. */
    private String marked() {
        robot.interact(() -> bytes().layout());
        return lines().flatMap(line -> line.getChildren().stream())
                .map(Label.class::cast)
                .filter(label -> label.getStyleClass().contains("hex-marked"))
                .map(label -> label.getText().strip())
                .collect(Collectors.joining(" "));
    }

    /** What is in view of the bytes, line by line. */
    private Stream<HBox> lines() {
        VirtualFlow<?> flow = robot.lookup(".hex .virtual-flow").queryAs(VirtualFlow.class);
        return IntStream.rangeClosed(
                        flow.getFirstVisibleCell().getIndex(),
                        flow.getLastVisibleCell().getIndex())
                .mapToObj(line -> (ListCell<?>) flow.getCell(line))
                .map(cell -> (HBox) ((HBox) cell.getGraphic()).getChildren().get(1));
    }

    /** Long fields are shown from their beginning: as much of them as fits. */
    private String inView(String hex) {
        String shown = marked();
        return !shown.isEmpty() && hex.startsWith(shown) && shown.length() >= 11 ? shown : hex;
    }

    private static String hex(Event event, int offset, int length) {
        return HexFormat.ofDelimiter(" ").formatHex(event.raw(), offset, offset + length);
    }

    private String copied() {
        String[] text = new String[1];
        robot.interact(() -> text[0] = Clipboard.getSystemClipboard().getString());
        await().until(() -> text[0] != null);
        return text[0];
    }
}
