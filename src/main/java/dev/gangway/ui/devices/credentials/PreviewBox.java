package dev.gangway.ui.devices.credentials;

import dev.gangway.credentials.CredentialPreview;
import dev.gangway.credentials.CredentialPreview.Line;
import dev.gangway.device.Credential;
import dev.gangway.ui.kit.Facts;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.SecretField;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What the server will keep of a credential, and what the device will send, side by side. */
final class PreviewBox extends HBox {
    private static final double SHARE = 380;

    private final ScreenContext around;
    private final Words words;

    PreviewBox(ScreenContext around) {
        this.around = around;
        words = around.words();
        getStyleClass().addAll("columns", "credential-preview");
        setId("credential-preview");
    }

    /** Shows a credential of a device of this name, or nothing. */
    void show(Optional<Credential> credential, String deviceName) {
        setVisible(credential.isPresent());
        setManaged(credential.isPresent());
        credential
                .map(its -> CredentialPreview.of(its, deviceName))
                .ifPresent(preview -> getChildren()
                        .setAll(
                                column("preview.stored", preview.stored(), "preview.stored.nothing"),
                                column("preview.sent", preview.sent(), "preview.sent.nothing")));
    }

    private Node column(String title, List<Line> lines, String nothing) {
        Label heading = new Label(words.get(title));
        heading.getStyleClass().add("strong");
        VBox column = new VBox(heading);
        column.getStyleClass().add("preview-column");
        HBox.setHgrow(column, Priority.ALWAYS);
        column.setPrefWidth(SHARE);
        column.setMinWidth(0);
        if (lines.isEmpty()) {
            Label none = new Label(words.get(nothing));
            none.getStyleClass().add("muted");
            none.setWrapText(true);
            none.setMinHeight(USE_PREF_SIZE);
            column.getChildren().add(none);
        } else {
            column.getChildren().add(facts(lines));
        }
        return column;
    }

    private Facts facts(List<Line> lines) {
        Facts facts = new Facts();
        for (Line line : lines) {
            String name = words.get("preview." + line.key());
            switch (line) {
                case Line.Open open -> facts.addCode(name, open.text());
                case Line.Hidden hidden ->
                    facts.add(name, new SecretField(name, hidden::secret, words, around.clipboard()));
            }
        }
        return facts;
    }
}
