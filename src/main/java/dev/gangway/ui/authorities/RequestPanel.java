package dev.gangway.ui.authorities;

import dev.gangway.authorities.Authority;
import dev.gangway.authorities.CertificatePreview;
import dev.gangway.authorities.RequestDraft;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.Keys;
import dev.gangway.pki.authority.Template;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Choices;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.Panel;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.text.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The form by which an authority signs a request that a device made: chosen, dropped or pasted. */
final class RequestPanel {
    private static final List<String> PATTERNS = List.of("*.csr", "*.req", "*.p10", "*.pem", "*.der");
    private static final int ROWS = 7;

    private final IssueWork work;
    private final ScreenContext around;
    private final Words words;

    RequestPanel(IssueWork work, ScreenContext around) {
        this.work = work;
        this.around = around;
        words = around.words();
    }

    /** Shows it; {@code signed} runs once something was signed. */
    void open(Authority authority, Runnable signed) {
        around.background()
                .work(cancellation -> work.templates())
                .start(
                        templates -> open(authority, templates, signed),
                        why -> around.dialogs().tell(words.get("authorities.request"), why));
    }

    private void open(Authority authority, List<Template> templates, Runnable signed) {
        RequestViewModel model = new RequestViewModel(
                work,
                around.background(),
                authority.id(),
                templates.getFirst(),
                words.get("authorities.request.pasted"));
        TextArea text = new TextArea();
        text.setId("request-text");
        text.setPrefRowCount(ROWS);
        text.getStyleClass().add("code");
        text.textProperty().bindBidirectional(model.pasted());
        Button choose = new Button(words.get("authorities.request.choose"));
        choose.setId("request-choose");
        choose.setOnAction(
                event -> around.dialogs().openFiles(words.get("authorities.request.choose"), PATTERNS).stream()
                        .findFirst()
                        .ifPresent(model::take));
        ComboBox<Template> template = Choices.of(templates, Template::name);
        template.valueProperty().bindBidirectional(model.template());
        TextField name = Form.text("request-name", "");
        name.textProperty().bindBidirectional(model.name());
        VBox form = new VBox(
                Form.field(words, "authorities.request.text", text),
                choose,
                Form.field(words, "authorities.issue.template", template),
                Form.field(words, "authorities.request.name", name));
        form.getStyleClass().add("form");
        VBox seen = new VBox();
        seen.setId("request-seen");
        seen.getStyleClass().add("form");
        ProblemBox problem = new ProblemBox(words);
        model.draftProperty().subscribe(draft -> {
            problem.show(Optional.empty());
            show(seen, draft);
        });
        VBox right = new VBox(seen, problem);
        right.getStyleClass().add("form");
        HBox columns = new HBox(form, right);
        columns.getStyleClass().add("columns");
        for (VBox half : List.of(form, right)) {
            HBox.setHgrow(half, Priority.ALWAYS);
            half.setMinWidth(0);
            half.setPrefWidth(400);
        }
        columns.setOnDragOver(RequestPanel::over);
        columns.setOnDragDropped(event -> dropped(event, model));
        Button sign = Form.action(
                "request-sign",
                words.get("authorities.request.action"),
                () -> around.dialogs()
                        .openFolder(words.get("authorities.request.folder"))
                        .ifPresent(folder -> model.sign(
                                folder, files -> done(files, signed), why -> problem.show(Optional.of(why)))));
        sign.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.draftProperty().get().filter(Outcome::isOk).isEmpty(), model.draftProperty()));
        around.dialogs()
                .show(new Panel(
                                words.get("authorities.request.title", "name", authority.name()),
                                columns,
                                Form.cancel(around),
                                sign)
                        .wide());
        text.requestFocus();
    }

    private void show(VBox seen, Optional<Outcome<RequestDraft>> draft) {
        DraftView preview = new DraftView(words);
        seen.getChildren().setAll(preview);
        if (draft.isEmpty()) {
            return;
        }
        switch (draft.get()) {
            case Outcome.Failed<RequestDraft>(Diagnosis why) -> preview.show(Optional.of(Outcome.failed(why)));
            case Outcome.Ok<RequestDraft>(RequestDraft found) -> {
                preview.show(Optional.of(Outcome.<CertificatePreview>ok(found.draft())));
                seen.getChildren()
                        .addFirst(line(
                                Level.OK,
                                "authorities.request.proof",
                                Keys.describe(found.request().key())));
                found.kept().forEach(each -> seen.getChildren().add(line(Level.OK, "authorities.request.kept", each)));
                found.dropped()
                        .forEach(each ->
                                seen.getChildren().add(line(Level.WARNING, "authorities.request.dropped", each)));
            }
        }
    }

    private HBox line(Level level, String key, String what) {
        Label text = new Label(what);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox line = new HBox(new Chip(level, words.get(key)), text);
        line.getStyleClass().add("button-row");
        return line;
    }

    private void done(List<Path> files, Runnable signed) {
        around.dialogs().close();
        around.toasts().show(Level.OK, words.get("authorities.request.done", "file", String.valueOf(files.getLast())));
        signed.run();
    }

    private static void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private static void dropped(DragEvent event, RequestViewModel model) {
        event.getDragboard().getFiles().stream().findFirst().ifPresent(file -> model.take(file.toPath()));
        event.setDropCompleted(true);
        event.consume();
    }
}
