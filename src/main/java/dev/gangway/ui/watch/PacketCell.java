package dev.gangway.ui.watch;

import dev.gangway.bench.event.Event;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Skin;
import javafx.scene.control.SkinBase;
import javafx.scene.control.TableCell;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * One text in a packet's row. It draws its text itself, because a label asks for a new layout with each text, and a table
 * that is asked sets up all its rows anew: sixty times a second, that is most of what there is to do.
 */
final class PacketCell extends TableCell<Event, Event> {
    private static final double GAP = 6;

    private final Function<Event, String> words;
    private final boolean right;
    private final Text line = new Text();
    private String whole = "";

    /** Width of a character, once a text was too long; 0 before. */
    private double perCharacter;

    PacketCell(Function<Event, String> words, List<String> styles) {
        this.words = words;
        right = styles.contains("number");
        getStyleClass().addAll(styles);
        line.getStyleClass().add("line");
        line.setManaged(false);
        line.setTextOrigin(VPos.CENTER);
        line.fontProperty().addListener((_, _, _) -> perCharacter = 0);
    }

    /** Another packet stands here; the item stays, see the row. */
    void show(Event event) {
        write(words.apply(event));
    }

    @Override
    protected void updateItem(@Nullable Event event, boolean empty) {
        super.updateItem(event, empty);
        write(empty || event == null ? "" : words.apply(event));
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new LineSkin(this);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT ? whole : super.queryAccessibleAttribute(attribute, parameters);
    }

    private void write(String text) {
        whole = text;
        place();
    }

    private void place() {
        double room = Math.max(0, getWidth() - 2 * GAP);
        line.setText(whole);
        if (perCharacter * whole.length() > room || width() > room) {
            perCharacter = perCharacter > 0 ? perCharacter : width() / whole.length();
            line.setText(whole.substring(0, Math.clamp((int) (room / perCharacter) - 1, 0, whole.length())) + "…");
        }
        line.setLayoutX(Math.round(right ? getWidth() - GAP - width() : GAP));
        line.setLayoutY(Math.round(getHeight() / 2));
    }

    private double width() {
        return line.getLayoutBounds().getWidth();
    }

    private static final class LineSkin extends SkinBase<PacketCell> {
        LineSkin(PacketCell cell) {
            super(cell);
            getChildren().add(cell.line);
        }

        @Override
        protected void layoutChildren(double x, double y, double width, double height) {
            getSkinnable().place();
        }

        @Override
        protected double computePrefWidth(
                double height, double top, double rightInset, double bottom, double leftInset) {
            Text measured = new Text(getSkinnable().whole);
            measured.setFont(getSkinnable().line.getFont());
            return measured.getLayoutBounds().getWidth() + 2 * GAP + 1;
        }
    }
}
