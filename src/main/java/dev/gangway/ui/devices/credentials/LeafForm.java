package dev.gangway.ui.devices.credentials;

import dev.gangway.ui.devices.credentials.LeafViewModel.Way;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.ImportForm;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.SegmentedButton;
import dev.gangway.ui.text.Words;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** A certificate that the server knows by its fingerprint: made here, issued here, or brought in. */
final class LeafForm extends VBox {
    private final LeafViewModel model;
    private final VBox body = new VBox();
    private final NewCertificateForm fresh;
    private final IssuerField issuer;
    private final ImportForm imported;
    private final HardwareForm hardware;
    private final EstForm est;

    LeafForm(ScreenContext around, LeafViewModel model) {
        this.model = model;
        Words words = around.words();
        fresh = new NewCertificateForm(words, model.fresh());
        issuer = new IssuerField(around, model.issuer());
        imported = new ImportForm(around, model.imported());
        hardware = new HardwareForm(around, model.hardware());
        est = new EstForm(around, model.est());
        getStyleClass().add("form");
        body.getStyleClass().add("form");
        SegmentedButton<Way> ways = SegmentedButton.of(words, "leaf.way", model.way());
        model.way().addListener((_, _, _) -> show());
        getChildren().addAll(new FormField(words.get("leaf.way"), ways), body);
        show();
    }

    private void show() {
        fresh.show(model.way().get());
        body.getChildren().setAll(shown());
    }

    private List<Node> shown() {
        return switch (model.way().get()) {
            case MADE_HERE -> List.of(fresh);
            case ISSUED -> {
                model.issuer().load();
                yield List.of(issuer, fresh);
            }
            case IN_HARDWARE -> List.of(hardware, fresh);
            case BY_EST -> List.of(est, fresh);
            case IMPORTED -> List.of(imported);
        };
    }
}
