package dev.gangway.ui.devices.credentials;

import dev.gangway.ui.devices.credentials.CredentialsViewModel.CredentialType;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.SegmentedButton;
import dev.gangway.ui.text.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** What a device signs in with: its type, the editor for that type, and what becomes of it. */
public final class CredentialsForm extends VBox {
    private final ScreenContext around;
    private final CredentialsViewModel model;
    private final VBox editor = new VBox();
    private final PreviewBox preview;
    private final Map<CredentialType, Node> forms = new EnumMap<>(CredentialType.class);

    /** Makes one; forms are made when their type is first chosen. */
    public CredentialsForm(ScreenContext around, CredentialsViewModel model) {
        this.around = around;
        this.model = model;
        Words words = around.words();
        preview = new PreviewBox(around);
        getStyleClass().add("form");
        SegmentedButton<CredentialType> types = new SegmentedButton<>(
                words.get("newdevice.credential"),
                CredentialType.class,
                List.of(CredentialType.values()),
                type -> words.get("devices.credential." + type),
                model.type()::set);
        types.choose(model.type().get());
        model.type().addListener((_, _, type) -> {
            types.choose(type);
            show();
        });
        InvalidationListener changed = _ -> showPreview();
        for (CredentialType type : CredentialType.values()) {
            model.editor(type).inputs().forEach(input -> input.addListener(changed));
        }
        model.device().name().addListener(changed);
        getChildren().addAll(new FormField(words.get("newdevice.credential"), types), editor, preview);
        show();
    }

    private void show() {
        editor.getChildren().setAll(forms.computeIfAbsent(model.type().get(), this::form));
        showPreview();
    }

    private void showPreview() {
        preview.show(model.preview(), model.device().named("{name}"));
    }

    private Node form(CredentialType type) {
        return switch (model.editor(type)) {
            case TokenViewModel token -> new TokenForm(around, token);
            case BasicViewModel basic -> new BasicForm(around, basic);
            case LeafViewModel leaf -> new LeafForm(around, leaf);
            case ChainViewModel chain -> new ChainForm(around, chain);
            case ProvisioningViewModel provisioning -> new ProvisioningForm(around, provisioning);
            case JwtViewModel jwt -> new JwtForm(around, jwt);
            case OAuthViewModel oauth -> new OAuthForm(around, oauth);
        };
    }
}
