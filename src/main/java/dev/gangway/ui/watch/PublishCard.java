package dev.gangway.ui.watch;

import atlantafx.base.theme.Styles;
import dev.gangway.bench.model.MessageProperties;
import dev.gangway.bench.model.MqttMessage;
import dev.gangway.server.DeviceInterface;
import dev.gangway.server.DeviceInterface.QuickAction;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.Key;
import dev.gangway.ui.kit.SegmentedButton;
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

/** A message by hand, and the usual ones of the server at the press of a button. */
final class PublishCard extends VBox {
    private final Words words;
    private final WatchViewModel watch;
    private final TextField topic = new TextField();
    private final TextArea payload = new TextArea("{\"temperature\":21.5}");
    private final FormField topicField;
    private final CheckBox retain = new CheckBox();
    private final Button send = new Button();
    private final MenuButton quick = new MenuButton();
    private final MenuItem answer = new MenuItem();
    private String usualTopic = "";
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
        SegmentedButton<Qos> level = new SegmentedButton<>(
                words.get("watch.qos"),
                Qos.class,
                List.of(Qos.values()),
                choice -> "QoS " + choice.ordinal(),
                choice -> qos = choice);
        level.choose(qos);
        retain.setText(words.get("watch.retain"));
        retain.setId("publish-retain");
        send.setText(Key.SEND.on(words, words.get("watch.publish")));
        send.setId("publish");
        send.getStyleClass().add(Styles.ACCENT);
        send.setMaxWidth(Double.MAX_VALUE);
        send.setOnAction(_ -> publish());
        FlowPane how = new FlowPane(level, retain);
        how.getStyleClass().add("publish-how");
        VBox form = Card.padded(topicField, new FormField(words.get("watch.payload"), payload), how, send);
        form.getStyleClass().add("publish-form");
        form.setDisable(true);
        quick.setId("quick-actions");
        quick.getStyleClass().add(Styles.SMALL);
        quick.managedProperty().bind(quick.visibleProperty());
        quick.setVisible(false);
        quick.setOnShowing(_ -> answer.setDisable(watch.lastCall().isEmpty()));
        quick.setDisable(true);
        watch.server().addListener((_, _, now) -> now.ifPresent(this::talksTo));
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

    /** Offers what a server of this kind understands. */
    private void talksTo(DeviceInterface server) {
        String telemetry = server.telemetryTopic(watch.clientName());
        if (topic.getText().equals(usualTopic)) {
            topic.setText(telemetry);
        }
        usualTopic = telemetry;
        quick.setText(words.get(server.words() + ".quick"));
        quick.setVisible(!server.actions().isEmpty());
        quick.getItems().clear();
        for (QuickAction action : server.actions()) {
            MenuItem item = new MenuItem(words.get(server.words() + ".quick." + action.id()));
            item.setId("quick-" + action.id());
            item.setOnAction(_ -> carryOut(action));
            quick.getItems().add(item);
        }
        server.calls().ifPresent(calls -> {
            answer.setText(words.get("watch.answer-call"));
            answer.setId("quick-ANSWER_CALL");
            answer.setOnAction(_ -> watch.lastCall().ifPresent(call -> fill(calls.answerTo(call), "{\"ok\":true}")));
            quick.getItems().add(answer);
        });
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
