package dev.gangway.ui.station;

import dev.gangway.line.label.LabelFiles;
import dev.gangway.line.label.LabelTemplate;
import dev.gangway.line.serial.ScannerLayout;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.Panel;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.text.Words;
import java.io.ByteArrayInputStream;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The code that shows how the scanner types: scanned from the screen into the scan field, or saved and printed. */
final class ScannerPanel {
    private static final int DOTS = 200;

    private ScannerPanel() {}

    static void show(ScreenContext around, StationViewModel model) {
        Words words = around.words();
        LabelTemplate card = new LabelTemplate(
                60,
                60,
                List.of(new LabelTemplate.Part(
                        LabelTemplate.Kind.DATA_MATRIX,
                        4,
                        4,
                        52,
                        ScannerLayout.CALIBRATION,
                        ScannerLayout.CALIBRATION)));
        around.background()
                .attempt(cancellation -> LabelFiles.png(card, DOTS))
                .start(
                        png -> show(around, model, png),
                        why -> around.dialogs().tell(words.get("station.scanner"), why));
    }

    private static void show(ScreenContext around, StationViewModel model, byte[] png) {
        Words words = around.words();
        ImageView picture = new ImageView(new Image(new ByteArrayInputStream(png)));
        picture.setFitWidth(260);
        picture.setPreserveRatio(true);
        picture.setAccessibleText(words.get("station.scanner"));
        StackPane paper = new StackPane(picture);
        paper.setStyle("-fx-background-color: white; -fx-padding: 12;"); // also in the dark, for the scanner
        Label text = new Label(words.get("station.scanner.text"));
        text.setWrapText(true);
        text.setMinHeight(Label.USE_PREF_SIZE);
        TextField scan = new TextField(); // has the focus, so that a scan presses no button
        scan.setId("station-calibrate");
        scan.setOnAction(event -> {
            around.dialogs().close();
            model.enter(scan.getText());
        });
        VBox content = new VBox(text, new FormField(words.get("station.scanner.scan"), scan), paper);
        content.getStyleClass().add("form");
        Button close = new Button(words.get("dialog.close"));
        close.setCancelButton(true);
        close.setOnAction(event -> around.dialogs().close());
        Button save = new Button(words.get("station.report.save", "form", "PNG") + "…");
        save.setOnAction(event -> around.dialogs()
                .saveFile(words.get("station.scanner"), "scanner.png")
                .ifPresent(file -> model.write(
                        file,
                        png,
                        () -> around.dialogs().close(),
                        why -> around.dialogs().tell(words.get("station.scanner"), why))));
        around.dialogs().show(new Panel(words.get("station.scanner"), content, save, close).touch());
    }
}
