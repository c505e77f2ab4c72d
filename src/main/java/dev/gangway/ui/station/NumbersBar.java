package dev.gangway.ui.station;

import dev.gangway.line.station.Shift;
import dev.gangway.line.unit.UnitResult;
import dev.gangway.line.unit.UnitVerdict;
import dev.gangway.ui.kit.LineWords;
import dev.gangway.ui.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The numbers of the shift, with small curves of yield and cycle, and what failed most often. */
final class NumbersBar extends FlowPane {
    /** In place of a number that there is not. */
    private static final String NOTHING = "–";

    private static final int CAUSES = 2;

    /** Left and right of the numbers, in pixels. */
    private static final double EDGES = 40;

    /** In a window lower than this, in pixels, there is one line of numbers; the report has the others. */
    private static final double ROOM = 700;

    private final Words words;
    private final StationViewModel model;
    private final Runnable outbox;
    private boolean low;
    private final Plot yields;
    private final Plot cycles;

    NumbersBar(Words words, StationViewModel model, Runnable outbox) {
        this.outbox = outbox;
        this.words = words;
        this.model = model;
        yields = new Plot(words.get("station.plot.yield"));
        cycles = new Plot(words.get("station.plot.cycle"));
        getStyleClass().addAll("panel", "station-numbers");
        setMinHeight(USE_PREF_SIZE);
        model.shift().numbersProperty().subscribe(shift -> refresh());
        model.shift().waitingProperty().subscribe(waiting -> refresh());
        model.recipeProperty().subscribe(recipe -> refresh());
        sceneProperty().flatMap(Scene::heightProperty).subscribe(height -> {
            boolean little = height != null && height.doubleValue() < ROOM;
            if (little != low) {
                low = little;
                refresh();
            }
        });
    }

    private void refresh() {
        Shift shift = model.shift().numbersProperty().get();
        getChildren().clear();
        boolean none = shift.units() == 0; // of no unit, nothing can be said
        number("station.number.first-pass", none ? NOTHING : LineWords.percent(words, shift.firstPassYield()));
        number("station.number.yield", none ? NOTHING : LineWords.percent(words, shift.yield()));
        if (!low) {
            getChildren().add(yields);
        }
        number("station.number.median", none ? NOTHING : words.formats().took(shift.median()));
        if (!low) {
            number("station.number.p95", none ? NOTHING : words.formats().took(shift.p95()));
            getChildren().add(cycles);
            number(
                    "station.number.rate",
                    shift.perHour() == 0 ? NOTHING : words.formats().number(Math.round(shift.perHour())));
        }
        number("station.number.units", words.formats().number(shift.units()));
        outbox();
        String causes = shift.causes().entrySet().stream()
                .limit(CAUSES)
                .map(cause -> LineWords.cause(words, cause.getKey()) + " "
                        + words.formats().number(cause.getValue()))
                .collect(Collectors.joining(" · "));
        if (!causes.isEmpty() && !low) {
            Label often = new Label(words.get("station.often", "causes", causes));
            often.getStyleClass().add("muted");
            often.setWrapText(true);
            often.maxWidthProperty().bind(widthProperty().subtract(EDGES));
            getChildren().add(often);
        }
        curves();
    }

    /** Yield after each unit, and the cycle of each, the oldest first. */
    private void curves() {
        List<UnitResult> judged = new ArrayList<>(model.shift().results().reversed().stream()
                .filter(result -> result.attempt() > 0
                        && (result.verdict() == UnitVerdict.PASS || result.verdict() == UnitVerdict.FAIL))
                .toList());
        List<Double> yield = new ArrayList<>();
        int passed = 0;
        for (int i = 0; i < judged.size(); i++) {
            passed += judged.get(i).verdict() == UnitVerdict.PASS ? 1 : 0;
            yield.add((double) passed / (i + 1));
        }
        yields.show(yield);
        cycles.show(judged.stream().map(result -> result.took().toNanos() / 1e9).toList());
    }

    /** How many wait, and the way to them. */
    private void outbox() {
        Hyperlink open = new Hyperlink(words.get("station.number.outbox") + "  "
                + words.formats().number(model.shift().waitingProperty().get()));
        open.setId("station-outbox");
        open.setMinWidth(USE_PREF_SIZE);
        open.setTooltip(new Tooltip(words.get("header.outbox.help")));
        open.setOnAction(event -> outbox.run());
        getChildren().add(open);
    }

    private void number(String key, String value) {
        Label name = new Label(words.get(key));
        name.getStyleClass().add("muted");
        Label text = new Label(value);
        text.getStyleClass().add("strong");
        HBox pair = new HBox(name, text);
        pair.setAlignment(Pos.CENTER_LEFT);
        name.setMinWidth(Region.USE_PREF_SIZE);
        text.setMinWidth(Region.USE_PREF_SIZE);
        pair.getStyleClass().add("station-number");
        getChildren().add(pair);
    }
}
