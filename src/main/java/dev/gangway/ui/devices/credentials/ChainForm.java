package dev.gangway.ui.devices.credentials;

import dev.gangway.ui.devices.credentials.ChainViewModel.Registration;
import dev.gangway.ui.devices.credentials.ChainViewModel.Way;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.ImportForm;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.SegmentedButton;
import dev.gangway.ui.text.Words;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/** A chain, how the server learns of the device, and the profile that makes this work. */
final class ChainForm extends VBox {
    private final ChainViewModel model;
    private final VBox body = new VBox();
    private final NewCertificateForm fresh;
    private final IssuerField issuer;
    private final ImportForm imported;

    ChainForm(ScreenContext around, ChainViewModel model) {
        this.model = model;
        Words words = around.words();
        fresh = new NewCertificateForm(words, model.fresh());
        issuer = new IssuerField(around, model.issuer());
        imported = new ImportForm(around, model.imported());
        getStyleClass().add("form");
        body.getStyleClass().add("form");
        SegmentedButton<Way> ways = SegmentedButton.of(words, "leaf.way", model.way());
        model.way().addListener((_, _, _) -> show());
        SegmentedButton<Registration> registration =
                SegmentedButton.of(words, "chain.registration", model.registration());
        TitledPane profile = new TitledPane(words.get("chain.profile"), new ChainProfileForm(around, model.profile()));
        profile.setId("chain-profile");
        profile.setAnimated(false);
        profile.setExpanded(false);
        getChildren()
                .addAll(
                        FormField.row(
                                new FormField(words.get("leaf.way"), ways),
                                new FormField(words.get("chain.registration"), registration)),
                        body,
                        profile);
        show();
    }

    private void show() {
        body.getChildren().setAll(shown());
    }

    private List<Node> shown() {
        if (model.way().get() == Way.IMPORTED) {
            return List.of(imported);
        }
        model.issuer().load();
        return List.of(issuer, fresh);
    }
}
