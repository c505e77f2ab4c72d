package dev.gangway.ui.devices;

import dev.gangway.ui.kit.FreshRuns;
import dev.gangway.ui.kit.ScreenContext;
import java.util.UUID;
import java.util.function.Consumer;

/** A new device, over the window. What was entered stays when the panel is closed. */
public final class NewDevicePanel {
    private final ScreenContext around;
    private final NewDeviceViewModel model;
    private final NewDeviceForm form;
    private final OnboardingPanel panel;

    /** Makes one. */
    public NewDevicePanel(ScreenContext around, NewDeviceViewModel model, FreshRuns freshRuns) {
        this.around = around;
        this.model = model;
        form = new NewDeviceForm(around, model);
        panel = new OnboardingPanel(
                around, model.onboarding(), freshRuns, form, around.words().get("newdevice.create"), model::start);
    }

    /** Whom to tell of a device that was made. */
    void onMade(Consumer<UUID> listener) {
        panel.onMade(listener);
    }

    /** Shows it; a finished device makes room for the next. */
    void open() {
        model.open(around.server().selectedProperty().get());
        panel.open(around.words().get("newdevice.title"));
        form.focusName();
    }

    /** Stops what runs. */
    void cancel() {
        model.onboarding().cancel();
    }
}
