package dev.gangway.ui.kit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What is shown over the window: a title, content that scrolls where it must, and buttons. */
public final class Panel extends VBox {
    private final Node content;
    private final List<Button> buttons;

    /** Makes one; a button that is default or cancel button answers to Enter or Escape. */
    public Panel(String title, Node content, Button... buttons) {
        this.content = content;
        this.buttons = List.of(buttons);
        getStyleClass().addAll("panel", "dialog-panel");
        setAccessibleRole(AccessibleRole.DIALOG);
        setAccessibleText(title);
        Label heading = new Label(title);
        heading.setWrapText(true);
        heading.setMinHeight(USE_PREF_SIZE);
        heading.getStyleClass().add("dialog-title");
        ScrollPane scroll = new Scroll(content);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("dialog-content");
        setVgrow(scroll, Priority.ALWAYS);
        for (Button button : buttons) {
            button.setMinWidth(USE_PREF_SIZE); // words of another language may be longer: the dialog is wider then
        }
        HBox row = new HBox(buttons);
        row.getStyleClass().addAll("button-row", "dialog-buttons");
        getChildren().addAll(heading, scroll, row);
        setMaxWidth(USE_PREF_SIZE);
        setMaxHeight(USE_PREF_SIZE);
    }

    /** Where the keyboard begins: the first field; where there is none, what Enter would do; else the first button. */
    void focusFirst() {
        applyCss();
        layout(); // content that scrolls is not below the pane before that
        List<Node> fields = Focus.stops(content);
        Stream<Node> main = Stream.concat(
                buttons.stream().filter(button -> button.isDefaultButton() && !button.isDisabled()),
                buttons.stream().filter(button -> !button.isDisabled()));
        Stream.concat(fields.stream(), main.filter(Node::isVisible)).findFirst().ifPresent(Node::requestFocus);
    }

    /** The button that answers to Escape, where one is shown. */
    Optional<Button> cancelButton() {
        return buttons.stream()
                .filter(button -> button.isCancelButton() && button.isVisible())
                .findFirst();
    }

    /** The same, for content that needs more room than a form. */
    public Panel wide() {
        getStyleClass().add("wide");
        return this;
    }

    /** The same for fingers in gloves: nothing that is touched is lower than 44 pixels. */
    public Panel touch() {
        getStyleClass().add("touch");
        return this;
    }

    /** As high as its content where there is room; a plain scroll pane does not ask how high wrapped words are. */
    private static final class Scroll extends ScrollPane {
        private static final double EDGE = 2;

        Scroll(Node content) {
            super(content);
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            return getContent().prefHeight(width - EDGE) + EDGE;
        }
    }
}
