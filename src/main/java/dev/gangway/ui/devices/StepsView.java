package dev.gangway.ui.devices;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.onboarding.Onboarding;
import dev.gangway.onboarding.Step;
import dev.gangway.ui.kit.DiagnosisPanel;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.VerdictBanner;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The steps of an onboarding as cards, and what came of them. */
final class StepsView extends VBox {
    private final Words words;
    private final VerdictBanner verdict = new VerdictBanner();
    private final HBox cards = new HBox();
    private final DiagnosisPanel diagnosis;

    StepsView(Words words) {
        this.words = words;
        // there is no timeline here, and what the program can fix is fixed on the test bench
        diagnosis = new DiagnosisPanel(words);
        getStyleClass().add("form");
        cards.getStyleClass().add("step-cards");
        getChildren().addAll(verdict, cards);
    }

    /** The steps run. */
    void running(List<Step> steps) {
        verdict.show(Level.INFO, words.get("newdevice.running"), "");
        show(steps);
        getChildren().setAll(verdict, cards);
    }

    /** They have ended. */
    void finished(Onboarding.Result result) {
        show(result.steps());
        getChildren().setAll(verdict, cards);
        Optional<Diagnosis> failure = result.failure();
        if (failure.isEmpty()) {
            verdict.show(Level.OK, words.get(passed(result)), words.get("newdevice.passed.facts"));
        } else {
            verdict.show(
                    Level.BAD,
                    words.title(failure.get()),
                    words.get(result.device().isPresent() ? "newdevice.failed.kept" : "newdevice.failed.nothing"));
            diagnosis.show(failure.get(), _ -> false, Optional.empty());
            getChildren().add(diagnosis);
        }
    }

    /** A token is stored by nobody, so a server that took one need not have the device. */
    private static String passed(Onboarding.Result result) {
        boolean pushed = result.steps().stream()
                .anyMatch(step -> step.name() == Step.Name.PUSH && step.state() == Step.State.DONE);
        if (result.run().isPresent()) {
            return pushed ? "newdevice.passed" : "newdevice.passed.unpushed";
        }
        return pushed ? "newdevice.pushed" : "newdevice.stored";
    }

    private void show(List<Step> known) {
        cards.getChildren().clear();
        for (Step step : StepList.complete(known)) {
            StepCard card = new StepCard(words, step);
            HBox.setHgrow(card, Priority.ALWAYS);
            cards.getChildren().add(card);
        }
    }
}
