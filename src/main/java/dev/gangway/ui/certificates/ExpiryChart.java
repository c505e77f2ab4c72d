package dev.gangway.ui.certificates;

import dev.gangway.ui.kit.Level;
import dev.gangway.ui.text.Words;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How many certificates end when, a bar a month. A bar is a button: it shows those certificates alone. */
final class ExpiryChart extends HBox {
    private static final double HIGHEST = 64;
    private static final double LOWEST = 3;

    private final CertificatesViewModel model;
    private final Words words;
    private final List<ToggleButton> bars = new ArrayList<>();

    ExpiryChart(CertificatesViewModel model, Words words) {
        this.model = model;
        this.words = words;
        setId("expiry-chart");
        getStyleClass().add("expiry-chart");
        setAccessibleText(words.get("certificates.chart"));
        model.all().addListener((ListChangeListener<CertificateRow>) change -> draw());
        model.period().addListener((property, was, is) -> select());
        draw();
    }

    private void draw() {
        List<Period> periods = model.periods();
        List<Long> counts = periods.stream().map(model::count).toList();
        long most = Math.max(1, counts.stream().mapToLong(Long::longValue).max().orElse(1));
        bars.clear();
        for (int i = 0; i < periods.size(); i++) {
            bars.add(bar(periods.get(i), i, counts.get(i), most));
        }
        getChildren().setAll(bars);
        select();
    }

    private ToggleButton bar(Period period, int number, long count, long most) {
        Region column = new Region();
        double height = count == 0 ? LOWEST : Math.max(LOWEST * 2, HIGHEST * count / most);
        column.setMinHeight(height);
        column.setMaxHeight(height);
        column.getStyleClass().addAll("expiry-bar", level(period, count).styleClass());
        Label value = new Label(count == 0 ? "" : words.formats().number(count));
        value.getStyleClass().add("small");
        Label name = new Label(name(period));
        name.getStyleClass().addAll("small", "muted");
        VBox stack = new VBox(value, column, name);
        stack.setAlignment(Pos.BOTTOM_CENTER);
        stack.getStyleClass().add("expiry-stack");
        ToggleButton button = new ToggleButton();
        button.setId("expiry-" + number);
        button.setGraphic(stack);
        button.getStyleClass().add("expiry-button");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setUserData(period);
        button.setAccessibleText(words.get(
                "certificates.chart.bar",
                "period",
                name(period),
                "count",
                words.formats().number(count)));
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setOnAction(event -> model.period().set(button.isSelected() ? Optional.of(period) : Optional.empty()));
        return button;
    }

    private void select() {
        for (ToggleButton bar : bars) {
            bar.setSelected(
                    model.period().get().filter(bar.getUserData()::equals).isPresent());
        }
    }

    private Level level(Period period, long count) {
        if (count == 0) {
            return Level.NEUTRAL;
        }
        return switch (period.kind()) {
            case OVER -> Level.BAD;
            case MONTH -> model.isSoon(period) ? Level.WARNING : Level.INFO;
            case LATER -> Level.OK;
        };
    }

    private String name(Period period) {
        return switch (period.kind()) {
            case OVER -> words.get("certificates.chart.over");
            case MONTH ->
                period.month()
                        .map(month -> month.getMonth().getDisplayName(TextStyle.SHORT_STANDALONE, words.locale())
                                + (month.getMonthValue() == 1 ? " " + month.getYear() : ""))
                        .orElse("");
            case LATER -> words.get("certificates.chart.later");
        };
    }
}
