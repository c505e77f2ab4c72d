package dev.gangway.inventory;

import dev.gangway.device.Device;
import dev.gangway.server.ServerEntry;
import dev.gangway.vault.RecordType;
import java.util.Map;

/** How devices and servers are kept in the vault. */
public final class InventoryRecordTypes {
    /** Servers. */
    public static final RecordType<ServerEntry> SERVER =
            RecordType.of("server", ServerEntry.class, entry -> entry.id().toString());

    /** Devices, found by name, by serial and by server. */
    public static final RecordType<Device> DEVICE = new RecordType<>(
            "device",
            Device.class,
            device -> device.id().toString(),
            device -> Map.of(
                    "name",
                    device.name(),
                    "serial",
                    device.serial().orElse(""),
                    "server",
                    device.server().server().map(Object::toString).orElse("")));

    private InventoryRecordTypes() {}
}
