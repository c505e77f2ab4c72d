package dev.gangway.ui.devices;

import dev.gangway.authorities.Successor;
import dev.gangway.background.Cancellation;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A vault in memory: keeps rows, pushes and tests at once and with success. */
final class Shelf implements DeviceWork {
    List<DeviceRow> rows = List.of();

    @Override
    public Outcome<Device> renew(Device device, Successor.Key key, Cancellation cancellation) {
        return Outcome.ok(device);
    }

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
        return Outcome.ok(device);
    }

    @Override
    public Outcome<Device> test(Device device, Cancellation cancellation) {
        return Outcome.ok(device);
    }

    @Override
    public void change(Device device, UnaryOperator<Device> how) {
        rows.replaceAll(
                row -> row.device().equals(device) ? DeviceRow.of(how.apply(row.device()), Optional.empty()) : row);
    }

    @Override
    public void remove(Device device) {
        rows.removeIf(row -> row.device().equals(device));
    }
}
