package dev.gangway.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gangway.app.Main;
import dev.gangway.app.Wiring;
import dev.gangway.app.Workspace;
import dev.gangway.credentials.PinSource;
import dev.gangway.device.Device;
import dev.gangway.line.batch.ResultFile;
import dev.gangway.line.record.RecordChain;
import dev.gangway.line.record.RecordExport;
import dev.gangway.line.record.RecordVerifier;
import dev.gangway.line.unit.UnitVerdict;
import dev.gangway.vault.TestVaults;
import dev.gangway.vault.Vault;
import dev.gangway.vault.sqlite.Mounts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk of the vault fills in the middle of batch and station, and has room again later: both say so, and each unit is
 * brought on board once in the end.
 */
@EnabledOnOs(OS.LINUX)
class FullDiskIT {
    private static final int UNITS = 60;

    @TempDir
    private Path folder;

    @Test
    void aBatchSaysSoAndGoesOnOnceThereIsRoom() throws Exception {
        assumeTrue(Mounts.work());
        Path results = folder.resolve("out.csv");
        String said = onAFullDisk(
                "batch run " + recipe() + " " + list() + " --server plant --lanes=3 --results " + results,
                "batch resume " + results + " --server plant");
        assertThat(said)
                .contains("vault.disk-full", "ended with 0\n")
                .doesNotContain("mistake of its own", "IllegalState");
        Map<String, List<UnitVerdict>> rows = new HashMap<>();
        ResultFile.read(
                        results,
                        entry -> rows.computeIfAbsent(entry.serial(), _ -> new ArrayList<>())
                                .add(entry.verdict()))
                .orThrow();
        assertThat(rows)
                .hasSize(UNITS)
                .allSatisfy((serial, all) -> assertThat(all).containsExactly(UnitVerdict.PASS));
        eachIsThereOnce();
    }

    @Test
    void aStationSaysSoOfEachUnitAndTakesItAgainOnceThereIsRoom() throws Exception {
        assumeTrue(Mounts.work());
        String station = "station " + recipe() + " --server plant --lanes=2 < " + scans();
        String said = onAFullDisk(station, station);
        assertThat(said).contains("vault.disk-full").doesNotContain("mistake of its own", "IllegalState");
        eachIsThereOnce();
    }

    /** What both commands say: the first has room for some units, the second for all. */
    private String onAFullDisk(String first, String second) throws Exception {
        try (PracticeProcess server = PracticeProcess.start(folder)) {
            TestVaults.create(folder.resolve("made.sqlite")).close();
            try (Workspace workspace = workspace(folder.resolve("made.sqlite"))) {
                workspace.servers().save(server.entry("plant"));
            }
            Path disk = Files.createDirectory(folder.resolve("disk"));
            String gangway =
                    "GANGWAY_HOME=" + disk + " GANGWAY_PASSPHRASE='" + TestVaults.PASSPHRASE + "' \"$0\" \"$@\" ";
            String script = gangway + first + " > " + folder.resolve("first") + " 2>&1; echo ended with $?; cat "
                    + folder.resolve("first") + "; rm " + disk + "/filling; " + gangway + second + " > "
                    + folder.resolve("second") + " 2>&1; echo ended with $?; cat " + folder.resolve("second") + "; cp "
                    + disk + "/vault.sqlite* " + folder;
            List<String> shell = Mounts.with("mount -t tmpfs -o size=64m tmpfs " + disk + " && cp "
                    + folder.resolve("made.sqlite") + " " + disk
                    + "/vault.sqlite && head -c 64m /dev/zero > " + disk + "/filling 2> /dev/null; truncate -s -1200k "
                    + disk + "/filling");
            List<String> command = new ArrayList<>(shell.subList(0, shell.size() - 1));
            command.add(shell.getLast().replace("exec \"$0\" \"$@\"", "{ " + script + "; }"));
            command.addAll(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Djava.awt.headless=true",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName()));
            Path said = folder.resolve("said");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            process.waitFor();
            return Files.readString(said);
        }
    }

    private void eachIsThereOnce() throws Exception {
        Path vault = folder.resolve("vault.sqlite");
        try (Workspace workspace = workspace(vault)) {
            assertThat(workspace.onboarding().unfinished()).isZero();
            assertThat(workspace.devices().all())
                    .extracting(Device::name)
                    .containsExactlyInAnyOrder(
                            IntStream.range(0, UNITS).mapToObj(i -> "u-F" + i).toArray(String[]::new));
        }
        Path records = folder.resolve("records.json");
        try (Vault open = TestVaults.unlock(vault)) {
            new RecordExport(new RecordChain(open, Clock.systemUTC()))
                    .write(records, RecordExport.Form.JSON, List.of(), record -> true)
                    .orThrow();
        }
        assertThat(RecordVerifier.verify(records, Map.of()).orThrow().findings())
                .isEmpty();
        List<String> passed = Files.readAllLines(records).stream()
                .filter(line -> line.contains("\"verdict\":\"PASS\""))
                .map(line -> line.replaceFirst(".*\"serial\":\"([^\"]*)\".*", "$1"))
                .toList();
        assertThat(passed).hasSize(UNITS).doesNotHaveDuplicates();
        assertThat(Set.copyOf(passed)).hasSize(UNITS);
    }

    private Path list() throws Exception {
        return Files.writeString(
                folder.resolve("list.csv"),
                IntStream.range(0, UNITS).mapToObj(i -> "F" + i).collect(Collectors.joining("\n", "serial\n", "\n")));
    }

    private Path scans() throws Exception {
        return Files.write(folder.resolve("scans"), Files.readAllLines(list()).subList(1, UNITS + 1));
    }

    private Path recipe() throws Exception {
        return Files.writeString(
                folder.resolve("unit.json"),
                "{\"name\":\"unit\",\"namePattern\":\"u-{serial}\",\"credential\":{\"type\":\"x509\"}}");
    }

    private static Workspace workspace(Path vault) {
        return new Wiring(Clock.systemUTC()).over(TestVaults.unlock(vault), PinSource.NONE);
    }
}
