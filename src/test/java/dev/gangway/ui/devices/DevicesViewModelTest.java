package dev.gangway.ui.devices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.background.Background;
import dev.gangway.device.Device;
import dev.gangway.ui.kit.Unexpected;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javafx.collections.ListChangeListener;
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
        devices.load(List.of());
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
        devices.load(List.of());
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
        devices.load(List.of(first.device().id()));
        until(() -> devices.details().get().isPresent());
        assertThat(devices.selected().get()).contains(first);

        devices.load(List.of());
        until(() -> ui.isEmpty() && devices.details().get().isPresent());
        assertThat(devices.selected().get()).contains(first);
    }

    /** Does what the UI thread is asked to, until this holds. */
    @Test
    void aSelectionThatIsStillLoadingIsNotTheOneBefore() throws InterruptedException {
        shelf.rows = new ArrayList<>(List.of(Rows.row("a"), Rows.row("b")));
        devices.load(List.of());
        until(() -> devices.visible().size() == 2);
        devices.select(devices.visible().getFirst());
        UUID wanted = devices.visible().getLast().device().id();

        devices.load(List.of(wanted));
        assertThat(devices.selected().get()).as("until it was read").isEmpty();
        devices.load(List.of()); // the screen comes into view and reads, too
        until(() -> devices.selected().get().isPresent());
        assertThat(devices.selected().get().orElseThrow().device().id()).isEqualTo(wanted);
    }

    @Test
    void severalStayChosenWhenTheListIsReadAgain() throws InterruptedException {
        shelf.rows = new ArrayList<>(List.of(Rows.row("a"), Rows.row("b"), Rows.row("c")));
        devices.load(List.of());
        until(() -> devices.visible().size() == 3);
        devices.visible().addListener((ListChangeListener<DeviceRow>) _ -> devices.choose(List.of(), null)); // a table
        devices.choose(
                List.of(devices.visible().getFirst(), devices.visible().getLast()),
                devices.visible().getFirst());

        AtomicInteger filled = new AtomicInteger();
        devices.onFilled(filled::incrementAndGet);
        devices.load(List.of());
        until(() -> filled.get() > 0);
        assertThat(devices.chosenPlaces()).containsExactly(0, 2);
        assertThat(devices.selected().get()).contains(devices.visible().getFirst());

        shelf.rows = new ArrayList<>(List.of(shelf.rows.get(1), shelf.rows.get(2)));
        filled.set(0);
        devices.load(List.of());
        until(() -> filled.get() > 0);
        assertThat(devices.chosenPlaces()).as("one is gone").containsExactly(1);
    }

    @Test
    void severalDevicesGetAProfileTogether() throws InterruptedException {
        shelf.rows = new ArrayList<>(List.of(Rows.row("a"), Rows.row("b")));
        List<Device> both = shelf.rows.stream().map(DeviceRow::device).toList();
        devices.change(both, device -> device.inProfile("valve"), () -> {}, why -> {});
        until(() -> devices.visible().size() == 2);
        assertThat(devices.visible())
                .allSatisfy(row -> assertThat(row.device().profile()).isEqualTo("valve"));
    }

    private void until(BooleanSupplier holds) throws InterruptedException {
        while (!holds.getAsBoolean()) {
            Runnable next = ui.poll(30, TimeUnit.SECONDS);
            assertThat(next).as("work for the UI thread").isNotNull();
            next.run();
        }
    }

    /** Devices in memory; the one called b is refused by the server. */
}
