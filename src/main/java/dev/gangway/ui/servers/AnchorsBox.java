package dev.gangway.ui.servers;

import atlantafx.base.theme.Styles;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.text.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The authorities that a server's certificates may end at: fetched, pasted or dropped, each with its fingerprint. */
final class AnchorsBox extends VBox {
    /** No certificate file is larger; more is not read. */
    private static final long MAX_BYTES = 1_000_000;

    private final ServerFormViewModel model;
    private final Words words;
    private final VBox trusted = new VBox();
    private final VBox offered = new VBox();

    AnchorsBox(ServerFormViewModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("form-field", "drop-place");
        Label name = new Label(words.get("servers.form.anchors"));
        name.getStyleClass().add("form-label");
        Label hint = new Label(words.get("servers.form.anchors.hint"));
        hint.getStyleClass().add("form-hint");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(name, trusted, offered, buttons(), hint);
        model.form().anchors().addListener((ListChangeListener<Anchor>) change -> showTrusted());
        model.offeredProperty().subscribe(anchor -> showOffered());
        showTrusted();
        setOnDragOver(this::dragged);
        setOnDragDropped(this::dropped);
    }

    private HBox buttons() {
        Button fetch = small(words.get("servers.anchors.fetch"), model::fetchAuthority);
        fetch.setId("anchor-fetch");
        fetch.disableProperty().bind(model.busyProperty());
        Button paste = small(words.get("servers.anchors.paste"), () -> {
            String text = Clipboard.getSystemClipboard().getString();
            model.addPem(text == null ? "" : text);
        });
        HBox row = new HBox(fetch, paste);
        row.getStyleClass().add("button-row");
        return row;
    }

    private void showTrusted() {
        trusted.getChildren().clear();
        if (model.form().anchors().isEmpty()) {
            Label none = new Label(words.get("servers.anchors.java"));
            none.getStyleClass().add("muted");
            trusted.getChildren().add(none);
        }
        for (Anchor anchor : model.form().anchors()) {
            Button remove = small(
                    words.get("servers.anchors.remove"),
                    () -> model.form().anchors().remove(anchor));
            remove.setAccessibleText(words.get("servers.anchors.remove.of", "name", anchor.subject()));
            HBox row = new HBox(new VBox(lines(anchor)), Card.spacer(), remove);
            row.setAlignment(Pos.CENTER_LEFT);
            trusted.getChildren().add(row);
        }
    }

    private void showOffered() {
        offered.getChildren().clear();
        model.offeredProperty().get().ifPresent(anchor -> {
            Label question = new Label(words.get("servers.anchors.compare"));
            question.setWrapText(true);
            question.setMinHeight(USE_PREF_SIZE);
            question.getStyleClass().add("strong");
            Button trust = small(words.get("servers.anchors.trust"), model::acceptOffered);
            trust.setId("anchor-trust");
            trust.getStyleClass().add(Styles.ACCENT);
            Button discard = small(words.get("servers.anchors.discard"), model::discardOffered);
            HBox row = new HBox(trust, discard);
            row.getStyleClass().add("button-row");
            VBox box = new VBox(question);
            box.getStyleClass().addAll("offer", "level-warning");
            box.getChildren().addAll(lines(anchor));
            box.getChildren().add(row);
            offered.getChildren().add(box);
        });
    }

    private Label[] lines(Anchor anchor) {
        Label subject = new Label(anchor.subject());
        subject.setWrapText(true);
        Label fingerprint = new Label("SHA-256 " + anchor.sha256());
        fingerprint.getStyleClass().addAll("code", "small");
        fingerprint.setWrapText(true);
        fingerprint.setMinHeight(USE_PREF_SIZE);
        Label expires = new Label(
                words.get("servers.anchors.expires", "date", words.formats().date(anchor.expires())));
        expires.getStyleClass().addAll("muted", "small");
        return new Label[] {subject, fingerprint, expires};
    }

    private void dragged(DragEvent event) {
        Dragboard board = event.getDragboard();
        if (board.hasFiles() || board.hasString()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        Dragboard board = event.getDragboard();
        if (board.hasFiles()) {
            board.getFiles().forEach(file -> model.addPem(text(file.toPath())));
        } else if (board.hasString()) {
            model.addPem(board.getString());
        }
        event.setDropCompleted(true);
        event.consume();
    }

    /** What is in a file that was dropped; what cannot be read holds no certificate, which is then said. */
    private static String text(Path file) {
        try {
            return Files.size(file) > MAX_BYTES
                    ? ""
                    : new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static Button small(String label, Runnable action) {
        Button button = new Button(label);
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }
}
