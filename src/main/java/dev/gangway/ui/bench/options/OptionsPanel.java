package dev.gangway.ui.bench.options;

import atlantafx.base.theme.Styles;
import dev.gangway.bench.model.Endpoint.Transport;
import dev.gangway.bench.model.Plan;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.Panel;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.text.Words;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/** Every option of a connection, in groups that open one by one. */
public final class OptionsPanel {
    private final Words words;
    private final OptionsViewModel model;
    private final OptionFields fields;
    private final Button use = new Button();

    private OptionsPanel(Words words, Plan plan) {
        this.words = words;
        this.model = new OptionsViewModel(plan);
        this.fields = new OptionFields(words, this::check);
    }

    /** Shows what the plan says; {@code onUse} gets the plan with what was changed. */
    public static void show(ScreenContext around, Plan plan, Consumer<Plan> onUse) {
        new OptionsPanel(around.words(), plan).show(around, onUse);
    }

    private void show(ScreenContext around, Consumer<Plan> onUse) {
        Label text = new Label(words.get("options.text"));
        text.getStyleClass().add("muted");
        text.setWrapText(true);
        text.setMinHeight(Label.USE_PREF_SIZE);
        VBox content = new VBox(
                text,
                group("way", way()),
                group("proxy", proxy()),
                group("tls", tls()),
                group("session", session()),
                group("will", will()),
                group("authentication", authentication()));
        content.getStyleClass().add("form");
        Button cancel = new Button(words.get("dialog.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> around.dialogs().close());
        use.setText(words.get("options.use"));
        use.setId("use-options");
        use.setDefaultButton(true);
        use.getStyleClass().add(Styles.ACCENT);
        use.setOnAction(_ -> model.plan().ifPresent(plan -> {
            around.dialogs().close();
            onUse.accept(plan);
        }));
        around.dialogs().show(new Panel(words.get("options.title"), content, cancel, use).wide());
    }

    private void check() {
        use.setDisable(model.plan().isEmpty());
    }

    private TitledPane group(String name, Node... rows) {
        VBox box = new VBox(rows);
        box.getStyleClass().add("form");
        TitledPane pane = new TitledPane(words.get("options.group." + name), box);
        pane.setId("options-" + name);
        pane.setExpanded(false);
        pane.setAnimated(false);
        return pane;
    }

    private Node[] way() {
        FormField path = fields.typed("path", model.way.path);
        path.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !model.way.transport.get().isWebSocket(), model.way.transport));
        return new Node[] {
            FormField.row(fields.typed("host", model.way.host), fields.typed("port", model.way.port)),
            FormField.row(fields.choice("transport", Transport.class, model.way.transport), path)
        };
    }

    private Node[] proxy() {
        Node at = FormField.row(
                fields.typed("proxy-host", model.way.proxyHost, model.way.via),
                fields.typed("proxy-port", model.way.proxyPort));
        Node login = FormField.row(
                fields.text("proxy-user", new TextField(), model.way.proxyUser, ""),
                fields.text("proxy-password", new PasswordField(), model.way.proxyPassword, ""));
        at.disableProperty().bind(model.way.via.isEqualTo(WayForm.Via.NONE));
        login.disableProperty().bind(model.way.via.isEqualTo(WayForm.Via.NONE));
        return new Node[] {fields.choice("via", WayForm.Via.class, model.way.via), at, login};
    }

    private Node[] tls() {
        FormField name = fields.typed("other-name", model.tls.otherName, model.tls.sni);
        name.disableProperty().bind(model.tls.sni.isEqualTo(TlsForm.Sni.HOST));
        return new Node[] {
            fields.typed("suites", model.tls.suites),
            FormField.row(fields.typed("groups", model.tls.groups), fields.typed("schemes", model.tls.schemes)),
            FormField.row(fields.choice("sni", TlsForm.Sni.class, model.tls.sni), name),
            fields.typed("alpn", model.tls.alpn),
            fields.flag("anyone", model.tls.anyone)
        };
    }

    private Node[] session() {
        TextArea lines = new TextArea();
        lines.setPrefRowCount(2);
        FormField properties = fields.typed("properties", model.session.properties, lines);
        FormField expiry = fields.typed("expiry", model.session.expiry);
        FormField most = fields.typed("receive-maximum", model.session.receiveMaximum);
        for (Node five : new Node[] {properties, expiry, most}) {
            five.setDisable(!model.session.five);
        }
        return new Node[] {
            FormField.row(
                    fields.text("client-id", new TextField(), model.session.clientId, ""),
                    fields.typed("keep-alive", model.session.keepAlive)),
            fields.flag("clean-start", model.session.cleanStart),
            FormField.row(expiry, most),
            properties
        };
    }

    private Node[] will() {
        Node first = FormField.row(
                fields.typed("will-topic", model.session.willTopic, model.session.withWill),
                fields.choice("qos", SessionForm.Qos.class, model.session.willQos));
        Node second = fields.text("will-payload", new TextField(), model.session.willPayload, "");
        Node third = fields.flag("will-retain", model.session.willRetain);
        for (Node each : new Node[] {first, second, third}) {
            each.disableProperty().bind(model.session.withWill.not());
        }
        return new Node[] {fields.flag("will", model.session.withWill), first, second, third};
    }

    private Node[] authentication() {
        FormField method =
                fields.text("method", new TextField(), model.session.method, words.get("options.method.hint"));
        Node login = FormField.row(
                fields.text("auth-user", new TextField(), model.session.user, words.get("options.auth-user.hint")),
                fields.text(
                        "auth-secret",
                        new PasswordField(),
                        model.session.secret,
                        words.get("options.auth-secret.hint")));
        method.setDisable(!model.session.five);
        login.setDisable(!model.session.five);
        return new Node[] {method, login};
    }
}
