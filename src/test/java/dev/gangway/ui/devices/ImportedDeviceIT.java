package dev.gangway.ui.devices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.onboarding.Station;
import dev.gangway.pki.Family;
import dev.gangway.pki.Identity;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.Pem;
import dev.gangway.pki.bouncycastle.BouncyCastleExporter;
import dev.gangway.pki.export.ExportFile;
import dev.gangway.pki.export.ExportFormat;
import dev.gangway.pki.export.ExportRequest;
import dev.gangway.secret.Secret;
import dev.gangway.settings.PlatformPaths;
import dev.gangway.ui.shell.WindowCase;
import dev.gangway.vault.TestVaults;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates that exist already are brought in by dropping files, in the real window. */
class ImportedDeviceIT extends WindowCase {
    private static final String NAME = "pump-0417";
    private static final Secret PASSPHRASE = Secret.of("opens the key");

    @TempDir
    Path files;

    @TempDir
    Path elsewhere;

    private final Identity identity = new Family(KeyType.EC_P256).device;
    private Station station;

    @Override
    protected void beforeTheWindow() {
        station = new Station(elsewhere);
        station.introduceTo(new PlatformPaths(folder, folder).vaultFile());
    }

    @AfterEach
    void closeTheStation() {
        station.close();
    }

    @Test
    void onlyASoundCertificateWithItsKeyGetsOnTheServer() throws IOException {
        Path certificate = write("device.crt.pem", Pem.certificate(identity.leaf()));
        Path key = write("device.key.pem", Pem.privateKey(identity.key()).reveal());
        Path damaged = write("damaged.crt.pem", damaged());
        Path locked = write("locked.key.pem", encryptedKey());
        driver.type("#passphrase", TestVaults.PASSPHRASE);
        robot.clickOn("#unlock");
        driver.awaitShown("#rail-devices");
        openForm();

        drop(damaged, key);
        refusesToCreate("Line 4 of damaged.crt.pem is damaged");
        driver.picture("import-damaged");
        drop(certificate, locked);
        refusesToCreate("The private key in locked.key.pem is encrypted");
        driver.picture("import-locked");
        drop(certificate, key);
        driver.awaitShown(".import .chip");
        paste(Pem.privateKey(identity.key()).reveal());
        refusesToCreate("pasted text is a private key, not a certificate");
        driver.picture("import-key-as-certificate");

        station.occupy(NAME); // so nothing was put there until now
        drop(certificate);
        driver.awaitShown(".import .chip");
        robot.clickOn("#create-device");
        driver.awaitWords("Practice has a device named pump-0417 that was not made here.");
        driver.picture("import-name-on-server");
        robot.clickOn("Back to the form");
        assertThat(robot.lookup("#device-name").queryAs(TextInputControl.class).getText())
                .isEqualTo(NAME);
        driver.type("#device-name", "pump-0418");
        robot.clickOn("#create-device");
        driver.awaitShown("#open-bench");
        driver.picture("import-passed");
        assertThat(driver.words()).contains("Passed: the device is on the server and its telemetry arrived");
        robot.type(KeyCode.ESCAPE);
        driver.awaitGone("#open-bench");
        TableView<?> devices = robot.lookup(".table-view").queryAs(TableView.class);
        assertThat(devices.getItems()).hasSize(1);
    }

    private void paste(String text) {
        TextInputControl area = robot.lookup(".import .text-area").queryAs(TextInputControl.class);
        robot.interact(() -> area.setText(text));
    }

    private void refusesToCreate(String why) {
        driver.awaitWords(why); // an earlier finding may still be there
        robot.clickOn("#create-device");
        assertThat(driver.words()).filteredOn(why::equals).hasSize(2); // at the files and at the button
        assertThat(driver.isShown("#create-device")).isTrue();
    }

    private void openForm() {
        robot.clickOn("#rail-devices");
        robot.push(KeyCode.CONTROL, KeyCode.N);
        driver.awaitShown("#device-name");
        driver.type("#device-name", NAME);
        robot.clickOn("#credentialtype-X509_LEAF");
        robot.clickOn("#way-IMPORTED");
        driver.awaitShown(".drop-zone");
    }

    private void drop(Path... dropped) {
        FileDrop.onto(robot, ".drop-zone", dropped);
    }

    private String damaged() {
        List<String> lines = Pem.certificate(identity.leaf()).lines().toList();
        return String.join("\n", lines).replace(lines.get(3), "%" + lines.get(3).substring(1));
    }

    private String encryptedKey() {
        return new BouncyCastleExporter()
                        .export(
                                ExportFormat.PEM_ENCRYPTED,
                                new ExportRequest(
                                        "device", identity, List.of(), Optional.of(PASSPHRASE), "localhost", 8883))
                        .orThrow()
                        .stream()
                        .map(ExportFile::content)
                        .map(Secret::reveal)
                        .filter(text -> text.contains("BEGIN ENCRYPTED"))
                        .findFirst()
                        .orElseThrow();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(files.resolve(name), text, StandardCharsets.US_ASCII);
    }
}
