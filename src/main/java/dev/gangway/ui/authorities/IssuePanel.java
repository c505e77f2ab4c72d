package dev.gangway.ui.authorities;

import dev.gangway.authorities.Authority;
import dev.gangway.background.Background;
import dev.gangway.credentials.CredentialChoice.NewIssued.Way;
import dev.gangway.device.Device;
import dev.gangway.pki.authority.Template;
import dev.gangway.ui.kit.Choices;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.Panel;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.SegmentedButton;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The form by which an authority issues a certificate for a key made here. */
final class IssuePanel {
    private final IssueWork work;
    private final ScreenContext around;
    private final Words words;
    private final Background background;

    IssuePanel(IssueWork work, ScreenContext around) {
        this.work = work;
        this.around = around;
        words = around.words();
        background = around.background();
    }

    /** What the form offers; read before it is shown. */
    private record Offer(List<Template> templates, List<Device> devices) {}

    /** Shows it; {@code issued} runs once something was issued. */
    void open(Authority authority, Runnable issued) {
        background
                .work(cancellation -> new Offer(work.templates(), work.devices()))
                .start(
                        offer -> open(authority, offer, issued),
                        why -> around.dialogs().tell(words.get("authorities.issue"), why));
    }

    private void open(Authority authority, Offer offer, Runnable issued) {
        IssueViewModel model = new IssueViewModel(
                work, background, authority.id(), offer.templates().getFirst());
        ComboBox<Template> template = Choices.of(offer.templates(), Template::name);
        template.setId("issue-template");
        template.valueProperty().bindBidirectional(model.template());
        ComboBox<Optional<Device>> device = Choices.of(
                Stream.concat(
                                Stream.of(Optional.<Device>empty()),
                                offer.devices().stream().map(Optional::of))
                        .toList(),
                whose -> whose.map(Device::name).orElse(words.get("authorities.issue.vault")));
        device.setId("issue-device");
        device.valueProperty().bindBidirectional(model.device());
        TextField name = bound("issue-name", model.name());
        name.disableProperty().bind(model.device().map(Optional::isPresent));
        TextField hosts = bound("issue-hosts", model.hosts());
        FormField names = Form.field(words, "authorities.issue.hosts", hosts);
        FormField addresses =
                Form.field(words, "authorities.issue.addresses", bound("issue-addresses", model.addresses()));
        SegmentedButton<Way> ways = SegmentedButton.of(words, "authorities.issue.way", model.way());
        FormField way = Form.field(words, "authorities.issue.way", ways);
        model.device().subscribe(whose -> {
            shown(way, whose.isPresent());
            shown(names, whose.isEmpty());
            shown(addresses, whose.isEmpty());
        });
        ProblemBox problem = new ProblemBox(words);
        VBox form = new VBox(
                Form.field(words, "authorities.issue.device", device),
                way,
                Form.field(words, "authorities.issue.template", template),
                FormField.row(
                        Form.field(words, "authorities.issue.name", name),
                        Form.field(words, "authorities.issue.serial", bound("issue-serial", model.serial()))),
                names,
                addresses,
                problem);
        form.getStyleClass().add("form");
        DraftView preview = new DraftView(words);
        model.draftProperty().subscribe(preview::show);
        HBox columns = new HBox(form, preview);
        columns.getStyleClass().add("columns");
        for (VBox half : List.of(form, preview)) {
            HBox.setHgrow(half, Priority.ALWAYS);
            half.setMinWidth(0);
            half.setPrefWidth(400);
        }
        Button issue = Form.action(
                "issue-now",
                words.get("authorities.issue.action"),
                () -> model.issue(() -> done(model, issued), why -> {
                    problem.show(Optional.of(why));
                    issued.run();
                }));
        issue.disableProperty()
                .bind(model.busyProperty()
                        .or(Bindings.createBooleanBinding(
                                () -> model.draftProperty()
                                        .get()
                                        .filter(draft -> draft.isOk())
                                        .isEmpty(),
                                model.draftProperty())));
        Button cancel = Form.cancel(around);
        cancel.addEventHandler(ActionEvent.ACTION, event -> model.cancel());
        around.dialogs()
                .show(new Panel(words.get("authorities.issue.title", "name", authority.name()), columns, cancel, issue)
                        .wide());
        name.requestFocus();
    }

    private void done(IssueViewModel model, Runnable issued) {
        around.dialogs().close();
        String key = model.device().get().isPresent() ? "authorities.issue.given" : "authorities.issue.kept";
        around.toasts().show(Level.OK, words.get(key, "name", model.name().get()));
        issued.run();
    }

    private static void shown(FormField field, boolean isShown) {
        field.setVisible(isShown);
        field.setManaged(isShown);
    }

    private static TextField bound(String id, StringProperty to) {
        TextField field = Form.text(id, "");
        field.textProperty().bindBidirectional(to);
        return field;
    }
}
