package dev.gangway.ui.station;

import atlantafx.base.theme.Styles;
import dev.gangway.line.station.StationSetup;
import dev.gangway.line.station.StationSetup.Labels;
import dev.gangway.ui.kit.Choices;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.Panel;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.text.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** How the station is set up: its name, what scans of its lanes begin with, where labels are printed. */
final class SetupPanel {
    private SetupPanel() {}

    static void show(ScreenContext around, StationViewModel model) {
        Words words = around.words();
        StationSetup now = model.setupProperty().get();
        TextField name = new TextField(now.station());
        name.setId("setup-name");
        TextField prefixes = new TextField(String.join(", ", now.prefixes()));
        prefixes.setId("setup-prefixes");
        ComboBox<Labels> labels = Choices.of(
                List.of(Labels.values()),
                each -> words.get("station.setup.labels." + each.name().toLowerCase(Locale.ROOT)));
        labels.setId("setup-labels");
        labels.setValue(now.labels());
        TextField where = new TextField(now.where());
        where.setId("setup-where");
        FormField place = new FormField(words.get("station.setup.where"), where, words.get("station.setup.where.hint"));
        place.visibleProperty().bind(labels.valueProperty().isNotEqualTo(Labels.NONE));
        place.managedProperty().bind(place.visibleProperty());
        VBox form = new VBox(
                new FormField(words.get("station.setup.name"), name, words.get("station.setup.name.hint")),
                new FormField(words.get("station.setup.prefixes"), prefixes, words.get("station.setup.prefixes.hint")),
                new FormField(words.get("station.setup.labels"), labels),
                place);
        form.getStyleClass().add("form");
        Button cancel = new Button(words.get("dialog.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> around.dialogs().close());
        Button keep = new Button(words.get("station.setup.keep"));
        keep.setId("setup-keep");
        keep.setDefaultButton(true);
        keep.getStyleClass().add(Styles.ACCENT);
        keep.disableProperty()
                .bind(labels.valueProperty()
                        .isNotEqualTo(Labels.NONE)
                        .and(where.textProperty().isEmpty()));
        keep.setOnAction(event -> {
            around.dialogs().close();
            model.keep(new StationSetup(
                    name.getText().strip(),
                    now.sound(),
                    Arrays.stream(prefixes.getText().split(","))
                            .map(String::strip)
                            .filter(text -> !text.isEmpty())
                            .toList(),
                    labels.getValue(),
                    labels.getValue() == Labels.NONE ? "" : where.getText().strip()));
        });
        around.dialogs().show(new Panel(words.get("station.setup"), form, cancel, keep));
    }
}
