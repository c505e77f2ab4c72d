package dev.gangway.ui.shell;

import dev.gangway.ui.kit.Key;
import dev.gangway.ui.kit.Navigator;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.text.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The bar on top: product, server, outbox, search, operator, lock. */
final class Header extends HBox {
    private static final double WIDEST_SEARCH = 440;
    private static final double NARROWEST_SEARCH = 160;
    /** Wide enough for its prompt and its key in every language. */
    private static final double ROOMY_SEARCH = 300;

    private final HBox left;
    private final HBox right;
    private final Region search;

    Header(ScreenContext around, FrameViewModel model, Region search, String operator, Runnable lock) {
        this.search = search;
        Words words = around.words();
        getStyleClass().add("header");
        Label product = new Label(words.get("product"));
        product.getStyleClass().add("product");
        product.setMinWidth(USE_PREF_SIZE);
        left = new HBox(product, new ServerMenu(around), outbox(around, model));
        left.setAlignment(Pos.CENTER_LEFT);
        Label who = new Label(words.get("header.operator", "name", operator));
        who.getStyleClass().addAll("pill");
        right = new HBox(who, lockButton(words, lock));
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

    /** The search field gives way where what is beside it needs the room, as it does with large text. */
    @Override
    protected void layoutChildren() {
        double inner = getWidth() - snappedLeftInset() - snappedRightInset() - 2 * getSpacing();
        double between = inner - 2 * Math.max(natural(left), natural(right));
        boolean crowded =
                between < ROOMY_SEARCH; // then it leaves the middle: one side may have room that the other lacks
        double room = crowded ? Math.min(inner - natural(left) - natural(right), ROOMY_SEARCH) : between;
        left.setPrefWidth(crowded ? natural(left) : 1);
        right.setPrefWidth(crowded ? natural(right) : 1);
        double width = Math.clamp(room, NARROWEST_SEARCH, WIDEST_SEARCH);
        search.setMinWidth(width);
        search.setPrefWidth(width);
        search.setMaxWidth(width);
        super.layoutChildren();
    }

    private static double natural(HBox side) {
        return side.getChildren().stream()
                .mapToDouble(node -> Math.ceil(node.prefWidth(-1)) + side.getSpacing())
                .sum();
    }

    private static Button outbox(ScreenContext around, FrameViewModel model) {
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
        button.setOnAction(event -> around.navigator().open(Navigator.OUTBOX));
        return button;
    }

    private static Button lockButton(Words words, Runnable lock) {
        Button button = new Button(words.get("header.lock"));
        button.setId("lock");
        button.getStyleClass().add("pill");
        button.setTooltip(new Tooltip(Key.LOCK.on(words, words.get("header.lock.help"))));
        button.setOnAction(event -> lock.run());
        return button;
    }
}
