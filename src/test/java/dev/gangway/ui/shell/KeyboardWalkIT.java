package dev.gangway.ui.shell;

import dev.gangway.ui.kit.FocusRing;
import dev.gangway.vault.TestVaults;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Goes through every screen and dialog with Tab, as somebody without a mouse does. Fails where the keyboard is nowhere,
 * out of view, without a mark, goes back up before the end of a column, cannot come out again, or is at something that has
 * neither role nor name in JavaFX's tree for screen readers.
 */
class KeyboardWalkIT extends PlantCase {
    /** More stops than this no screen has: the keyboard is caught. */
    private static final int ENOUGH = 250;

    /** What a screen reader passes over. */
    private static final Set<AccessibleRole> NO_ROLE =
            EnumSet.of(AccessibleRole.NODE, AccessibleRole.PARENT, AccessibleRole.TEXT);

    @Override
    protected void beforeTheWindow() {
        super.beforeTheWindow();
        plant.introduceTo(vault(), "pump-1", "pump-2");
    }

    @Test
    void everyScreenAndDialogCanBeWalkedWithTab() {
        driver.type("#passphrase", TestVaults.PASSPHRASE);
        robot.type(KeyCode.ENTER);
        driver.awaitShown("#rail-devices");
        driver.awaitWords("pump-1");
        robot.clickOn("pump-1");
        driver.awaitShown("#change-credential");
        SoftAssertions all = new SoftAssertions();
        int screens = robot.lookup(".rail-item").queryAll().size();
        for (int number = 1; number <= screens; number++) {
            open(number);
            all.assertThat(walk(stage.getScene().getRoot()))
                    .as("screen %d", number)
                    .isEmpty();
            all.assertThat(driver.unnamed())
                    .as("screen %d, for a screen reader", number)
                    .isEmpty();
        }
        Map<String, Dialog> dialogs = Map.of(
                "new device", new Dialog("devices", KeyCode.N),
                "change credential", new Dialog("devices", KeyCode.G),
                "import", new Dialog("devices", KeyCode.I),
                "without a device", new Dialog("bench", KeyCode.T),
                "new authority", new Dialog("authorities", KeyCode.N),
                "new server", new Dialog("servers", KeyCode.N));
        dialogs.forEach((name, dialog) -> {
            robot.clickOn("#rail-" + dialog.screen());
            WaitForAsyncUtils.waitForFxEvents();
            if (name.equals("change credential")) {
                driver.awaitShown("#change-credential");
            }
            robot.push(KeyCode.CONTROL, dialog.key());
            driver.awaitShown(".dialog-panel");
            Parent panel = (Parent) stage.getScene().getRoot().lookup(".dialog-panel");
            if (!name.equals("import")) { // which begins with the choice of what to bring
                all.assertThat(isField(focused()))
                        .as("%s begins in its first field, not in %s", name, focused())
                        .isTrue();
            }
            all.assertThat(walk(panel)).as(name).isEmpty();
            all.assertThat(driver.unnamed()).as("%s, for a screen reader", name).isEmpty();
            robot.type(KeyCode.ESCAPE);
            driver.awaitGone(".dialog-panel");
        });
        all.assertAll();
    }

    /** A dialog: the screen that it belongs to, and what opens it there together with Ctrl. */
    private record Dialog(String screen, KeyCode key) {}

    /** Opens a screen by its keys: the eleventh and those after it with Shift. */
    private void open(int number) {
        KeyCode digit = KeyCode.getKeyCode(String.valueOf(number % 10));
        if (number <= 10) {
            robot.push(KeyCode.CONTROL, digit);
        } else {
            robot.push(KeyCode.CONTROL, KeyCode.SHIFT, digit);
        }
        WaitForAsyncUtils.waitForFxEvents();
        String marked = robot.lookup(".rail-item").queryAllAs(ToggleButton.class).stream()
                .filter(ToggleButton::isSelected)
                .map(Node::getId)
                .findFirst()
                .orElse("");
        List<ToggleButton> rail = List.copyOf(robot.lookup(".rail-item").queryAllAs(ToggleButton.class));
        if (!rail.get(number - 1).getId().equals(marked)) {
            throw new AssertionError("the keys of screen " + number + " open " + marked);
        }
    }

    /** What is wrong on the way once round. */
    private List<String> walk(Parent within) {
        List<String> wrong = new ArrayList<>();
        Node first = focused();
        if (first == null) {
            return List.of("nothing has the keyboard");
        }
        Node last = first;
        for (int steps = 1; ; steps++) {
            wrong.addAll(look(last, within));
            robot.type(KeyCode.TAB);
            WaitForAsyncUtils.waitForFxEvents();
            Node next = focused();
            if (next == null) {
                wrong.add("the keyboard is nowhere after " + name(last));
                return wrong;
            }
            if (next == first) {
                return wrong;
            }
            if (next == last) {
                wrong.add("Tab does not leave " + name(last));
                return wrong;
            }
            if (isBefore(next, last)) {
                wrong.add("back up from " + name(last) + " to " + name(next));
            }
            if (steps == ENOUGH) {
                wrong.add("never comes round; last at " + name(last));
                return wrong;
            }
            last = next;
        }
    }

    private List<String> look(Node at, Parent within) {
        List<String> wrong = new ArrayList<>();
        Bounds window = new BoundingBox(
                0, 0, stage.getScene().getWidth(), stage.getScene().getHeight());
        Bounds seen = at.localToScene(at.getLayoutBounds());
        if (!isInside(at, within)) {
            wrong.add(name(at) + " is outside");
        } else if (!window.contains(seen.getCenterX(), seen.getCenterY())) {
            wrong.add(name(at) + " is out of view");
        }
        FocusRing ring = (FocusRing) stage.getScene().getRoot().lookup(".focus-ring");
        if (!ring.isVisible() || !ring.localToScene(ring.getLayoutBounds()).intersects(seen)) {
            wrong.add(name(at) + " is not marked");
        }
        if (NO_ROLE.contains(at.getAccessibleRole())) {
            wrong.add(name(at) + " has no role that a screen reader knows");
        }
        return wrong;
    }

    /** In the same column, and above. */
    private static boolean isBefore(Node next, Node last) {
        Parent common = last.getParent();
        while (common != null && !isInside(next, common)) {
            common = common.getParent();
        }
        Bounds a = last.localToScene(last.getLayoutBounds());
        Bounds b = next.localToScene(next.getLayoutBounds());
        boolean sameColumn = b.getMinX() < a.getMaxX() && a.getMinX() < b.getMaxX();
        boolean wholeWindow = common == null || common == next.getScene().getRoot();
        return sameColumn && !wholeWindow && b.getMaxY() <= a.getMinY() && !isWrap(next, common);
    }

    /** From the last stop of a part to its first. */
    private static boolean isWrap(Node next, Parent common) {
        return dev.gangway.ui.kit.Focus.stops(common).indexOf(next) == 0;
    }

    private static boolean isInside(Node node, Parent part) {
        return Stream.<Node>iterate(node, at -> at != null, Node::getParent).anyMatch(at -> at == part);
    }

    private static boolean isField(Node node) {
        return !(node instanceof javafx.scene.control.Button) && node != null;
    }

    private Node focused() {
        return stage.getScene().getFocusOwner();
    }

    private static String name(Node node) {
        String text = switch (node) {
            case Labeled labeled when labeled.getText() != null -> labeled.getText();
            case TextInputControl input -> String.valueOf(input.getPromptText());
            default -> String.valueOf(node.getAccessibleText());
        };
        return node.getClass().getSimpleName() + "#" + node.getId() + " \"" + text + "\"";
    }
}
