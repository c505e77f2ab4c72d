package dev.gangway.ui.bench;

import atlantafx.base.theme.Styles;
import dev.gangway.bench.export.CommandLines;
import dev.gangway.bench.model.Plan;
import dev.gangway.ui.kit.Panel;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.text.Words;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/** Shows the command lines that do what a test does. */
final class CommandPanel {
    private CommandPanel() {}

    static void show(ScreenContext around, Plan plan) {
        Words words = around.words();
        Label explanation = new Label(words.get("bench.command.text"));
        explanation.setWrapText(true);
        explanation.setMinHeight(Label.USE_PREF_SIZE);
        explanation.getStyleClass().add("muted");
        VBox content = new VBox(explanation);
        content.getStyleClass().add("form");
        CommandLines.of(plan).forEach(line -> content.getChildren().addAll(command(around, line)));
        Button close = new Button(words.get("dialog.close"));
        close.setCancelButton(true);
        close.setOnAction(_ -> around.dialogs().close());
        around.dialogs().show(new Panel(words.get("bench.command.title"), content, close).wide());
    }

    private static List<javafx.scene.Node> command(ScreenContext around, String line) {
        TextArea text = new TextArea(line);
        text.setEditable(false);
        text.setWrapText(true);
        text.setPrefRowCount(4);
        text.getStyleClass().add("code");
        text.setAccessibleText(around.words().get("bench.command.title"));
        Button copy = new Button(around.words().get("secret.copy"));
        copy.getStyleClass().add(Styles.SMALL);
        copy.setOnAction(_ -> around.clipboard().copy(line));
        return List.of(text, copy);
    }
}
