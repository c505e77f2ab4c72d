package dev.gangway.ui.watch;

import atlantafx.base.theme.Styles;
import dev.gangway.bench.model.MessageProperties;
import dev.gangway.bench.model.MqttMessage;
import dev.gangway.server.thingsboard.DeviceTopics;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.Segments;
import dev.gangway.ui.text.Words;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** A message by hand, and the usual ones of ThingsBoard at the press of a button. */
final class PublishCard extends VBox {
    private final Words words;
    private final WatchViewModel watch;
    private final TextField topic = new TextField(DeviceTopics.TELEMETRY);
    private final TextArea payload = new TextArea(QuickAction.TELEMETRY.payload());
    private final FormField topicField;
    private final CheckBox retain = new CheckBox();
    private final Button send = new Button();
    private final MenuItem answer = new MenuItem();
    private Qos qos = Qos.ONE;

    /** The qualities of service. */
    enum Qos {
        ZERO,
        ONE,
        TWO
    }

    PublishCard(Words words, WatchViewModel watch) {
        this.words = words;
        this.watch = watch;
        topic.setId("publish-topic");
        payload.setId("publish-payload");
        payload.setPrefRowCount(2);
        payload.setWrapText(true);
        payload.getStyleClass().add("code");
        topicField = new FormField(words.get("watch.topic"), topic);
        topic.textProperty().addListener(_ -> topicField.errorProperty().set(""));
        topic.setOnAction(_ -> publish());
        Segments<Qos> level = new Segments<>(
                words.get("watch.qos"),
                Qos.class,
                List.of(Qos.values()),
                choice -> "QoS " + choice.ordinal(),
                choice -> qos = choice);
        level.choose(qos);
        retain.setText(words.get("watch.retain"));
        retain.setId("publish-retain");
        send.setText(words.get("watch.publish") + "  Ctrl+Enter");
        send.setId("publish");
        send.getStyleClass().add(Styles.ACCENT);
        send.setMaxWidth(Double.MAX_VALUE);
        send.setOnAction(_ -> publish());
        FlowPane how = new FlowPane(level, retain);
        how.getStyleClass().add("publish-how");
        VBox form = Card.padded(topicField, new FormField(words.get("watch.payload"), payload), how, send);
        form.getStyleClass().add("publish-form");
        form.setDisable(true);
        MenuButton quick = quickActions();
        quick.setDisable(true);
        getChildren().add(new Card(words.get("watch.publish"), form, quick));
        watch.state().addListener(_ -> {
            boolean connected = watch.state().get().isConnected();
            form.setDisable(!connected);
            quick.setDisable(!connected);
        });
    }

    /** Sends what the form says. */
    void publish() {
        String to = topic.getText().strip();
        if (to.isEmpty() || to.contains("#") || to.contains("+")) {
            topicField.errorProperty().set(words.get(to.isEmpty() ? "watch.topic.empty" : "watch.topic.wildcard"));
            topic.requestFocus();
            return;
        }
        byte[] bytes = payload.getText().getBytes(StandardCharsets.UTF_8);
        watch.publish(new MqttMessage(to, bytes, qos.ordinal(), retain.isSelected(), MessageProperties.NONE));
    }

    private MenuButton quickActions() {
        MenuButton menu = new MenuButton(words.get("watch.quick"));
        menu.setId("quick-actions");
        menu.getStyleClass().add(Styles.SMALL);
        for (QuickAction action : QuickAction.values()) {
            MenuItem item = new MenuItem(words.get("watch.quick." + action));
            item.setId("quick-" + action);
            item.setOnAction(_ -> carryOut(action));
            menu.getItems().add(item);
        }
        answer.setText(words.get("watch.quick.ANSWER_CALL"));
        answer.setId("quick-ANSWER_CALL");
        answer.setOnAction(_ -> watch.lastCall().ifPresent(call -> fill(DeviceTopics.answerTo(call), "{\"ok\":true}")));
        menu.getItems().add(answer);
        menu.setOnShowing(_ -> answer.setDisable(watch.lastCall().isEmpty()));
        return menu;
    }

    private void carryOut(QuickAction action) {
        action.filter().ifPresent(filter -> watch.subscribe(filter, 1));
        action.topic().ifPresent(to -> fill(to, action.payload()));
    }

    private void fill(String to, String what) {
        topic.setText(to);
        payload.setText(what);
        payload.requestFocus();
    }
}
