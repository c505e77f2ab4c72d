package dev.gangway.ui.devices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.device.ServerState;
import dev.gangway.testing.RunSummary;
import dev.gangway.ui.devices.DeviceQuery.Column;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeviceQueryTest {
    private static final List<DeviceRow> ROWS = List.of(
            Rows.tested("Valve 2", RunSummary.Result.PASSED, Duration.ofHours(1)),
            DeviceRow.of(Rows.device("pump 1", "Cellar", ServerState.Push.NOT_PUSHED), Optional.empty()),
            Rows.tested("Pump 10", RunSummary.Result.FAILED, Duration.ofMinutes(1)));

    @Test
    void everyWordMustBeFoundInNameSerialOrLabelWhateverTheCase() {
        assertThat(names(DeviceQuery.all().withText("PUMP"))).containsExactly("pump 1", "Pump 10");
        assertThat(names(DeviceQuery.all().withText("  cellar  pump "))).containsExactly("pump 1");
        assertThat(names(DeviceQuery.all().withText("sn-valve"))).containsExactly("Valve 2");
        assertThat(names(DeviceQuery.all().withText("boiler"))).isEmpty();
    }

    @Test
    void filtersByStateAndByCredential() {
        assertThat(names(DeviceQuery.all().withState(Optional.of(StateFilter.FAILED))))
                .containsExactly("Pump 10");
        assertThat(names(DeviceQuery.all().withState(Optional.of(StateFilter.NOT_TESTED))))
                .containsExactly("pump 1");
        assertThat(names(DeviceQuery.all().withState(Optional.of(StateFilter.NOT_PUSHED))))
                .containsExactly("pump 1");
        assertThat(names(DeviceQuery.all().withKind(Optional.of(CredentialKind.JWT))))
                .isEmpty();
    }

    @Test
    void sortsBothWays() {
        assertThat(names(DeviceQuery.all())).containsExactly("pump 1", "Pump 10", "Valve 2");
        assertThat(names(DeviceQuery.all().sortedBy(Column.LAST_TEST, false)))
                .containsExactly("Pump 10", "Valve 2", "pump 1");
    }

    @Test
    void knowsWhetherItLeavesAnythingOut() {
        assertThat(DeviceQuery.all().isFiltering()).isFalse();
        assertThat(DeviceQuery.all().sortedBy(Column.LABEL, false).isFiltering())
                .isFalse();
        assertThat(DeviceQuery.all().withText("x").isFiltering()).isTrue();
    }

    private static List<String> names(DeviceQuery query) {
        return query.apply(ROWS, Rows.NOW).stream()
                .map(row -> row.device().name())
                .toList();
    }
}
