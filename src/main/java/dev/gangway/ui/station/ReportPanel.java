package dev.gangway.ui.station;

import atlantafx.base.theme.Styles;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.report.Report;
import dev.gangway.line.report.ReportPdf;
import dev.gangway.line.station.Shift;
import dev.gangway.line.station.Station;
import dev.gangway.line.unit.UnitResult;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.LineWords;
import dev.gangway.ui.kit.Panel;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.text.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The report of a shift: looked at, saved as PDF, HTML or CSV, and the shift ended. */
final class ReportPanel {
    /** Widths of the columns of causes and of attempts, in pixels; the first is never narrower. */
    private static final double[] CAUSES = {560, 100};

    private static final double[] ATTEMPTS = {175, 100, 130, 85, 75, 220};

    private final ScreenContext around;
    private final Words words;
    private final StationViewModel model;

    ReportPanel(ScreenContext around, StationViewModel model) {
        this.around = around;
        this.model = model;
        words = around.words();
    }

    /** Shows it; the shift goes on until somebody ends it. */
    void show() {
        model.station().ifPresent(its -> show(report(its)));
    }

    private void show(Report report) {
        FlowPane facts = new FlowPane();
        facts.setHgap(28); // a dialog lies outside the screen, and its style sheet
        facts.setVgap(12);
        report.facts().forEach(fact -> {
            Label name = new Label(fact.name());
            name.getStyleClass().add("muted");
            Label value = new Label(fact.value());
            value.getStyleClass().add("strong");
            facts.getChildren().add(new VBox(name, value));
        });
        VBox content = new VBox(facts);
        content.getStyleClass().add("form");
        report.tables().stream().filter(table -> !table.rows().isEmpty()).forEach(table -> {
            Label title = new Label(table.title());
            title.getStyleClass().add("card-title");
            content.getChildren().addAll(title, table(table));
        });
        Button close = new Button(words.get("dialog.close"));
        close.setCancelButton(true);
        close.setOnAction(event -> around.dialogs().close());
        Button end = new Button(words.get("station.end"));
        end.setId("station-end");
        end.getStyleClass().add(Styles.ACCENT);
        end.setDisable(model.lanes().isRunning());
        end.setOnAction(event -> {
            around.dialogs().close();
            model.endShift();
        });
        around.dialogs()
                .show(new Panel(
                                report.title(),
                                content,
                                save("PDF", report, () -> ReportPdf.of(report)),
                                save("HTML", report, () -> report.html().getBytes(StandardCharsets.UTF_8)),
                                save("CSV", report, () -> report.csv().getBytes(StandardCharsets.UTF_8)),
                                close,
                                end)
                        .wide()
                        .touch());
    }

    private Button save(String form, Report report, Supplier<byte[]> bytes) {
        Button button = new Button(words.get("station.report.save", "form", form) + "…");
        button.setId("station-save-" + form.toLowerCase(Locale.ROOT));
        button.setOnAction(event -> around.dialogs()
                .saveFile(
                        words.get("station.report.save", "form", form),
                        report.title().replaceAll("[^\\p{L}\\p{N}._-]+", "-") + "." + form.toLowerCase(Locale.ROOT))
                .ifPresent(file -> model.write(
                        file,
                        bytes.get(),
                        () -> around.toasts()
                                .show(
                                        Level.OK,
                                        words.get("station.report.saved", "file", String.valueOf(file.getFileName()))),
                        why -> around.dialogs().tell(words.get("station.report"), why))));
        return button;
    }

    private static TableView<List<String>> table(Report.Table table) {
        TableView<List<String>> view = new TableView<>();
        view.setAccessibleText(table.title());
        view.getItems().setAll(table.rows());
        view.setPrefHeight(Math.min(260, 40 + 34 * table.rows().size()));
        view.setMinHeight(110);
        view.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        for (int i = 0; i < table.heads().size(); i++) {
            int at = i;
            TableColumn<List<String>, String> column =
                    new TableColumn<>(table.heads().get(i));
            double[] widths = table.heads().size() > 2 ? ATTEMPTS : CAUSES;
            column.setPrefWidth(widths[at]);
            column.setMinWidth(at == 0 ? widths[0] : 40);
            column.setCellValueFactory(
                    row -> new ReadOnlyStringWrapper(row.getValue().get(at)));
            view.getColumns().add(column);
        }
        return view;
    }

    /** What the report says, in the words of the window. */
    private Report report(Station its) {
        Shift shift = its.shift();
        Recipe recipe = its.recipe();
        List<Report.Fact> facts = new ArrayList<>();
        facts.add(fact("station.recipe", recipe.name() + " · " + recipe.version()));
        recipe.server().ifPresent(server -> facts.add(fact("station.server", server)));
        facts.add(fact("station.report.station", its.site().station()));
        facts.add(fact("station.report.operator", its.operator().orElse("–")));
        shift.began()
                .ifPresent(began ->
                        facts.add(fact("station.report.began", words.formats().dateTime(began))));
        facts.add(fact("station.number.units", words.formats().number(shift.units())));
        facts.add(fact("station.word.pass", words.formats().number(shift.passed())));
        facts.add(fact("station.word.fail", words.formats().number(shift.failed())));
        facts.add(fact("station.word.error", words.formats().number(shift.errors())));
        facts.add(fact("station.word.double", words.formats().number(shift.doubles())));
        boolean none = shift.units() == 0;
        facts.add(fact("station.number.first-pass", none ? "–" : LineWords.percent(words, shift.firstPassYield())));
        facts.add(fact("station.number.yield", none ? "–" : LineWords.percent(words, shift.yield())));
        facts.add(fact("station.number.median", none ? "–" : words.formats().took(shift.median())));
        facts.add(fact("station.number.p95", none ? "–" : words.formats().took(shift.p95())));
        facts.add(fact(
                "station.number.rate",
                shift.perHour() == 0 ? "–" : words.formats().number(Math.round(shift.perHour()))));
        facts.add(fact(
                "station.number.outbox",
                words.formats().number(model.shift().waitingProperty().get())));
        return new Report(
                words.locale().getLanguage(),
                words.get("station.report") + " "
                        + shift.began().map(words.formats()::date).orElse(""),
                facts,
                List.of(causes(shift), attempts(its)));
    }

    private Report.Table causes(Shift shift) {
        return new Report.Table(
                words.get("station.report.causes"),
                List.of(words.get("station.report.cause"), words.get("station.report.count")),
                shift.causes().entrySet().stream()
                        .map(cause -> List.of(
                                LineWords.cause(words, cause.getKey()),
                                words.formats().number(cause.getValue())))
                        .toList());
    }

    private Report.Table attempts(Station its) {
        return new Report.Table(
                words.get("station.report.attempts"),
                List.of(
                        words.get("station.report.at"),
                        words.get("station.column.serial"),
                        words.get("station.report.device"),
                        words.get("station.column.verdict"),
                        words.get("station.report.took"),
                        words.get("station.report.cause")),
                its.attempts().stream().map(this::row).toList());
    }

    private List<String> row(UnitResult result) {
        return List.of(
                words.formats().dateTime(result.began()),
                result.order().serial(),
                result.order().name(),
                words.get("station.word." + result.verdict().name().toLowerCase(Locale.ROOT)),
                words.formats().took(result.took()),
                result.cause().map(words::title).orElse(""));
    }

    private Report.Fact fact(String key, String value) {
        return new Report.Fact(words.get(key), value);
    }
}
