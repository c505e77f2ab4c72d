package dev.gangway.vault.sqlite;

import static dev.gangway.vault.Samples.DEVICES;
import static dev.gangway.vault.Samples.device;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.device.Device;
import dev.gangway.vault.TestVaults;
import dev.gangway.vault.Vault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed in the middle of writing. */
class CrashTest {
    @Test
    void copiesThatAKilledProcessHasLeftAreTakenAway() throws IOException {
        Path left = Files.createTempDirectory("gangway-look");
        Path mine = Files.createTempDirectory("gangway-look");
        Path linked = Files.createTempDirectory("gangway-linked");
        Path link = Files.createSymbolicLink(mine.resolveSibling("gangway-look-link"), linked);
        Files.writeString(left.resolve("copy"), "sealed");
        Files.writeString(linked.resolve("copy"), "somebody's");
        FileTime old = FileTime.from(Instant.now().minus(Duration.ofHours(2)));
        Files.setLastModifiedTime(left, old);
        Files.setLastModifiedTime(linked, old);
        try {
            Database.sweep(mine);
            assertThat(left).doesNotExist();
            assertThat(mine).exists();
            assertThat(linked.resolve("copy")).exists();
        } finally {
            Files.delete(mine);
            Files.delete(link);
            Files.delete(linked.resolve("copy"));
            Files.delete(linked);
        }
    }

    private static final int ACKNOWLEDGED = 40;

    @TempDir
    private Path folder;

    /** Writes pairs for ever, and says so after each. */
    public static void main(String[] args) {
        Vault vault = TestVaults.unlock(Path.of(args[0]));
        for (int pair = 0; ; pair++) {
            List<Device> both = List.of(device("pair-" + pair, "left"), device("pair-" + pair, "right"));
            vault.atomically(() -> {
                vault.repository(DEVICES).putAll(both);
                vault.audit().append("pair.written", both.getFirst().name(), Map.of());
            });
            System.out.println(pair);
        }
    }

    @Test
    void nothingIsHalfWrittenAndNothingAcknowledgedIsLost() throws Exception {
        Path file = folder.resolve("my.gangway");
        TestVaults.create(file).close();
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashTest.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int last = 0;
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            String line;
            boolean killed = false;
            while ((line = said.readLine()) != null) {
                last = Integer.parseInt(line);
                if (last >= ACKNOWLEDGED && !killed) {
                    writer.toHandle().destroyForcibly(); // SIGKILL; leaves what it said to be read
                    killed = true;
                }
            }
        }
        assertThat(writer.waitFor()).isNotZero();
        try (Vault vault = TestVaults.unlock(file)) {
            Map<String, Long> pairs =
                    vault.repository(DEVICES).all().collect(Collectors.groupingBy(Device::name, Collectors.counting()));
            assertThat(pairs.values()).allMatch(count -> count == 2);
            for (int pair = 0; pair <= last; pair++) {
                assertThat(pairs).containsKey("pair-" + pair);
            }
            assertThat(vault.audit().firstBroken()).isEmpty();
        }
    }
}
