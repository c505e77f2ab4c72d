package dev.gangway.ui.station;

import atlantafx.base.theme.Styles;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.line.station.StationSetup;
import dev.gangway.line.station.StationSetup.Form;
import dev.gangway.line.station.StationSetup.Labels;
import dev.gangway.line.station.StationSetup.Print;
import dev.gangway.ui.kit.Choices;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.Panel;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.text.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** How the station is set up: its name and lot, what scans of its lanes begin with, where and how labels are printed. */
final class SetupPanel {
    private final ScreenContext around;
    private final Words words;
    private final StationViewModel model;
    private final StationSetup now;
    private final TextField name = new TextField();
    private final TextField lot = new TextField();
    private final TextField prefixes = new TextField();
    private final ComboBox<Labels> labels;
    private final TextField where = new TextField();
    private final ComboBox<Form> form;
    private final TextField dots = new TextField();
    private final CheckBox scanned;
    private final FormField place;
    private final FormField resolution;
    private final ProblemBox problem;
    private final Button sample;
    private final Button keep;

    private SetupPanel(ScreenContext around, StationViewModel model) {
        this.around = around;
        this.model = model;
        words = around.words();
        now = model.setupProperty().get();
        labels = Choices.of(List.of(Labels.values()), each -> words.get("station.setup.labels." + word(each)));
        form = Choices.of(List.of(Form.values()), Form::name);
        scanned = new CheckBox(words.get("station.setup.scanned"));
        place = new FormField(words.get("station.setup.where"), where);
        resolution = new FormField(words.get("station.setup.dots"), dots, words.get("station.setup.dots.hint"));
        problem = new ProblemBox(words);
        sample = new Button(words.get("station.setup.sample"));
        keep = new Button(words.get("station.setup.keep"));
    }

    static void show(ScreenContext around, StationViewModel model) {
        new SetupPanel(around, model).show();
    }

    private void show() {
        name.setId("setup-name");
        name.setText(now.station());
        lot.setId("setup-lot");
        lot.setText(now.lot().orElse(""));
        prefixes.setId("setup-prefixes");
        prefixes.setText(String.join(", ", now.prefixes()));
        labels.setId("setup-labels");
        labels.setValue(now.labels());
        where.setId("setup-where");
        where.setText(now.where());
        form.setId("setup-form");
        form.setValue(now.printing().form());
        dots.setId("setup-dots");
        dots.setText(String.valueOf(now.printing().dots()));
        scanned.setId("setup-scanned");
        scanned.setSelected(now.printing().scanned());
        scanned.setWrapText(true);
        sample.setId("setup-sample");
        sample.setOnAction(event -> sample());
        Button cancel = new Button(words.get("dialog.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> around.dialogs().close());
        keep.setId("setup-keep");
        keep.setDefaultButton(true);
        keep.getStyleClass().add(Styles.ACCENT);
        keep.setOnAction(event -> keep());
        around.dialogs().show(new Panel(words.get("station.setup"), fields(), sample, cancel, keep).touch());
    }

    private Node fields() {
        FormField written = new FormField(words.get("station.setup.form"), form);
        labels.valueProperty().subscribe(to -> {
            boolean some = to != Labels.NONE;
            place.setHint(some ? words.get("station.setup.where." + word(to)) : "");
            show(place, some);
            show(written, to == Labels.FOLDER);
            show(resolution, to == Labels.NETWORK || to == Labels.FOLDER);
            show(scanned, some);
            show(sample, some);
            place.errorProperty().set("");
            problem.show(Optional.empty());
        });
        VBox all = new VBox(
                FormField.row(
                        new FormField(words.get("station.setup.name"), name, words.get("station.setup.name.hint")),
                        new FormField(words.get("station.setup.lot"), lot, words.get("station.setup.lot.hint"))),
                new FormField(words.get("station.setup.prefixes"), prefixes, words.get("station.setup.prefixes.hint")),
                new FormField(words.get("station.setup.labels"), labels),
                place,
                problem,
                FormField.row(written, resolution),
                scanned);
        all.getStyleClass().add("form");
        return all;
    }

    /** What was entered; empty where something of it cannot be, which is then said at its field. */
    private Optional<StationSetup> entered() {
        Labels to = labels.getValue();
        OptionalInt density = density();
        boolean nowhere = to != Labels.NONE && where.getText().isBlank();
        place.errorProperty().set(nowhere ? words.get("station.setup.where.missing") : "");
        resolution
                .errorProperty()
                .set(
                        density.isPresent()
                                ? ""
                                : words.get(
                                        "station.setup.dots.wrong",
                                        "least",
                                        Print.FEWEST_DOTS,
                                        "most",
                                        words.formats().number(Print.MOST_DOTS)));
        if (nowhere || density.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new StationSetup(
                name.getText().strip(),
                now.sound(),
                Arrays.stream(prefixes.getText().split(","))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList(),
                to,
                to == Labels.NONE ? "" : where.getText().strip(),
                Optional.of(new Print(form.getValue(), density.getAsInt(), scanned.isSelected())),
                Optional.of(lot.getText().strip()).filter(text -> !text.isEmpty())));
    }

    private OptionalInt density() {
        String text = dots.getText().strip();
        int value = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        return value < Print.FEWEST_DOTS || value > Print.MOST_DOTS ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private void keep() {
        entered().ifPresent(wanted -> busy(true, () -> model.keep(wanted, around.dialogs()::close, this::failed)));
    }

    /** Prints one label where they would go; a printer in the network is asked how it is, before and after. */
    private void sample() {
        entered()
                .ifPresent(wanted -> busy(
                        true,
                        () -> model.sample(
                                wanted,
                                () -> {
                                    busy(false, () -> {});
                                    around.toasts().show(Level.OK, words.get("station.setup.sampled"));
                                },
                                this::failed)));
    }

    private void failed(Diagnosis why) {
        busy(false, () -> problem.show(Optional.of(why)));
    }

    private void busy(boolean is, Runnable then) {
        problem.show(Optional.empty());
        sample.setDisable(is);
        keep.setDisable(is);
        then.run();
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
