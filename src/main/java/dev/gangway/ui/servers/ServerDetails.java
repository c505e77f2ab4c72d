package dev.gangway.ui.servers;

import atlantafx.base.theme.Styles;
import dev.gangway.server.ServerEntry;
import dev.gangway.server.ServerEntry.HostPort;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.Facts;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.text.Words;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The server that is selected, with what can be done with it. */
final class ServerDetails extends StackPane {
    private final ServersViewModel model;
    private final Words words;
    private final Consumer<ServerEntry> onEdit;
    private final Consumer<ServerEntry> onRemove;

    ServerDetails(ServersViewModel model, Words words, Consumer<ServerEntry> onEdit, Consumer<ServerEntry> onRemove) {
        this.model = model;
        this.words = words;
        this.onEdit = onEdit;
        this.onRemove = onRemove;
        setMinWidth(400);
        setPrefWidth(400);
        setMaxWidth(400);
    }

    void show(@Nullable ServerEntry entry) {
        getChildren().clear();
        if (entry == null) {
            return;
        }
        VBox body = Card.padded(buttons(entry), result(entry), facts(entry));
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("dialog-content");
        getChildren().setAll(new Card(entry.name(), scroll, SignInChip.of(model, entry, words)));
    }

    private FlowPane buttons(ServerEntry entry) {
        Button check = button("servers.check", () -> model.check(entry));
        check.getStyleClass().add(Styles.ACCENT);
        Button use = button("servers.use", () -> model.use(entry));
        Button edit = button("servers.edit", () -> onEdit.accept(entry));
        Button remove = button("servers.remove", () -> onRemove.accept(entry));
        FlowPane row = new FlowPane(check, use, edit, remove);
        row.getStyleClass().add("button-flow");
        return row;
    }

    private ProblemBox result(ServerEntry entry) {
        ProblemBox box = new ProblemBox(words);
        box.show(Optional.ofNullable(model.checks().get(entry.id()))
                .flatMap(check -> check)
                .flatMap(outcome -> outcome.failure()));
        return box;
    }

    private Facts facts(ServerEntry entry) {
        Facts facts = new Facts()
                .addCode(words.get("servers.form.url"), entry.url().toString())
                .add(words.get("servers.form.user"), entry.user())
                .addCode(words.get("servers.form.mqtt"), written(entry.mqtt()))
                .addCode(words.get("servers.form.mqtts"), written(entry.mqtts()));
        if (entry.trustAnchors().isEmpty()) {
            facts.add(words.get("servers.form.anchors"), words.get("servers.anchors.java"));
        }
        for (String pem : entry.trustAnchors()) {
            Anchor.read(pem)
                    .toOptional()
                    .ifPresent(anchor -> facts.add(words.get("servers.form.anchors"), anchor(anchor)));
        }
        return facts;
    }

    private VBox anchor(Anchor anchor) {
        Label subject = new Label(anchor.subject());
        Label fingerprint = new Label("SHA-256 " + anchor.sha256());
        fingerprint.getStyleClass().addAll("code", "small");
        for (Label label : new Label[] {subject, fingerprint}) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        return new VBox(subject, fingerprint);
    }

    private String written(Optional<HostPort> at) {
        return at.map(listener -> listener.host() + ":" + listener.port()).orElse(words.get("servers.none"));
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(words.get(key));
        button.setOnAction(event -> action.run());
        return button;
    }
}
