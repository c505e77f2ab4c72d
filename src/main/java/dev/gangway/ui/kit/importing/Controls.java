package dev.gangway.ui.kit.importing;

import atlantafx.base.theme.Styles;
import dev.gangway.transfer.importing.Destination;
import dev.gangway.ui.kit.Choices;
import dev.gangway.ui.text.Words;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** Where a thing goes, and what it is called there. */
final class Controls {
    /** The same on every line, so that they stand below each other. */
    private static final double WIDTH = 180;

    private Controls() {}

    static Node choice(Words words, ImportsViewModel model, ImportRow row) {
        ComboBox<Destination> box = Choices.of(row.proposal().choices(), to -> text(words, to));
        Destination now = row.destination().get();
        // A thing that was renamed goes to the same place, and is not in the list any more.
        box.setValue(row.proposal().choices().stream()
                .filter(each -> each.kind() == now.kind())
                .findFirst()
                .orElse(now));
        box.setAccessibleText(
                words.get("importing.to-of", "subject", row.proposal().item().name()));
        box.setMinWidth(WIDTH);
        box.setMaxWidth(WIDTH);
        box.setOnAction(_ -> model.choose(row, box.getValue()));
        return box;
    }

    static Node name(Words words, ImportsViewModel model, ImportRow row) {
        if (row.name().isEmpty()) {
            Label none = new Label();
            none.setMinWidth(WIDTH);
            return none;
        }
        TextField field = new TextField(row.name().get());
        field.setMinWidth(WIDTH);
        field.setMaxWidth(WIDTH);
        field.setAccessibleText(
                words.get("importing.name-of", "subject", row.proposal().item().name()));
        field.pseudoClassStateChanged(Styles.STATE_DANGER, row.problem().get().isPresent());
        field.setOnAction(_ -> model.rename(row, field.getText()));
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused && !row.name().equals(Optional.of(field.getText()))) {
                model.rename(row, field.getText());
            }
        });
        return field;
    }

    private static String text(Words words, Destination to) {
        String name = to instanceof Destination.ExistingDevice device ? device.name() : "";
        return words.get("importing.to." + to.kind(), "name", name);
    }
}
