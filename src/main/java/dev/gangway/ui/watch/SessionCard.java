package dev.gangway.ui.watch;

import dev.gangway.bench.Plan;
import dev.gangway.bench.live.LiveState;
import dev.gangway.device.Device;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.Facts;
import dev.gangway.ui.text.Words;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Who is connected, and to where. */
final class SessionCard extends VBox {
    private final Words words;
    private final WatchViewModel watch;
    private final VBox content = Card.padded();

    SessionCard(Words words, WatchViewModel watch) {
        this.words = words;
        this.watch = watch;
        getChildren().add(new Card(words.get("watch.connection"), content));
        watch.device().addListener(_ -> show());
        watch.state().addListener(_ -> show());
        show();
    }

    private void show() {
        content.getChildren().clear();
        watch.device().get().ifPresent(this::show);
    }

    private void show(Device device) {
        Facts facts = new Facts();
        Label name = new Label(device.name());
        name.getStyleClass().add("strong");
        name.setWrapText(true);
        facts.add(words.get("watch.device"), name);
        plan().ifPresent(plan -> {
            facts.addCode(
                    words.get("watch.endpoint"),
                    plan.endpoint().host() + ":" + plan.endpoint().port());
            facts.add(
                    words.get("watch.protocol"),
                    words.get("watch.protocol." + plan.mqtt().version()));
        });
        if (watch.state().get() instanceof WatchState.Live(Plan _, LiveState.Connected(var connack))) {
            String granted = String.join(
                    "\n",
                    connack.properties().entrySet().stream()
                            .map(pair -> pair.getKey() + ": " + pair.getValue())
                            .sorted()
                            .toList());
            if (!granted.isEmpty()) {
                facts.add(words.get("watch.granted"), granted);
            }
        }
        content.getChildren().add(facts);
    }

    private Optional<Plan> plan() {
        return switch (watch.state().get()) {
            case WatchState.Ready(Optional<Plan> plan) -> plan;
            case WatchState.Live(Plan plan, LiveState _) -> Optional.of(plan);
            default -> Optional.empty();
        };
    }
}
