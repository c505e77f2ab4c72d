package dev.gangway.ui.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.onboarding.Station;
import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.Pem;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeClient;
import dev.gangway.settings.PlatformPaths;
import dev.gangway.ui.shell.WindowCase;
import dev.gangway.vault.TestVaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fifty devices at once, from files to a server that takes them all, by keyboard alone. */
class FiftyDevicesIT extends WindowCase {
    private static final int MANY = 50;
    private static final Duration LONG = Duration.ofMinutes(4);
    private static final List<String> TAKEN = List.of("pump-07", "pump-21", "pump-42");

    @TempDir
    private Path elsewhere;

    @TempDir
    private Path line;

    private Station station;

    @Override
    protected void beforeTheWindow() {
        station = new Station(elsewhere);
        station.introduceTo(new PlatformPaths(folder, folder).vaultFile());
        TAKEN.forEach(station::occupy);
        writeFiles();
    }

    private void writeFiles() {
        BouncyCastleMaker maker = new BouncyCastleMaker();
        Instant from = Instant.now().minus(Duration.ofHours(1));
        for (int i = 0; i < MANY; i++) {
            String name = "pump-%02d".formatted(i);
            KeyPair keys = maker.newKey(KeyType.EC_P256);
            CertificateSpec spec = CertificateSpec.device("CN=" + name, from, from.plus(Duration.ofDays(30)));
            try {
                Files.writeString(
                        line.resolve(name + ".pem"),
                        Pem.certificate(maker.selfSigned(keys, spec).orThrow()));
                Files.writeString(
                        line.resolve(name + ".key"),
                        Pem.privateKey(keys.getPrivate()).reveal());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    @AfterEach
    void closeTheStation() {
        station.close();
    }

    @Test
    void importedAssignedPushedTestedAndExportedTogether() throws IOException {
        robot.write(TestVaults.PASSPHRASE).push(KeyCode.ENTER);
        driver.awaitShown("#rail-devices");
        importTheFolder();
        assignTogether();
        push();
        robot.push(KeyCode.F5);
        done("Test 50 devices");
        export();
    }

    private void importTheFolder() {
        robot.push(KeyCode.CONTROL, KeyCode.I);
        driver.awaitShown("#import-folder");
        files.willPick(line);
        tabTo("import-folder");
        robot.push(KeyCode.SPACE);
        await().atMost(LONG)
                .until(() -> text("#import").equals("Import 50 things")
                        && !robot.lookup("#import").query().isDisabled());
        driver.picture("fifty-import");
        await().until(() -> stage.getScene().getFocusOwner().getId().equals("import"));
        robot.push(KeyCode.ENTER);
        await().atMost(LONG).until(() -> driver.words().contains("50 devices selected"));
        driver.picture("fifty-imported");
        assertThat(robot.lookup(".devices-table").query().isFocused())
                .as("the keyboard is where one goes on")
                .isTrue();
    }

    private void assignTogether() {
        robot.push(KeyCode.F2);
        driver.awaitShown("#edit-save");
        tabTo("edit-profile");
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("pumps");
        tabTo("registration-customer");
        robot.write("Customer B");
        tabTo("registration-server");
        robot.write("batch 0417");
        tabTo("edit-save");
        robot.push(KeyCode.ENTER);
        driver.awaitWords("Line 1 is no key = value.");
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("batch = 0417");
        driver.picture("fifty-edit");
        tabTo("edit-save");
        robot.push(KeyCode.ENTER);
        driver.awaitGone("#edit-save");
        driver.awaitWords("50 devices selected");
    }

    private void push() {
        robot.push(KeyCode.CONTROL, KeyCode.U);
        await().atMost(LONG).until(() -> driver.words().contains("47 of 50 done, 3 failed"));
        tabTo("shown-ALL");
        robot.push(KeyCode.RIGHT);
        await().until(() ->
                robot.lookup("#job-table").queryAs(TableView.class).getItems().size() == TAKEN.size());
        driver.picture("fifty-failed");
        try (PracticeClient somebody = PracticeClient.of(station.server)) {
            TAKEN.forEach(name -> somebody.delete("/api/device/" + id(somebody, name)));
        }
        tabTo("job-retry");
        robot.push(KeyCode.ENTER);
        done("Push 50 devices");
        try (PracticeClient somebody = PracticeClient.of(station.server)) {
            for (String name : List.of("pump-00", "pump-21", "pump-49")) {
                String attributes = "/api/plugins/telemetry/DEVICE/" + id(somebody, name);
                assertThat(somebody.get(attributes + "/values/attributes/SERVER_SCOPE")
                                .body())
                        .contains("\"key\":\"batch\"");
                assertThat(somebody.get("/api/tenant/devices?deviceName=" + name)
                                .body())
                        .contains("\"type\":\"pumps\"");
            }
        }
    }

    private void export() throws IOException {
        Path zip = elsewhere.resolve("pumps.zip");
        robot.push(KeyCode.CONTROL, KeyCode.E);
        driver.awaitShown("#export-formats");
        robot.push(KeyCode.DOWN); // PEM files, key encrypted
        tabTo("export-passphrase");
        robot.write("opens all of them");
        tabTo("shape-FOLDER");
        robot.push(KeyCode.RIGHT);
        tabTo("export-folder");
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write(zip.toString());
        driver.picture("fifty-export-form");
        robot.push(KeyCode.ENTER);
        done("Export 50 devices");
        await().until(() -> Files.exists(zip));
        try (ZipFile archive = new ZipFile(zip.toFile())) {
            List<String> entries = archive.stream().map(ZipEntry::getName).toList();
            Set<String> folders = entries.stream()
                    .map(name -> name.substring(0, name.indexOf('/')))
                    .collect(Collectors.toSet());
            assertThat(entries).doesNotHaveDuplicates();
            assertThat(folders).hasSize(MANY).contains("pump-00", "pump-49");
        }
    }

    /** The job ended well for all; closes it. */
    private void done(String job) {
        await().atMost(LONG)
                .until(() -> driver.words().contains(job) && driver.words().contains("50 of 50 done, 0 failed"));
        driver.picture("fifty-" + job.substring(0, job.indexOf(' ')).toLowerCase(Locale.ROOT));
        robot.push(KeyCode.ESCAPE);
        driver.awaitGone("#job-table");
    }

    private void tabTo(String id) {
        for (int i = 0; i < 40; i++) {
            if (stage.getScene().getFocusOwner() instanceof Node owner && id.equals(owner.getId())) {
                return;
            }
            robot.push(KeyCode.TAB);
        }
        driver.picture("fifty-no-way");
        throw new AssertionError("Tab does not lead to " + id);
    }

    private String text(String button) {
        return robot.lookup(button).queryAs(Labeled.class).getText();
    }

    private static String id(PracticeClient rest, String device) {
        return rest.get("/api/tenant/devices?deviceName=" + device)
                .json()
                .path("id")
                .path("id")
                .asText();
    }
}
