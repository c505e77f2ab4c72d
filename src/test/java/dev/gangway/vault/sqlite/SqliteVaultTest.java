package dev.gangway.vault.sqlite;

import static dev.gangway.vault.Samples.DEVICES;
import static dev.gangway.vault.Samples.device;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.device.Device;
import dev.gangway.vault.RecordType;
import dev.gangway.vault.Repository;
import dev.gangway.vault.Samples;
import dev.gangway.vault.TestVaults;
import dev.gangway.vault.Vault;
import dev.gangway.vault.VaultLockedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteVaultTest {
    @TempDir
    private Path folder;

    private Path file;
    private Vault vault;
    private Repository<Device> devices;

    @BeforeEach
    void create() {
        file = folder.resolve("my.gangway");
        vault = TestVaults.create(file);
        devices = vault.repository(DEVICES);
    }

    @AfterEach
    void lock() {
        vault.close();
    }

    @Test
    void everythingIsThereAfterUnlocking() {
        List<Device> all = new Samples(42).devices().toList();
        devices.putAll(all);
        reopen();
        try (Stream<Device> kept = devices.all()) {
            assertThat(kept).containsExactlyElementsOf(all);
        }
        assertThat(devices.count()).isEqualTo(all.size());
        assertThat(all)
                .allSatisfy(one -> assertThat(devices.get(one.id().toString())).hasValue(one));
    }

    @Test
    void findsByKeyAndOnlyExactly() {
        Device pump = device("pump", "a");
        devices.putAll(List.of(pump, device("valve", "b"), device("Pump", "c")));
        assertThat(devices.find("name", "pump")).containsExactly(pump);
        assertThat(devices.find("name", "pum")).isEmpty();
        assertThat(devices.find("serial", "pump")).isEmpty();
    }

    @Test
    void theLastOfEachKeyIsTheOneThatCameLast() {
        Device first = device("pump", "a");
        Device second = device("pump", "b");
        Device valve = device("valve", "c");
        Repository<Device> byName = vault.repository(new RecordType<>(
                "by-name", Device.class, each -> each.id().toString(), each -> Map.of("name", each.name())));
        byName.putAll(List.of(first, valve, second));
        devices.put(device("pump", "of another kind"));
        assertThat(byName.lastOfEachKey()).containsExactly(valve, second);
        byName.remove(second.id().toString());
        assertThat(byName.lastOfEachKey()).containsExactly(first, valve);
    }

    @Test
    void replacingKeepsThePlaceAndChangesTheKeys() {
        Device first = device("first", "a");
        Device second = device("second", "b");
        devices.putAll(List.of(first, second));
        Device renamed = new Device(
                first.id(), "renamed", first.serial(), "", "", first.credential(), first.server(), first.createdAt());
        devices.put(renamed);
        assertThat(devices.all()).containsExactly(renamed, second);
        assertThat(devices.find("name", "first")).isEmpty();
        assertThat(devices.find("name", "renamed")).containsExactly(renamed);
    }

    @Test
    void whatIsRemovedIsGone() {
        Device pump = device("pump", "a");
        devices.put(pump);
        devices.remove(pump.id().toString());
        devices.remove("never there");
        assertThat(devices.get(pump.id().toString())).isEmpty();
        assertThat(devices.find("name", "pump")).isEmpty();
        reopen();
        assertThat(devices.count()).isZero();
    }

    @Test
    void kindsDoNotMix() {
        devices.put(device("pump", "a"));
        assertThat(vault.repository(Samples.SERVERS).count()).isZero();
        assertThat(vault.repository(Samples.SERVERS).all()).isEmpty();
    }

    @Test
    void aFailureTakesTheWholeTransactionBack() {
        Device before = device("before", "a");
        devices.put(before);
        assertThatThrownBy(() -> vault.atomically(() -> {
                    devices.put(device("pump", "a"));
                    devices.remove(before.id().toString());
                    throw new IllegalArgumentException("stop");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(devices.all()).containsExactly(before);
        devices.put(device("after", "b"));
        reopen();
        assertThat(devices.count()).isEqualTo(2);
    }

    @Test
    void readsManyPages() {
        List<Device> all = IntStream.range(0, 1234)
                .mapToObj(i -> device("pump-" + i, "token-" + i))
                .toList();
        devices.putAll(all);
        assertThat(devices.all()).containsExactlyElementsOf(all);
        assertThat(devices.all().limit(3)).containsExactlyElementsOf(all.subList(0, 3));
    }

    @Test
    void threadsDoNotDisturbEachOther() throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int t = 0; t < 8; t++) {
                int thread = t;
                threads.submit(() -> {
                    start.await();
                    for (int i = 0; i < 20; i++) {
                        Device one = device("pump-" + thread + "-" + i, "token");
                        vault.atomically(() -> {
                            devices.put(one);
                            vault.audit().append("device.created", one.name(), Map.of());
                        });
                        assertThat(devices.get(one.id().toString())).hasValue(one);
                    }
                    return thread;
                });
            }
            start.countDown();
        }
        reopen();
        assertThat(devices.count()).isEqualTo(160);
        assertThat(vault.audit().firstBroken()).isEmpty();
    }

    @Test
    void aLockedVaultSaysSo() {
        Stream<Device> open = devices.all();
        vault.close();
        vault.close();
        assertThatThrownBy(() -> devices.count()).isInstanceOf(VaultLockedException.class);
        assertThatThrownBy(() -> devices.put(device("pump", "a"))).isInstanceOf(VaultLockedException.class);
        assertThatThrownBy(() -> vault.audit().newest(1)).isInstanceOf(VaultLockedException.class);
        assertThatThrownBy(() -> vault.backup(folder.resolve("copy"))).isInstanceOf(VaultLockedException.class);
        assertThat(open).isEmpty();
    }

    private void reopen() {
        vault.close();
        vault = TestVaults.unlock(file);
        devices = vault.repository(DEVICES);
    }
}
