package dev.gangway.ui.station;

import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.unit.Quarantined;
import dev.gangway.line.unit.UnitResult;
import dev.gangway.line.unit.UnitVerdict;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.text.Words;
import java.util.List;

/** What is done to a unit beside running it, and has to be accounted for: tested again, labelled again, let out. */
final class ReasonedActions {
    private final ScreenContext around;
    private final Words words;
    private final StationViewModel model;

    ReasonedActions(ScreenContext around, StationViewModel model) {
        this.around = around;
        this.model = model;
        words = around.words();
    }

    /** A unit that failed is tested again with a reason; what was no fault of the unit needs none. */
    void again() {
        model.lanes().retestable().ifPresent(result -> {
            if (result.verdict() == UnitVerdict.FAIL && result.attempt() > 0) {
                ReasonPanel.ask(
                        words,
                        around.dialogs(),
                        "station.retest",
                        List.of(result.order().serial()),
                        (serial, reason) -> model.again(reason));
            } else {
                model.again("");
            }
        });
    }

    /** Prints the label of a unit of this shift once more, with a reason. */
    void reprint() {
        boolean labels =
                model.recipeProperty().get().flatMap(Recipe::labelTemplate).isPresent();
        List<String> serials = model.shift().results().stream()
                .filter(result -> result.attempt() > 0)
                .map(UnitResult::order)
                .map(order -> order.serial())
                .distinct()
                .limit(20)
                .toList();
        if (!labels || serials.isEmpty()) {
            around.toasts().show(Level.INFO, words.get(labels ? "station.reprint.none" : "station.reprint.no-label"));
            return;
        }
        ReasonPanel.ask(words, around.dialogs(), "station.reprint", serials, model::reprint);
    }

    /** Shows what failed as often as the recipe allows, and lets one out with a reason. */
    void quarantine() {
        model.station()
                .ifPresent(its -> around.background()
                        .work(cancellation -> its.quarantined())
                        .start(this::release, why -> around.dialogs().tell(words.get("station.quarantine"), why)));
    }

    private void release(List<Quarantined> held) {
        if (held.isEmpty()) {
            around.toasts().show(Level.OK, words.get("station.quarantine.none"));
            return;
        }
        ReasonPanel.ask(
                words,
                around.dialogs(),
                "station.release",
                held.stream().map(Quarantined::serial).toList(),
                model::release);
    }
}
