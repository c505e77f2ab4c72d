package dev.gangway.ui.authorities;

import dev.gangway.authorities.Templates;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.pki.CertificateExtras;
import dev.gangway.pki.CertificateSpec.Purpose;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.authority.Template;
import dev.gangway.ui.kit.Choices;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.Panel;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.text.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The editor of templates: those that come with the program are looked at and copied, others changed and removed. */
final class TemplatesPanel {
    private final IssueWork work;
    private final ScreenContext around;
    private final Words words;
    private final TextField name = Form.text("template-name", "");
    private final TextField subject = Form.text("template-subject", "");
    private final TextField days = Form.text("template-days", "");
    private final TextField hosts = Form.text("template-hosts", "");
    private final TextField uris = Form.text("template-uris", "");
    private final TextField usages = Form.text("template-usages", "");
    private final TextField list = Form.text("template-list", "");
    private final TextField issuer = Form.text("template-issuer", "");
    private final ComboBox<KeyType> key;
    private final ComboBox<Purpose> purpose;
    private final ProblemBox problem;
    private final Button remove = new Button();

    TemplatesPanel(IssueWork work, ScreenContext around) {
        this.work = work;
        this.around = around;
        words = around.words();
        key = Form.keyTypes(words, KeyType.EC_P256);
        purpose = Choices.of(
                List.of(Purpose.DEVICE_CLIENT, Purpose.MQTT_SERVER), each -> words.get("authorities.purpose." + each));
        problem = new ProblemBox(words);
        remove.setText(words.get("authorities.template.remove"));
    }

    void open() {
        around.background()
                .work(cancellation -> work.templates())
                .start(this::open, why -> around.dialogs().tell(words.get("authorities.templates"), why));
    }

    private void open(List<Template> templates) {
        ComboBox<Template> which = Choices.of(templates, Template::name);
        which.setId("template");
        which.valueProperty().subscribe(this::fill);
        which.setValue(templates.getFirst());
        VBox form = new VBox(
                FormField.row(
                        Form.field(words, "authorities.template.which", which),
                        Form.field(words, "authorities.template.name", name)),
                Form.field(words, "authorities.template.subject", subject),
                FormField.row(
                        Form.field(words, "authorities.template.purpose", purpose),
                        Form.field(words, "authorities.template.key", key),
                        Form.field(words, "authorities.template.days", days)),
                FormField.row(
                        Form.field(words, "authorities.template.hosts", hosts),
                        Form.field(words, "authorities.template.uris", uris)),
                FormField.row(
                        Form.field(words, "authorities.template.usages", usages),
                        Form.field(words, "authorities.template.list", list),
                        Form.field(words, "authorities.template.issuer", issuer)),
                problem);
        form.getStyleClass().add("form");
        remove.setOnAction(event -> Optional.ofNullable(which.getValue()).ifPresent(this::remove));
        Button save = Form.action("template-save", words.get("authorities.template.save"), this::save);
        around.dialogs()
                .show(new Panel(words.get("authorities.templates"), form, remove, Form.cancel(around), save).wide());
    }

    private void fill(@Nullable Template template) {
        if (template == null) {
            return;
        }
        boolean builtIn = Templates.isBuiltIn(template);
        name.setText(builtIn ? words.get("authorities.template.copy", "name", template.name()) : template.name());
        subject.setText(template.subject());
        days.setText(
                template.validity().map(life -> String.valueOf(life.toDays())).orElse(""));
        key.setValue(template.keyType());
        purpose.setValue(template.purpose());
        hosts.setText(String.join(", ", template.dnsNames()));
        uris.setText(String.join(", ", template.extras().uris()));
        usages.setText(String.join(", ", template.extras().moreUsages()));
        list.setText(template.extras().revocationListUrl().orElse(""));
        issuer.setText(template.extras().issuerUrl().orElse(""));
        remove.setDisable(builtIn);
        problem.show(Optional.empty());
    }

    private void save() {
        Optional<Optional<Duration>> life = Form.days(days.getText());
        if (life.isEmpty()) {
            around.toasts().show(Level.BAD, words.get("authorities.new.number"));
            return;
        }
        CertificateExtras extras = new CertificateExtras(
                Form.list(uris.getText()), Form.list(usages.getText()), given(list), given(issuer));
        Template template = new Template(
                name.getText().strip(),
                subject.getText().strip(),
                life.get(),
                key.getValue(),
                purpose.getValue(),
                Form.list(hosts.getText()),
                extras);
        around.background()
                .attempt(cancellation -> work.save(template))
                .start(saved -> said("authorities.template.saved", template), this::refuse);
    }

    private void remove(Template template) {
        around.background()
                .work(cancellation -> {
                    work.remove(template);
                    return template;
                })
                .start(removed -> said("authorities.template.removed", removed), this::refuse);
    }

    private void refuse(Diagnosis why) {
        problem.show(Optional.of(why));
    }

    private void said(String key, Template template) {
        around.dialogs().close();
        around.toasts().show(Level.OK, words.get(key, "name", template.name()));
    }

    private static Optional<String> given(TextField field) {
        return Optional.of(field.getText().strip()).filter(text -> !text.isEmpty());
    }
}
