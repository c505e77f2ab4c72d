package dev.gangway.ui.bench;

import atlantafx.base.theme.Styles;
import dev.gangway.bench.Plan;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.ImportForm;
import dev.gangway.ui.kit.Panel;
import dev.gangway.ui.kit.Surroundings;
import dev.gangway.ui.text.Words;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/** Asks for a connection that belongs to no device. What was entered stays when the panel is closed. */
public final class AdHocPanel {
    private final Surroundings around;
    private final Words words;
    private final AdHocViewModel model;
    private final TextField host = new TextField();
    private final VBox content = new VBox();

    /** Makes one. */
    public AdHocPanel(Surroundings around, AdHocViewModel model) {
        this.around = around;
        this.words = around.words();
        this.model = model;
        host.setPromptText("mqtts://broker.example:8883");
        host.setId("ad-hoc-host");
        CheckBox tls = new CheckBox(words.get("adhoc.tls"));
        tls.selectedProperty().bindBidirectional(model.tls());
        FormField authority =
                new FormField(words.get("adhoc.authority"), area(model.authority()), words.get("adhoc.authority.hint"));
        model.problem()
                .addListener((property, was, why) ->
                        authority.errorProperty().set(why.map(words::title).orElse("")));
        TitledPane certificate =
                new TitledPane(words.get("adhoc.certificate"), new ImportForm(around, model.identity()));
        certificate.setExpanded(false);
        content.getStyleClass().add("form");
        content.getChildren()
                .addAll(
                        FormField.row(
                                field("adhoc.host", host, model.host()),
                                field("adhoc.port", new TextField(), model.port())),
                        tls,
                        FormField.row(
                                field("adhoc.user", new TextField(), model.user()),
                                field("adhoc.password", new PasswordField(), model.password())),
                        FormField.row(
                                field("adhoc.client-id", new TextField(), model.clientId()),
                                field("adhoc.topic", new TextField(), model.topic())),
                        authority,
                        certificate);
        authority.disableProperty().bind(model.tls().not());
        certificate.disableProperty().bind(model.tls().not());
    }

    /** Shows it; {@code onReady} gets the connection's name and plan. */
    void open(BiConsumer<Subject.AdHoc, Plan> onReady) {
        Button close = new Button(words.get("dialog.cancel"));
        close.setCancelButton(true);
        close.setOnAction(event -> around.dialogs().close());
        Button test = new Button(words.get("bench.run"));
        test.setId("ad-hoc-test");
        test.setDefaultButton(true);
        test.getStyleClass().add(Styles.ACCENT);
        test.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> !model.isComplete(), model.host(), model.port()));
        test.setOnAction(event -> model.plan(plan -> {
            around.dialogs().close();
            onReady.accept(new Subject.AdHoc(plan.endpoint().host()), plan);
        }));
        around.dialogs().show(new Panel(words.get("adhoc.title"), content, close, test).wide());
        Platform.runLater(host::requestFocus);
    }

    private FormField field(String key, TextInputControl control, StringProperty value) {
        control.textProperty().bindBidirectional(value);
        return new FormField(words.get(key), control);
    }

    private TextArea area(StringProperty value) {
        TextArea area = new TextArea();
        area.setPrefRowCount(3);
        area.setPromptText(words.get("import.paste"));
        area.getStyleClass().add("code");
        area.textProperty().bindBidirectional(value);
        return area;
    }
}
