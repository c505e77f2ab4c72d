package dev.gangway.ui.kit;

import atlantafx.base.theme.Styles;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A control with its label above it, and below it a hint, or what is wrong with what was entered. */
public final class FormField extends VBox {
    /** About half of a wide dialog: hints are measured at this width. */
    private static final double USUAL_SHARE = 390;

    private final StringProperty error = new SimpleStringProperty(this, "error", "");
    private final Label below = new Label();
    private String hint;

    /** A field without a hint. */
    public FormField(String label, Node control) {
        this(label, control, "");
    }

    /** A field; an empty {@code hint} takes no room. */
    public FormField(String label, Node control, String hint) {
        this.hint = hint;
        getStyleClass().add("form-field");
        Label name = new Label(label);
        name.setLabelFor(control);
        name.getStyleClass().add("form-label");
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        control.setAccessibleText(label);
        if (control instanceof Spinner<?> spinner) {
            spinner.getEditor().setAccessibleText(label); // which is what the keyboard comes to
        }
        below.setText(hint);
        below.setWrapText(true);
        below.setMinHeight(USE_PREF_SIZE);
        below.getStyleClass().add("form-hint");
        below.managedProperty().bind(below.textProperty().isNotEmpty());
        error.addListener((property, was, text) -> {
            boolean bad = !text.isEmpty();
            below.setText(bad ? text : this.hint);
            below.setGraphic(bad ? new LevelShape(Level.BAD) : null);
            below.getStyleClass().remove("form-error");
            if (bad) {
                below.getStyleClass().add("form-error");
            }
            control.pseudoClassStateChanged(Styles.STATE_DANGER, bad);
            control.setAccessibleHelp(text);
        });
        getChildren().addAll(name, control, below);
    }

    /** Says this below the control in place of the hint; a problem stays in front of it. */
    public void setHint(String changed) {
        hint = changed;
        if (error.get().isEmpty()) {
            below.setText(changed);
        }
    }

    /** Fields side by side, each with the same share of the width. */
    public static HBox row(FormField... fields) {
        HBox row = new HBox(fields);
        row.getStyleClass().add("columns");
        for (FormField field : fields) {
            HBox.setHgrow(field, Priority.ALWAYS);
            field.setMinWidth(0);
            field.setPrefWidth(USUAL_SHARE);
        }
        return row;
    }

    /** What is wrong, in words; empty where nothing is. */
    public StringProperty errorProperty() {
        return error;
    }
}
