package dev.gangway.ui.bench.logs;

import atlantafx.base.theme.Styles;
import dev.gangway.bench.logs.LoggedAddress;
import dev.gangway.bench.logs.NextTest;
import dev.gangway.bench.logs.Reading;
import dev.gangway.ui.kit.Panel;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.StyleSheets;
import dev.gangway.ui.text.Words;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A box that takes any log; beside it what each line means, the causes, and one next step as a button. */
public final class LogPanel {
    private final ScreenContext around;
    private final Words words;
    private final LogViewModel model;
    private final LogCauses causes;
    private final HBox read = new HBox();
    private final Button next = new Button();

    private LogPanel(ScreenContext around) {
        this.around = around;
        this.words = around.words();
        this.model = new LogViewModel(around.background());
        this.causes = new LogCauses(words);
    }

    /**
     * Shows it, empty.
     *
     * @param onNext runs the test that would settle what a log leaves open, at the server that the log names
     */
    public static void show(ScreenContext around, BiConsumer<NextTest, Optional<LoggedAddress>> onNext) {
        new LogPanel(around).open(onNext);
    }

    private void open(BiConsumer<NextTest, Optional<LoggedAddress>> onNext) {
        Label text = new Label(words.get("log.paste.text"));
        text.getStyleClass().add("muted");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        TextArea box = new TextArea();
        box.setId("log-paste");
        box.setPromptText(words.get("log.paste.hint"));
        box.setAccessibleText(words.get("log.paste.title"));
        box.textProperty().bindBidirectional(model.text());
        LogLines lines = new LogLines(words, model.rows());
        HBox.setHgrow(lines, Priority.ALWAYS);
        read.getStyleClass().addAll("columns", "log-read");
        read.getChildren().setAll(lines, causes);
        ProblemBox problem = new ProblemBox(words);
        model.problem().subscribe(problem::show);
        VBox content = new VBox(text, box, read, problem);
        content.getStyleClass().addAll("form", "log-panel");
        content.getStylesheets().add(StyleSheets.of(LogPanel.class, "logs.css"));
        Button close = new Button(words.get("dialog.close"));
        close.setCancelButton(true);
        close.setOnAction(_ -> around.dialogs().close());
        next.setId("log-next");
        next.getStyleClass().add(Styles.ACCENT);
        next.managedProperty().bind(next.visibleProperty());
        next.setOnAction(_ -> nextTest(model.reading().get()).ifPresent(test -> {
            around.dialogs().close();
            onNext.accept(test, model.address());
        }));
        model.reading().subscribe(reading -> {
            show(reading);
            box.setPrefRowCount(reading.isPresent() ? 2 : 12);
        });
        around.dialogs().show(new Panel(words.get("log.paste.title"), content, close, next).wide());
    }

    private void show(Optional<Reading> reading) {
        read.setVisible(reading.isPresent());
        read.setManaged(reading.isPresent());
        reading.ifPresent(causes::show);
        Optional<NextTest> test = nextTest(reading);
        next.setVisible(test.isPresent());
        test.ifPresent(found -> next.setText(words.get("log.test." + found.code())));
    }

    private static Optional<NextTest> nextTest(Optional<Reading> reading) {
        return reading.flatMap(each -> each.findings().stream().findFirst()).map(finding -> finding.nextTest());
    }
}
