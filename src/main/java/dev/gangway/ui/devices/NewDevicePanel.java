package dev.gangway.ui.devices;

import atlantafx.base.theme.Styles;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.onboarding.Onboarding;
import dev.gangway.onboarding.Step;
import dev.gangway.ui.kit.FreshRuns;
import dev.gangway.ui.kit.Navigator;
import dev.gangway.ui.kit.Panel;
import dev.gangway.ui.kit.StyleSheets;
import dev.gangway.ui.kit.Surroundings;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/**
 * A new device, over the window: first the form, then the steps as they happen, then the verdict. What was entered
 * stays when the panel is closed.
 */
public final class NewDevicePanel {
    private final Surroundings around;
    private final Words words;
    private final NewDeviceViewModel model;
    private final FreshRuns freshRuns;
    private final NewDeviceForm form;
    private final StepsView steps;
    private final VBox content = new VBox();
    private final Button create = new Button();
    private final Button back = new Button();
    private final Button bench = new Button();
    private final Button close = new Button();
    private Consumer<UUID> onMade = id -> {};

    /** Makes one. */
    public NewDevicePanel(Surroundings around, NewDeviceViewModel model, FreshRuns freshRuns) {
        this.around = around;
        this.words = around.words();
        this.model = model;
        this.freshRuns = freshRuns;
        form = new NewDeviceForm(around, model);
        steps = new StepsView(words);
        content.getStylesheets().add(StyleSheets.of(NewDevicePanel.class, "devices.css"));
        create.setId("create-device");
        bench.setId("open-bench");
        create.setText(words.get("newdevice.create"));
        create.setDefaultButton(true);
        create.getStyleClass().add(Styles.ACCENT);
        create.setOnAction(event -> model.start());
        back.setText(words.get("newdevice.back"));
        back.setOnAction(event -> model.edit());
        bench.getStyleClass().add(Styles.ACCENT);
        bench.setText(words.get("newdevice.open-bench"));
        bench.setOnAction(event -> openBench());
        close.setCancelButton(true);
        close.setOnAction(event -> close());
        model.state().addListener((property, was, state) -> show(state));
        show(model.state().get());
    }

    /** Whom to tell of a device that was made. */
    void onMade(Consumer<UUID> listener) {
        onMade = listener;
    }

    /** Shows it; a finished device makes room for the next. */
    void open() {
        model.edit();
        model.open(around.server().selectedProperty().get());
        around.dialogs().show(new Panel(words.get("newdevice.title"), content, close, back, create, bench).wide());
        form.focusName();
    }

    /** Stops what runs. */
    void cancel() {
        model.cancel();
    }

    private void close() {
        if (model.state().get() instanceof NewDeviceState.Running) {
            model.cancel();
        } else {
            around.dialogs().close();
        }
    }

    private void show(NewDeviceState state) {
        switch (state) {
            case NewDeviceState.Entering entering -> {
                form.complain(Optional.empty());
                show(form, create);
            }
            case NewDeviceState.Incomplete(Diagnosis why) -> {
                form.complain(Optional.of(why));
                show(form, create);
            }
            case NewDeviceState.Running(List<Step> known) -> {
                steps.running(known);
                show(steps);
            }
            case NewDeviceState.Finished(Onboarding.Result result) -> finished(result);
        }
        close.setText(words.get(state instanceof NewDeviceState.Running ? "newdevice.cancel" : "newdevice.close"));
    }

    private void finished(Onboarding.Result result) {
        steps.finished(result);
        if (result.run().isPresent()) {
            show(steps, bench);
        } else {
            show(steps, back);
        }
        result.device().map(Device::id).ifPresent(onMade);
    }

    private void show(Node shown, Button... wanted) {
        content.getChildren().setAll(shown);
        for (Button button : List.of(create, back, bench)) {
            boolean visible = List.of(wanted).contains(button);
            button.setVisible(visible);
            button.setManaged(visible);
        }
    }

    private void openBench() {
        if (model.state().get() instanceof NewDeviceState.Finished(Onboarding.Result result)) {
            around.dialogs().close();
            result.device().map(Device::id).ifPresent(id -> {
                result.run().ifPresent(run -> freshRuns.put(id, run));
                around.navigator().open(Navigator.BENCH, id.toString());
            });
        }
    }
}
