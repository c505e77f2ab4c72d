package dev.gangway.ui.watch;

import atlantafx.base.theme.Styles;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.text.Words;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The topics that are subscribed to, and one more. */
final class SubscriptionsCard extends VBox {
    private static final int QOS = 1;

    private final Words words;
    private final WatchViewModel watch;
    private final TextField filter = new TextField();
    private final VBox list = new VBox();

    SubscriptionsCard(Words words, WatchViewModel watch) {
        this.words = words;
        this.watch = watch;
        filter.setId("subscribe-filter");
        filter.setPromptText(words.get("watch.subscribe.prompt"));
        filter.setAccessibleText(words.get("watch.subscribe"));
        filter.setOnAction(_ -> subscribe());
        Button add = new Button(words.get("watch.subscribe"));
        add.setId("subscribe");
        add.setMinWidth(USE_PREF_SIZE);
        add.setOnAction(_ -> subscribe());
        HBox.setHgrow(filter, Priority.ALWAYS);
        HBox row = new HBox(filter, add);
        row.getStyleClass().add("button-row");
        list.getStyleClass().add("subscriptions");
        list.managedProperty().bind(list.visibleProperty());
        getChildren().add(new Card(words.get("watch.subscriptions"), Card.padded(row, list)));
        watch.subscriptions().addListener((ListChangeListener<Subscription>) _ -> show());
        watch.state().addListener(_ -> row.setDisable(!watch.state().get().isConnected()));
        row.setDisable(true);
        show();
    }

    private void subscribe() {
        String text = filter.getText().strip();
        if (!text.isEmpty()) {
            watch.subscribe(text, QOS);
            filter.clear();
        }
    }

    private void show() {
        list.getChildren().setAll(watch.subscriptions().stream().map(this::line).toList());
        list.setVisible(!list.getChildren().isEmpty());
    }

    private Node line(Subscription subscription) {
        Label name = new Label(subscription.filter());
        name.getStyleClass().add("code");
        name.setTooltip(new Tooltip(subscription.filter()));
        Label qos = new Label(
                subscription.isGranted()
                        ? words.get("watch.granted-qos", "qos", subscription.qos())
                        : words.get("watch.asked"));
        qos.getStyleClass().add("muted");
        qos.setMinWidth(USE_PREF_SIZE);
        Button remove = new Button("✕");
        remove.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        remove.setMinWidth(USE_PREF_SIZE);
        remove.setAccessibleText(words.get("watch.unsubscribe", "filter", subscription.filter()));
        remove.setOnAction(_ -> watch.unsubscribe(subscription.filter()));
        HBox line = new HBox(name, Card.spacer(), qos, remove);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("subscription");
        return line;
    }
}
