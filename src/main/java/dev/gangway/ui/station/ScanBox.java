package dev.gangway.ui.station;

import dev.gangway.line.unit.UnitVerdict;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.LevelShape;
import dev.gangway.ui.text.Words;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/** The field that takes scans, what it wants next, what came of the last one, and the keys. */
final class ScanBox extends VBox {
    /** Of the width that what is wanted may have beside the field; else it stands above it. */
    private static final double PROMPT_SHARE = 0.5;

    private final Words words;
    private final StationViewModel model;
    private final TextField scan = new TextField();
    private final PinEntry pin;
    private final Label prompt = new Label();
    private final Label notice = new Label();
    private final Label hint = new Label();
    private final HBox row = new HBox(prompt, scan);

    /**
     * Hands scans to the model.
     *
     * @param entered hears of each, once the model has it
     */
    ScanBox(Words words, StationViewModel model, Runnable entered) {
        this.words = words;
        this.model = model;
        pin = new PinEntry(words, model);
        scan.setId("station-scan");
        scan.getStyleClass().add("station-scan");
        scan.setOnAction(event -> {
            String text = scan.getText();
            scan.clear();
            model.enter(text);
            entered.run();
        });
        HBox.setHgrow(scan, Priority.ALWAYS);
        HBox.setHgrow(pin, Priority.ALWAYS);
        prompt.getStyleClass().add("muted");
        prompt.setWrapText(true);
        prompt.setMinHeight(USE_PREF_SIZE);
        prompt.setLabelFor(scan);
        hint.setText(words.get("station.hint"));
        hint.getStyleClass().addAll("muted", "small");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        Level.INFO.applyTo(notice);
        notice.setId("station-notice");
        notice.getStyleClass().add("station-notice");
        notice.setWrapText(true);
        notice.setMinHeight(USE_PREF_SIZE);
        notice.managedProperty().bind(notice.visibleProperty());
        row.getChildren().add(pin);
        row.getStyleClass().add("station-scan-row");
        getChildren().addAll(row, notice, hint);
        getStyleClass().addAll("panel", "station-scan-box");
        setMinHeight(USE_PREF_SIZE);
        widthProperty().subscribe(width -> place());
        prompt.fontProperty().subscribe(font -> place());
        model.noticeProperty().subscribe(this::show);
    }

    /** Says what is wanted next. */
    void prompt(String text) {
        prompt.setText(text);
        scan.setAccessibleText(text);
        place();
    }

    /** Takes a PIN, or scans. */
    void ask(boolean forPin) {
        scan.setVisible(!forPin);
        scan.setManaged(!forPin);
        pin.ask(forPin, prompt.getText());
        prompt.setLabelFor(forPin ? pin : scan);
    }

    /** What is scanned or typed next goes where it is wanted. */
    void focus() {
        if (pin.isVisible()) {
            pin.focus();
        } else {
            scan.requestFocus();
        }
    }

    /** Shows the line of keys, or gives its room away. */
    void hints(boolean shown) {
        hint.setVisible(shown);
        hint.setManaged(shown);
    }

    /** A long prompt in a narrow window, or in large text, leaves the field its width. */
    private void place() {
        boolean above = getWidth() > 0 && wanted() > getWidth() * PROMPT_SHARE;
        prompt.setMinWidth(above ? 0 : USE_PREF_SIZE);
        if (above == row.getChildren().contains(prompt)) {
            (above ? row.getChildren() : getChildren()).remove(prompt);
            (above ? getChildren() : row.getChildren()).addFirst(prompt);
        }
    }

    /** Width of the prompt in one line, in pixels. */
    private double wanted() {
        Text measured = new Text(prompt.getText());
        measured.setFont(prompt.getFont());
        return measured.getLayoutBounds().getWidth();
    }

    private void show(Optional<Notice> said) {
        notice.setVisible(said.isPresent());
        said.ifPresent(now -> {
            now.level().applyTo(notice);
            notice.setGraphic(new LevelShape(now.level()));
            notice.setText(now.why()
                    .map(why -> words.title(why) + " " + words.text(why))
                    .orElseGet(() -> words.get(now.key(), now.values())));
            if (now.level() != Level.OK && model.soundProperty().get()) {
                Tones.play(UnitVerdict.ERROR);
            }
        });
    }
}
