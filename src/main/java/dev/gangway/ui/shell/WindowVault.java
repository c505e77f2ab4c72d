package dev.gangway.ui.shell;

import dev.gangway.device.Device;
import dev.gangway.inventory.Devices;
import dev.gangway.inventory.Inventory;
import dev.gangway.inventory.Servers;
import dev.gangway.onboarding.Onboarding;
import dev.gangway.settings.Settings;
import dev.gangway.transfer.importing.Imports;
import dev.gangway.ui.kit.FreshRuns;
import dev.gangway.ui.kit.Screen;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.settings.VaultCare;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What the frame of the window uses of an unlocked vault. The wiring makes it, with screens that each get what they use. */
public interface WindowVault extends AutoCloseable, VaultCare {
    /** The servers. */
    Servers servers();

    /** The devices. */
    Devices devices();

    /** Every certificate. */
    Inventory inventory();

    /** Bringing devices on board. */
    Onboarding onboarding();

    /** Bringing in files. */
    Imports imports();

    /** Verdict of the last test of a device, as a stable code. */
    Optional<String> lastVerdict(Device device);

    /** All screens, as they stand in the rail; called on the UI thread, anew for each language. */
    List<RailGroup> screens(Given given);

    /** Locks the vault; blocks until the last transaction is over. */
    @Override
    void close();

    /**
     * What screens get from the window.
     *
     * @param around what every screen gets
     * @param settings the screen of the settings
     * @param help the screen of the help
     * @param freshRuns tests on their way to the test bench
     * @param tryIt begins the first test with the practice server
     * @param chosen what is set by now
     */
    record Given(
            ScreenContext around,
            Screen settings,
            Screen help,
            FreshRuns freshRuns,
            Runnable tryIt,
            Supplier<Settings> chosen) {}
}
