package dev.gangway.ui.watch;

import atlantafx.base.theme.Styles;
import dev.gangway.bench.live.LiveState;
import dev.gangway.bench.model.Plan;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.Facts;
import dev.gangway.ui.kit.Key;
import dev.gangway.ui.kit.TestSubject;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** Who is connected, and to where. */
final class SessionCard extends VBox {
    private final Words words;
    private final WatchViewModel watch;
    private final VBox content = Card.padded();

    /** Makes one; {@code onOther} asks for a connection without a device. */
    SessionCard(Words words, WatchViewModel watch, Runnable onOther) {
        this.words = words;
        this.watch = watch;
        Button other = new Button(words.get("watch.other"));
        other.getStyleClass().add(Styles.SMALL);
        other.setTooltip(new Tooltip(Key.WITHOUT_DEVICE.on(words, words.get("watch.ad-hoc"))));
        other.setOnAction(_ -> onOther.run());
        getChildren().add(new Card(words.get("watch.connection"), content, other));
        watch.subject().addListener(_ -> show());
        watch.state().addListener(_ -> show());
        show();
    }

    private void show() {
        content.getChildren().clear();
        watch.subject().get().ifPresent(this::show);
    }

    private void show(TestSubject subject) {
        Facts facts = new Facts();
        Label name = new Label(subject.name());
        name.getStyleClass().add("strong");
        name.setWrapText(true);
        facts.add(words.get(subject instanceof TestSubject.OfDevice ? "watch.device" : "watch.without-device"), name);
        plan().ifPresent(plan -> {
            facts.add(
                    words.get("watch.protocol"),
                    words.get("watch.protocol." + plan.mqtt().version()));
        });
        if (watch.state().get() instanceof WatchState.Live(Plan _, LiveState.Connected(var connack))) {
            String granted = String.join(
                    "\n",
                    connack.properties().shown().stream()
                            .map(property -> property.name() + ": " + property.value())
                            .toList());
            if (!granted.isEmpty()) {
                facts.add(words.get("watch.granted"), granted);
            }
        }
        content.getChildren().add(facts);
        if (watch.isChanged()) {
            content.getChildren().addAll(changed());
        }
    }

    private List<Node> changed() {
        Label note = new Label(words.get("watch.changed"));
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        note.getStyleClass().add("muted");
        Button asStored = new Button(words.get("watch.as-stored"));
        asStored.setId("as-stored");
        asStored.getStyleClass().add(Styles.SMALL);
        asStored.setOnAction(_ -> watch.asStored());
        asStored.setDisable(watch.state().get().isOpen());
        return List.of(note, asStored);
    }

    private Optional<Plan> plan() {
        return switch (watch.state().get()) {
            case WatchState.Ready(Optional<Plan> plan) -> plan;
            case WatchState.Live(Plan plan, LiveState _) -> Optional.of(plan);
            default -> Optional.empty();
        };
    }
}
