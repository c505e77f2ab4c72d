package dev.gangway.ui.devices;

import atlantafx.base.theme.Styles;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.onboarding.Onboarding;
import dev.gangway.onboarding.Step;
import dev.gangway.ui.devices.OnboardingViewModel.OnboardingState;
import dev.gangway.ui.kit.FreshRuns;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.LevelShape;
import dev.gangway.ui.kit.Navigator;
import dev.gangway.ui.kit.Panel;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.StyleSheets;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Over the window: first a form, then the steps as they happen, then the verdict. */
final class OnboardingPanel {
    private final ScreenContext around;
    private final Words words;
    private final OnboardingViewModel model;
    private final FreshRuns freshRuns;
    private final Node form;
    private final StepsView steps;
    private final Label complaint = new Label();
    private final VBox content = new VBox();
    private final Button create = new Button();
    private final Button back = new Button();
    private final Button bench = new Button();
    private final Button close = new Button();
    private Consumer<UUID> onMade = _ -> {};

    /**
     * Makes one.
     *
     * @param form what is entered before
     * @param action what the button says that starts the steps
     * @param start checks what was entered, and starts them
     */
    OnboardingPanel(
            ScreenContext around,
            OnboardingViewModel model,
            FreshRuns freshRuns,
            Node form,
            String action,
            Runnable start) {
        this.around = around;
        this.words = around.words();
        this.model = model;
        this.freshRuns = freshRuns;
        this.form = form;
        steps = new StepsView(words);
        content.getStyleClass().addAll("form", "onboarding");
        content.getStylesheets().add(StyleSheets.of(OnboardingPanel.class, "devices.css"));
        complaint.setWrapText(true);
        complaint.setMinHeight(Label.USE_PREF_SIZE);
        complaint.getStyleClass().add("form-error");
        complaint.setGraphic(new LevelShape(Level.BAD));
        create.setId("create-device");
        bench.setId("open-bench");
        create.setText(action);
        create.setDefaultButton(true);
        create.getStyleClass().add(Styles.ACCENT);
        create.setOnAction(_ -> start.run());
        back.setText(words.get("newdevice.back"));
        back.setOnAction(_ -> model.edit());
        bench.getStyleClass().add(Styles.ACCENT);
        bench.setText(words.get("newdevice.open-bench"));
        bench.setOnAction(_ -> openBench());
        close.setCancelButton(true);
        close.setOnAction(_ -> close());
        model.state().addListener((_, _, state) -> show(state));
        show(model.state().get());
    }

    /** Whom to tell of a device that was made or changed. */
    void onMade(Consumer<UUID> listener) {
        onMade = listener;
    }

    /** Shows it; steps that have ended make room for the form. */
    void open(String title) {
        model.edit();
        around.dialogs().show(new Panel(title, content, close, back, create, bench).wide());
    }

    private void close() {
        if (model.isRunning()) {
            model.cancel();
        } else {
            around.dialogs().close();
        }
    }

    private void show(OnboardingState state) {
        switch (state) {
            case OnboardingState.Entering _ -> {
                complain("");
                show(form, create);
            }
            case OnboardingState.Incomplete(Diagnosis why) -> {
                complain(words.title(why));
                show(form, create);
            }
            case OnboardingState.Running(List<Step> known) -> {
                complain("");
                steps.running(known);
                show(steps);
            }
            case OnboardingState.Finished(Onboarding.Result result) -> finished(result);
        }
        close.setText(words.get(model.isRunning() ? "newdevice.cancel" : "newdevice.close"));
    }

    /** Says what keeps the steps from starting. */
    private void complain(String why) {
        complaint.setText(why);
        complaint.setVisible(!why.isEmpty());
        complaint.setManaged(!why.isEmpty());
    }

    private void finished(Onboarding.Result result) {
        steps.finished(result);
        if (result.isOk()) {
            show(steps, bench);
        } else if (result.run().isPresent()) {
            show(steps, back, bench);
        } else {
            show(steps, back);
        }
        result.device().map(Device::id).ifPresent(onMade);
    }

    private void show(Node shown, Button... wanted) {
        content.getChildren().setAll(shown, complaint);
        for (Button button : List.of(create, back, bench)) {
            boolean visible = List.of(wanted).contains(button);
            button.setVisible(visible);
            button.setManaged(visible);
        }
    }

    private void openBench() {
        if (model.state().get() instanceof OnboardingState.Finished(Onboarding.Result result)) {
            around.dialogs().close();
            result.device().map(Device::id).ifPresent(id -> {
                result.run().ifPresent(run -> freshRuns.put(id, run));
                around.navigator().open(Navigator.BENCH, id.toString());
            });
        }
    }
}
