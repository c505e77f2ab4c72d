package dev.gangway.ui.devices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.background.Background;
import dev.gangway.device.ServerState;
import dev.gangway.ui.kit.CutText;
import dev.gangway.ui.kit.TableLook;
import dev.gangway.ui.kit.Unexpected;
import dev.gangway.ui.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** The table of devices can be read at every width and text size. */
class DeviceTableIT {
    private static final String LONG = "pump-controller-of-the-second-hall-on-the-left-side-000417";

    private final FxRobot robot = new FxRobot();

    @BeforeEach
    void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void longNamesCanBeReadInEveryWindow() {
        List<String> faults = new ArrayList<>();
        robot.interact(() -> {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
                faults.addAll(TableLook.faults(() -> table(locale)));
            }
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void aNameIsShortenedInItsMiddle() {
        List<String> shown = new ArrayList<>();
        robot.interact(() -> TableLook.laidOut(table(Locale.ENGLISH), 700, 100).lookupAll(".strong").stream()
                .map(Label.class::cast)
                .map(CutText::shown)
                .forEach(shown::add));
        assertThat(shown).isNotEmpty().allMatch(name -> name.startsWith("pump-") && name.endsWith("0417"));
    }

    private static DeviceTable table(Locale locale) {
        DevicesViewModel model =
                new DevicesViewModel(new Shelf(), new Background(Runnable::run, Unexpected::explain), () -> Rows.NOW);
        DeviceTable table = new DeviceTable(Words.load(locale), model, () -> Rows.NOW);
        table.setItems(FXCollections.observableArrayList(
                DeviceRow.of(Rows.device(LONG, "a label", ServerState.Push.NOT_PUSHED), Optional.empty()),
                DeviceRow.of(Rows.device(LONG, "", ServerState.Push.CHANGED_ON_SERVER), Optional.empty())));
        return table;
    }
}
