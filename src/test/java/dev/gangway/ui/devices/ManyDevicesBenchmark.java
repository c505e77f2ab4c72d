package dev.gangway.ui.devices;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.ServerState;
import dev.gangway.inventory.InventoryRecordTypes;
import dev.gangway.secret.Secret;
import dev.gangway.vault.TestVaults;
import dev.gangway.vault.Vault;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hundred thousand devices: stored in one transaction, unlocked (beside Argon2id), read into the rows of the table,
 * searched as one types. Compared with ten thousand, so that a step that is not linear shows whatever the machine.
 */
@Tag("benchmark")
class ManyDevicesBenchmark {
    private static final int FEW = 10_000;
    private static final int MANY = 100_000;
    private static final int REPEATED = 10;

    @TempDir
    Path folder;

    private record Timed<T>(T result, double seconds) {}

    private record Measured(double store, double unlock, double list, double p50, double p95, double heapMegabytes) {}

    @Test
    void aHundredThousandDevices() throws Exception {
        measure(FEW); // warms up
        Measured few = measure(FEW);
        Measured many = measure(MANY);
        System.out.printf(
                Locale.ROOT,
                "%n| devices | stored, s | unlocked beside Argon2id, s | first list, s | search p50, ms | p95, ms |"
                        + " heap, MB |%n|---|---|---|---|---|---|---|%n%s%s| ratio to ten times fewer, per device | %.2f |"
                        + " %.2f | %.2f | | | |%n",
                row(FEW, few),
                row(MANY, many),
                many.store() / few.store() * FEW / MANY,
                many.unlock() / few.unlock() * FEW / MANY,
                many.list() / few.list() * FEW / MANY);
    }

    private static String row(int devices, Measured m) {
        return String.format(
                Locale.ROOT,
                "| %,d | %.2f | %.2f | %.2f | %.1f | %.1f | %.0f |%n",
                devices,
                m.store(),
                m.unlock(),
                m.list(),
                m.p50(),
                m.p95(),
                m.heapMegabytes());
    }

    private Measured measure(int count) throws Exception {
        Path file = folder.resolve(UUID.randomUUID().toString());
        double store;
        try (Vault vault = TestVaults.create(file)) {
            List<Device> devices = devices(count);
            store = timed(() -> {
                        vault.repository(InventoryRecordTypes.DEVICE).putAll(devices);
                        return count;
                    })
                    .seconds();
        }
        Timed<Vault> unlocked = timed(() -> TestVaults.unlock(file));
        try (Vault vault = unlocked.result()) {
            Timed<SortedRows> listed = timed(() -> {
                try (Stream<Device> all =
                        vault.repository(InventoryRecordTypes.DEVICE).all()) {
                    return SortedRows.of(
                            all.map(device -> DeviceRow.of(device, Optional.empty()))
                                    .toList(),
                            DeviceQuery.all());
                }
            });
            assertThat(listed.result().all()).hasSize(count);
            List<Double> typed = typed(listed.result());
            double heap = heapMegabytes();
            assertThat(listed.result().all()).hasSize(count); // is held until here
            return new Measured(
                    store,
                    unlocked.seconds(),
                    listed.seconds(),
                    typed.get(typed.size() / 2),
                    typed.get(typed.size() * 95 / 100),
                    heap);
        }
    }

    /** Milliseconds of each key, sorted. */
    private static List<Double> typed(SortedRows rows) throws Exception {
        List<Double> millis = new ArrayList<>();
        for (int round = 0; round < 2; round++) {
            for (String wanted : new String[] {"controller 0417", "sn-77", "hall b pump", "nothing like it"}) {
                for (int end = 1; end <= wanted.length(); end++) {
                    DeviceQuery query = DeviceQuery.all().withText(wanted.substring(0, end));
                    millis.add(timed(() -> {
                                        List<DeviceRow> found = List.of();
                                        for (int i = 0; i < REPEATED; i++) { // the clock has steps of 10 ms
                                            found = rows.shown(query, Instant.EPOCH);
                                        }
                                        return found;
                                    })
                                    .seconds()
                            * 1000
                            / REPEATED);
                }
            }
        }
        return millis.stream().skip(millis.size() / 8).sorted().toList();
    }

    private static double heapMegabytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }

    private static List<Device> devices(int count) {
        Random random = new Random(5);
        List<Device> devices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] token = new byte[20];
            random.nextBytes(token);
            devices.add(new Device(
                    new UUID(random.nextLong(), random.nextLong()),
                    "pump-controller-" + random.nextInt(1_000_000) + "-" + i,
                    Optional.of("SN-" + random.nextInt(100_000_000)),
                    "default",
                    "Hall " + (char) ('A' + i % 20) + " pump controller " + i % 1000,
                    new Credential.AccessToken(Secret.copyOf(token)),
                    ServerState.none(),
                    Instant.ofEpochSecond(1_790_000_000L + i)));
        }
        return devices;
    }

    /** In processor time of all threads: the machine is shared, and work on several threads is no less work. */
    private static <T> Timed<T> timed(Callable<T> work) throws Exception {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long start = system.getProcessCpuTime();
        T result = work.call();
        return new Timed<>(result, (system.getProcessCpuTime() - start) / 1e9);
    }
}
