package dev.gangway.ui.kit;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** A few choices side by side of which exactly one holds. */
public final class Segments<E extends Enum<E>> extends HBox {
    private final Map<E, ToggleButton> buttons;

    /** Makes them; {@code onChosen} hears of choices that people make. */
    public Segments(String name, Class<E> type, List<E> choices, Function<E, String> label, Consumer<E> onChosen) {
        buttons = new EnumMap<>(type);
        setAccessibleText(name);
        getStyleClass().add("segments");
        ToggleGroup group = new ToggleGroup();
        for (E choice : choices) {
            ToggleButton button = new ToggleButton(label.apply(choice));
            button.setToggleGroup(group);
            button.setId(choice.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT) + "-" + choice.name());
            button.setAccessibleText(name + ": " + label.apply(choice));
            button.getStyleClass().addAll(Styles.SMALL, pill(choices, choice));
            button.setOnAction(_ -> {
                button.setSelected(true); // pressing the chosen one again must not leave none
                onChosen.accept(choice);
            });
            buttons.put(choice, button);
            getChildren().add(button);
        }
    }

    /** Shows a choice without telling anybody. */
    public void choose(E choice) {
        buttons.forEach((each, button) -> button.setSelected(each == choice));
    }

    private static <E> String pill(List<E> choices, E choice) {
        int at = choices.indexOf(choice);
        if (at == 0) {
            return Styles.LEFT_PILL;
        }
        return at == choices.size() - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL;
    }
}
