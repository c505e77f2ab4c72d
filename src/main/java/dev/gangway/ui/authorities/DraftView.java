package dev.gangway.ui.authorities;

import dev.gangway.authorities.CertificatePreview;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.CertificateFacts;
import dev.gangway.pki.Finding;
import dev.gangway.pki.Subjects;
import dev.gangway.pki.authority.Template;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Facts;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.text.Words;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What will be issued, as it is typed. */
final class DraftView extends VBox {
    private final Words words;

    DraftView(Words words) {
        this.words = words;
        setId("draft");
        getStyleClass().add("form");
        setMinHeight(USE_PREF_SIZE);
        show(Optional.empty());
    }

    void show(Optional<Outcome<CertificatePreview>> draft) {
        if (draft.isEmpty()) {
            Label nothing = new Label(words.get("authorities.draft.nothing"));
            nothing.setWrapText(true);
            nothing.getStyleClass().add("muted");
            getChildren().setAll(card(nothing));
            return;
        }
        switch (draft.get()) {
            case Outcome.Ok<CertificatePreview>(CertificatePreview found) -> show(found);
            case Outcome.Failed<CertificatePreview>(Diagnosis why) -> {
                ProblemBox problem = new ProblemBox(words);
                problem.show(Optional.of(why));
                getChildren().setAll(card(problem));
            }
        }
    }

    private void show(CertificatePreview preview) {
        CertificateFacts said = CertificateFacts.of(preview.sample());
        String end = preview.spec().notAfter().equals(Template.NO_END)
                ? words.get("authorities.draft.no-end")
                : words.formats().date(preview.spec().notAfter());
        Facts facts = new Facts()
                .add(words.get("certificates.subject"), Subjects.text(preview.sample()))
                .add(
                        words.get("certificates.column.issuer"),
                        Subjects.text(preview.authority().certificate()))
                .add(
                        words.get("certificates.validity"),
                        words.formats().date(preview.spec().notBefore()) + " – " + end)
                .add(words.get("certificates.usage"), String.join(", ", said.usages()));
        if (!said.alternativeNames().isEmpty()) {
            facts.add(words.get("certificates.names"), String.join("\n", said.alternativeNames()));
        }
        VBox body = new VBox(facts);
        body.getStyleClass().add("form");
        preview.notes().forEach(note -> body.getChildren().add(note(note)));
        getChildren().setAll(card(body));
    }

    private Card card(Node content) {
        return new Card(words.get("authorities.draft"), Card.padded(content));
    }

    private HBox note(Finding note) {
        Label text = new Label(words.title(note.diagnosis()));
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox line = new HBox(new Chip(Level.WARNING, words.get("authorities.draft.note")), text);
        line.getStyleClass().add("button-row");
        return line;
    }
}
