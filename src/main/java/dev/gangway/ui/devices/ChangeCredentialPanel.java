package dev.gangway.ui.devices;

import dev.gangway.device.Device;
import dev.gangway.ui.devices.credentials.CredentialsForm;
import dev.gangway.ui.kit.FreshRuns;
import dev.gangway.ui.kit.ScreenContext;
import java.util.UUID;
import java.util.function.Consumer;

/** Another credential for a device, over the window. */
public final class ChangeCredentialPanel {
    private final ScreenContext around;
    private final ChangeCredentialViewModel model;
    private final OnboardingPanel panel;

    /** Makes one. */
    public ChangeCredentialPanel(ScreenContext around, ChangeCredentialViewModel model, FreshRuns freshRuns) {
        this.around = around;
        this.model = model;
        panel = new OnboardingPanel(
                around,
                model.onboarding(),
                freshRuns,
                new CredentialsForm(around, model.credential()),
                around.words().get("credential.change.action"),
                model::start);
    }

    /** Whom to tell of a device that was changed. */
    void onMade(Consumer<UUID> listener) {
        panel.onMade(listener);
    }

    /** Shows it for this device. */
    void open(Device device) {
        model.open(device);
        panel.open(around.words().get("credential.change.title", "name", device.name()));
    }

    /** Stops what runs. */
    void cancel() {
        model.onboarding().cancel();
    }
}
