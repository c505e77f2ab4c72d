package dev.gangway.ui.kit.adhoc;

import atlantafx.base.theme.Styles;
import dev.gangway.ui.kit.Connection;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.ImportForm;
import dev.gangway.ui.kit.Panel;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.TestSubject;
import dev.gangway.ui.text.Words;
import java.util.Optional;
import java.util.function.Consumer;
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
    private final ScreenContext around;
    private final Words words;
    private final AdHocViewModel model;
    private final TextField host = new TextField();
    private final FormField topic;
    private final VBox content = new VBox();

    /** What the connection is for. */
    public enum Purpose {
        /** One test. */
        TEST,
        /** To stay connected. */
        STAY
    }

    /** Makes one. */
    public AdHocPanel(ScreenContext around, AdHocViewModel model) {
        this.around = around;
        this.words = around.words();
        this.model = model;
        host.setPromptText("mqtts://broker.example:8883");
        // a whole address was taken apart while it was being set: show what is left
        host.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                model.takeApart();
            }
        });
        model.host().addListener(_ -> Platform.runLater(this::showHost));
        CheckBox tls = new CheckBox(words.get("adhoc.tls"));
        tls.selectedProperty().bindBidirectional(model.tls());
        FormField authority =
                new FormField(words.get("adhoc.authority"), area(model.authority()), words.get("adhoc.authority.hint"));
        model.problem()
                .addListener((property, was, why) ->
                        authority.errorProperty().set(why.map(words::title).orElse("")));
        topic = field("adhoc.topic", new TextField(), model.topic());
        topic.managedProperty().bind(topic.visibleProperty());
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
                        FormField.row(field("adhoc.client-id", new TextField(), model.clientId()), topic),
                        authority,
                        certificate);
        authority.disableProperty().bind(model.tls().not());
        certificate.disableProperty().bind(model.tls().not());
    }

    /** As below, with this address as if somebody had typed it, where there is one. */
    public void open(Purpose purpose, Optional<String> address, Consumer<Connection> onReady) {
        address.ifPresent(typed -> {
            model.host().set(typed);
            model.takeApart();
        });
        open(purpose, onReady);
    }

    /** Shows it; {@code onReady} gets the connection. */
    public void open(Purpose purpose, Consumer<Connection> onReady) {
        topic.setVisible(purpose == Purpose.TEST); // whoever stays connected publishes by hand
        Button close = new Button(words.get("dialog.cancel"));
        close.setCancelButton(true);
        close.setOnAction(event -> around.dialogs().close());
        Button go = new Button(words.get("adhoc.action." + purpose));
        go.setId("ad-hoc-" + purpose);
        go.setDefaultButton(true);
        go.getStyleClass().add(Styles.ACCENT);
        go.disableProperty().bind(Bindings.createBooleanBinding(() -> !model.isComplete(), model.host(), model.port()));
        go.setOnAction(event -> model.plan(plan -> {
            around.dialogs().close();
            onReady.accept(Connection.of(new TestSubject.AdHoc(plan.endpoint().host()), plan));
        }));
        around.dialogs().show(new Panel(words.get("adhoc.title." + purpose), content, close, go).wide());
        Platform.runLater(host::requestFocus);
    }

    private void showHost() {
        if (!host.getText().equals(model.host().get())) {
            host.setText(model.host().get());
        }
    }

    private FormField field(String key, TextInputControl control, StringProperty value) {
        control.setId(key.replace('.', '-').replace("adhoc", "ad-hoc"));
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
