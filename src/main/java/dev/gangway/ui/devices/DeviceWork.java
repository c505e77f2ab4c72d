package dev.gangway.ui.devices;

import dev.gangway.authorities.Successor;
import dev.gangway.background.Cancellation;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.testing.RunSummary;
import dev.gangway.vault.AuditLog;
import java.util.List;
import java.util.function.UnaryOperator;

/** What the list of devices asks of the program. Every method blocks; called off the UI thread. */
public interface DeviceWork {
    /** All devices, each with its newest test. */
    List<DeviceRow> rows();

    /** More about one device. */
    Details details(Device device);

    /** Puts a device with its credential on the server that it belongs to. */
    Outcome<Device> push(Device device, Cancellation cancellation);

    /** Tests a device as it is stored; fails with what the test found out. */
    Outcome<Device> test(Device device, Cancellation cancellation);

    /** Gives a device's certificate its successor, on its server too; fails where it has none. */
    Outcome<Device> renew(Device device, Successor.Key key, Cancellation cancellation);

    /** Changes what the vault knows of a device; does nothing where it is gone. */
    void change(Device device, UnaryOperator<Device> how);

    /** Takes a device out of the vault; it stays on its server. */
    void remove(Device device);

    /**
     * More about a device than its row shows.
     *
     * @param server name of the server it belongs to; empty where it belongs to none
     * @param tests its tests, newest first
     * @param history what was done with it, newest first
     */
    record Details(String server, List<RunSummary> tests, List<AuditLog.Entry> history) {
        public Details {
            tests = List.copyOf(tests);
            history = List.copyOf(history);
        }
    }
}
