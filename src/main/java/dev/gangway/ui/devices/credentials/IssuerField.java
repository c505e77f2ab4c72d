package dev.gangway.ui.devices.credentials;

import dev.gangway.authorities.Authority;
import dev.gangway.pki.Subjects;
import dev.gangway.ui.kit.Choices;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.Navigator;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;

/** Which authority of the vault issues; where there is none, the way to make one. */
final class IssuerField extends VBox {
    IssuerField(ScreenContext around, IssuerViewModel model) {
        Words words = around.words();
        getStyleClass().add("form-field");
        ComboBox<Optional<Authority>> box = Choices.of(
                List.of(), authority -> authority.map(IssuerField::name).orElse(""));
        box.setId("issuer");
        ListChangeListener<Authority> fill = _ -> {
            Optional<Authority> chosen = model.chosen().get();
            box.getItems().setAll(model.all().stream().map(Optional::of).toList());
            model.chosen().set(chosen);
        };
        model.all().addListener(fill);
        box.getItems().setAll(model.all().stream().map(Optional::of).toList());
        box.valueProperty().bindBidirectional(model.chosen());
        Hyperlink make = new Hyperlink(words.get("issuer.make"));
        make.setOnAction(_ -> {
            around.dialogs().close();
            around.navigator().open(Navigator.AUTHORITIES);
        });
        make.visibleProperty().bind(javafx.beans.binding.Bindings.isEmpty(model.all()));
        make.managedProperty().bind(make.visibleProperty());
        FormField field = new FormField(words.get("issuer"), box, words.get("issuer.hint"));
        field.errorProperty()
                .bind(model.unread().map(why -> why.map(words::title).orElse("")));
        getChildren().addAll(field, make);
    }

    private static String name(Authority authority) {
        return authority.name() + " · " + Subjects.text(authority.certificate());
    }
}
