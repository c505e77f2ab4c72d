package dev.gangway.ui.kit;

import atlantafx.base.theme.Styles;
import dev.gangway.ui.text.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;

/**
 * A few choices side by side, in several rows where there is no room for one, of which exactly one holds. One stop for Tab; the arrow keys, Home and End choose, as with
 * radio buttons (WAI-ARIA Authoring Practices, radio group).
 */
public final class SegmentedButton<E extends Enum<E>> extends FlowPane {
    /** Under which a default button is found. */
    private static final KeyCombination ENTER = new KeyCodeCombination(KeyCode.ENTER);

    /** As wide as all of them want to be together; less room makes more rows. */
    private static final double ONE_ROW = 4_000;

    private final List<E> choices;
    private final Consumer<E> onChosen;
    private final Map<E, ToggleButton> buttons;

    /** Makes them; {@code onChosen} hears of choices that people make. */
    public SegmentedButton(
            String name, Class<E> type, List<E> choices, Function<E, String> label, Consumer<E> onChosen) {
        this.choices = List.copyOf(choices);
        this.onChosen = onChosen;
        buttons = new EnumMap<>(type);
        setAccessibleText(name);
        getStyleClass().add("segments");
        setPrefWrapLength(ONE_ROW);
        setVgap(4);
        for (E choice : choices) {
            ToggleButton button = new ToggleButton(label.apply(choice));
            button.setId(choice.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT) + "-" + choice.name());
            button.setAccessibleText(name + ": " + label.apply(choice));
            button.getStyleClass().addAll(Styles.SMALL, pill(choices, choice));
            button.setOnAction(_ -> take(choice));
            buttons.put(choice, button);
            getChildren().add(button);
        }
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        mark(List.of());
    }

    /** All side by side; a flow pane would want its wrap length. */
    @Override
    protected double computePrefWidth(double height) {
        double children = buttons.values().stream()
                .mapToDouble(button -> snapSizeX(button.prefWidth(-1)))
                .sum();
        return snappedLeftInset() + children + snappedRightInset();
    }

    /** All constants of the value's type, named by {@code key} and the constant; shows the value, follows and sets it. */
    public static <E extends Enum<E>> SegmentedButton<E> of(Words words, String key, ObjectProperty<E> value) {
        return of(words.get(key), choice -> words.get(key + "." + choice), value);
    }

    /** All constants of the value's type; shows the value, follows and sets it. */
    public static <E extends Enum<E>> SegmentedButton<E> of(
            String name, Function<E, String> label, ObjectProperty<E> value) {
        Class<E> type = value.get().getDeclaringClass();
        SegmentedButton<E> button =
                new SegmentedButton<>(name, type, List.of(type.getEnumConstants()), label, value::set);
        button.choose(value.get());
        value.addListener((_, _, now) -> button.choose(now));
        return button;
    }

    /** Shows a choice without telling anybody. */
    public void choose(E choice) {
        mark(List.of(choice));
    }

    private void take(E choice) {
        mark(List.of(choice)); // pressing the chosen one again must not leave none
        onChosen.accept(choice);
    }

    /** Where none is chosen, Tab stops at the first. */
    private void mark(List<E> chosen) {
        E stop = chosen.isEmpty() ? choices.getFirst() : chosen.getFirst();
        buttons.forEach((each, button) -> {
            button.setSelected(chosen.contains(each));
            button.setFocusTraversable(each == stop);
        });
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && getScene() != null) { // as on radio buttons: what the dialog is for
            Runnable main = getScene().getAccelerators().get(ENTER);
            if (main != null) {
                main.run();
                event.consume();
            }
            return;
        }
        int at = getChildren().indexOf(event.getTarget());
        int last = choices.size() - 1;
        int to = switch (event.getCode()) {
            case LEFT, UP -> at == 0 ? last : at - 1;
            case RIGHT, DOWN -> at == last ? 0 : at + 1;
            case HOME -> 0;
            case END -> last;
            default -> -1;
        };
        if (at >= 0 && to >= 0 && !event.isShortcutDown() && !event.isAltDown()) {
            take(choices.get(to));
            getChildren().get(to).requestFocus();
            event.consume();
        }
    }

    private static <E> String pill(List<E> choices, E choice) {
        int at = choices.indexOf(choice);
        if (at == 0) {
            return Styles.LEFT_PILL;
        }
        return at == choices.size() - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL;
    }
}
