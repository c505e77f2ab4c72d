package dev.gangway.ui.kit.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.onboarding.Vaulted;
import dev.gangway.pki.Family;
import dev.gangway.pki.Identity;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.Pem;
import dev.gangway.pki.Samples;
import dev.gangway.pki.Source;
import dev.gangway.pki.importing.Zips;
import dev.gangway.settings.PlatformPaths;
import dev.gangway.ui.devices.FileDrop;
import dev.gangway.ui.shell.WindowCase;
import dev.gangway.vault.TestVaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A folder, an archive and the clipboard come into the vault through the window. */
class ImportDialogIT extends WindowCase {
    private final Family family = new Family(KeyType.EC_P256);
    private final Family other = new Family(KeyType.EC_P256);

    @Override
    protected void beforeTheWindow() {
        Vaulted.at(new PlatformPaths(folder, folder).vaultFile()).close();
    }

    @Test
    void aFolderAndAnArchiveAreImportedAllOrNothing() throws IOException {
        Path line = Files.createDirectories(folder.resolve("line"));
        write(line, "root", family.root);
        write(line, "pump", family.device);
        Files.writeString(line.resolve("README.txt"), "hello");
        Path zip = Files.write(
                folder.resolve("more.zip"),
                Zips.of(
                                "more.zip",
                                Samples.source("ec.p12"),
                                Source.text(
                                        "broken.pem",
                                        Samples.text("ec.cert.pem").substring(0, 300)))
                        .bytes());
        unlock();
        FileDrop.onto(robot, "#rail-devices", line); // anywhere in the window
        driver.awaitShown("#things");
        awaitButton("Import 2 things");
        driver.picture("import-folder");

        FileDrop.onto(robot, ".import-panel", zip);
        driver.awaitWords("These files cannot be read yet (2)");
        driver.picture("import-closed-files");
        robot.clickOn("#import");
        driver.awaitWords("Not all files can be read yet (2)");
        robot.clickOn("#passphrase-of-0").write("incorrect").type(KeyCode.ENTER);
        driver.awaitWords("The passphrase does not open more.zip/ec.p12");
        robot.clickOn("#passphrase-of-0").write("correct").type(KeyCode.ENTER);
        driver.awaitWords("These files cannot be read yet (1)");
        robot.clickOn("Leave out");
        awaitButton("Import 3 things");

        // Both devices are called the same, and the second one needs another name.
        robot.clickOn("#import");
        driver.awaitWords("Two devices would be named pump-0417");
        driver.picture("import-name-twice");
        TextInputControl naming = robot.lookup("#import-naming").queryAs(TextInputControl.class);
        robot.interact(naming::clear);
        robot.clickOn("#import-naming").write("{cn}-{file}").type(KeyCode.ENTER);
        driver.awaitGone(".problem-title");
        awaitButton("Import 3 things");
        driver.picture("import-ready");
        robot.clickOn("#import");
        driver.awaitGone("#import");
        driver.awaitWords("Imported: 2 devices, 1 authority");
        driver.awaitWords("pump-0417-ec");
        driver.picture("import-done");
    }

    @Test
    void whatIsOnTheClipboardIsAskedAbout() {
        unlock();
        copy("hello");
        robot.push(KeyCode.CONTROL, KeyCode.V);
        driver.awaitWords("The clipboard holds no PEM text and no files");
        copy(Pem.certificates(other.device.chain()));
        robot.push(KeyCode.CONTROL, KeyCode.V);
        awaitButton("Import 1 thing");
        copy(Pem.privateKey(other.device.key()).reveal());
        robot.push(KeyCode.CONTROL, KeyCode.V);
        driver.awaitWords("Key");
        driver.picture("import-clipboard");
        TreeView<?> tree = robot.lookup("#things").queryAs(TreeView.class);
        assertThat(tree.getRoot().getChildren()).hasSize(1);
        robot.type(KeyCode.ESCAPE);
        driver.awaitGone("#things");
    }

    private void unlock() {
        driver.type("#passphrase", TestVaults.PASSPHRASE);
        robot.clickOn("#unlock");
        driver.awaitShown("#rail-devices");
    }

    private void copy(String text) {
        robot.interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    private void awaitButton(String text) {
        driver.awaitShown("#import");
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(60))
                .until(() -> {
                    Button button = robot.lookup("#import").queryAs(Button.class);
                    return button.getText().equals(text) && !button.isDisabled();
                });
    }

    private static void write(Path to, String name, Identity identity) throws IOException {
        Files.writeString(to.resolve(name + ".pem"), Pem.certificates(identity.chain()));
        Files.writeString(
                to.resolve(name + ".key"), Pem.privateKey(identity.key()).reveal());
    }
}
