package dev.gangway.ui.shell;

import dev.gangway.ui.kit.Surroundings;
import dev.gangway.ui.text.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The bar on top: product, server, outbox, search, operator, lock. */
final class Header extends HBox {
    Header(Surroundings around, FrameViewModel model, Node search, String operator, Runnable lock) {
        Words words = around.words();
        getStyleClass().add("header");
        Label product = new Label(words.get("product"));
        product.getStyleClass().add("product");
        HBox left = new HBox(product, new ServerMenu(around), outbox(around, model));
        left.setAlignment(Pos.CENTER_LEFT);
        Label who = new Label(words.get("header.operator", "name", operator));
        who.getStyleClass().addAll("pill");
        HBox right = new HBox(who, lockButton(words, lock));
        right.setAlignment(Pos.CENTER_RIGHT);
        for (HBox side : new HBox[] {left, right}) {
            side.getStyleClass().add("header-side");
            side.setPrefWidth(1); // both sides grow alike, so the search field stays in the middle
            side.setMinWidth(USE_PREF_SIZE);
            HBox.setHgrow(side, Priority.ALWAYS);
        }
        left.setMinWidth(0);
        right.setMinWidth(0);
        getChildren().addAll(left, search, right);
    }

    private static Button outbox(Surroundings around, FrameViewModel model) {
        Words words = around.words();
        Button button = new Button();
        button.setId("outbox");
        button.getStyleClass().add("pill");
        button.setTooltip(new Tooltip(words.get("header.outbox.help")));
        Label count = new Label();
        count.getStyleClass().add("strong");
        button.setText(words.get("header.outbox"));
        button.setGraphic(count);
        button.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        model.outboxProperty().subscribe(waiting -> {
            count.setText(words.formats().number(waiting.longValue()));
            button.setAccessibleText(words.count("header.outbox.spoken", waiting.longValue()));
        });
        button.disableProperty().bind(model.outboxProperty().isEqualTo(0));
        button.setOnAction(event -> model.finishOutbox());
        return button;
    }

    private static Button lockButton(Words words, Runnable lock) {
        Button button = new Button(words.get("header.lock"));
        button.setId("lock");
        button.getStyleClass().add("pill");
        button.setTooltip(new Tooltip(words.get("header.lock.help")));
        button.setOnAction(event -> lock.run());
        return button;
    }
}
