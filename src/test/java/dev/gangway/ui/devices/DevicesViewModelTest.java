package dev.gangway.ui.devices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.background.Background;
import dev.gangway.background.Cancellation;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.ui.kit.Unexpected;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class DevicesViewModelTest {
    private static final int MANY = 100_000;

    /** The UI thread: this test's own, which takes work only where the test says so. */
    private final BlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();

    private final Shelf shelf = new Shelf();
    private final DevicesViewModel devices =
            new DevicesViewModel(shelf, new Background(ui::add, Unexpected::explain), () -> Rows.NOW);

    @Test
    void aHundredThousandRowsAreFilteredAwayFromTheUiThread() throws InterruptedException {
        shelf.rows = new ArrayList<>(Rows.many(MANY));
        devices.load(Optional.empty());
        until(() -> devices.visible().size() == MANY);

        for (String text : List.of("0", "00", "009", "0099", "00999")) {
            devices.ask(query -> query.withText(text));
            // The rows of the question before stay until the answer is there: nothing was filtered in this thread.
            assertThat(devices.visible()).hasSize(MANY);
        }
        until(() -> devices.visible().size() == 11);

        assertThat(devices.visible())
                .extracting(row -> row.device().name())
                .startsWith("pump-000999", "pump-009990")
                .allMatch(name -> name.contains("00999"));
        assertThat(devices.total()).isEqualTo(MANY);
    }

    @Test
    void onlyTheAnswerToTheNewestQuestionIsShown() throws InterruptedException {
        shelf.rows = new ArrayList<>(List.of(Rows.row("a"), Rows.row("b")));
        devices.load(Optional.empty());
        until(() -> devices.visible().size() == 2);

        devices.ask(query -> query.withText("a"));
        Runnable late = ui.poll(10, TimeUnit.SECONDS);
        devices.ask(query -> query.withText("b"));
        until(() -> devices.visible().size() == 1);
        late.run();

        assertThat(devices.visible()).extracting(row -> row.device().name()).containsExactly("b");
    }

    @Test
    void theSelectedDeviceStaysSelectedAndItsDetailsFollow() throws InterruptedException {
        DeviceRow first = Rows.row("a");
        shelf.rows = new ArrayList<>(List.of(first, Rows.row("b")));
        devices.load(Optional.of(first.device().id()));
        until(() -> devices.details().get().isPresent());
        assertThat(devices.selected().get()).contains(first);

        devices.load(Optional.empty());
        until(() -> ui.isEmpty() && devices.details().get().isPresent());
        assertThat(devices.selected().get()).contains(first);
    }

    @Test
    void saysWhyEachDeviceWasNotPushed() throws InterruptedException {
        shelf.rows = new ArrayList<>(List.of(Rows.row("a"), Rows.row("b")));
        List<Diagnosis> failures = new ArrayList<>();
        devices.push(shelf.rows.stream().map(DeviceRow::device).toList(), failures::addAll);
        until(() -> !failures.isEmpty());

        assertThat(failures).extracting(Diagnosis::code).containsExactly(OnboardingCode.NAME_ON_SERVER.id());
    }

    /** Does what the UI thread is asked to, until this holds. */
    private void until(BooleanSupplier holds) throws InterruptedException {
        while (!holds.getAsBoolean()) {
            Runnable next = ui.poll(30, TimeUnit.SECONDS);
            assertThat(next).as("work for the UI thread").isNotNull();
            next.run();
        }
    }

    /** Devices in memory; the one called b is refused by the server. */
    private static final class Shelf implements DeviceWork {
        private List<DeviceRow> rows = List.of();

        @Override
        public List<DeviceRow> rows() {
            return List.copyOf(rows);
        }

        @Override
        public Details details(Device device) {
            return new Details("Plant 2", List.of(), List.of());
        }

        @Override
        public Outcome<Device> push(Device device, Cancellation cancellation) {
            return device.name().equals("b")
                    ? Diagnosis.of(OnboardingCode.NAME_ON_SERVER).failed()
                    : Outcome.ok(device);
        }

        @Override
        public void remove(Device device) {
            rows.removeIf(row -> row.device().equals(device));
        }

        @Override
        public void restore(Device device) {
            rows.add(DeviceRow.of(device, Optional.empty()));
        }
    }
}
