package dev.gangway.ui.kit.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.onboarding.Vaulted;
import dev.gangway.pki.Family;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.Pem;
import dev.gangway.pki.Source;
import dev.gangway.pki.importing.Gathered;
import dev.gangway.pki.importing.ImportItem;
import dev.gangway.pki.importing.Passphrases;
import dev.gangway.settings.PlatformPaths;
import dev.gangway.transfer.importing.Imports.ImportRules;
import dev.gangway.transfer.importing.Proposal;
import dev.gangway.ui.shell.WindowCase;
import dev.gangway.vault.TestVaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A certificate leaves the vault from the details of its device. */
class ExportDialogIT extends WindowCase {
    private final Family family = new Family(KeyType.ED25519);

    @Override
    protected void beforeTheWindow() {
        try (Vaulted vault = Vaulted.at(new PlatformPaths(folder, folder).vaultFile())) {
            List<Source> sources = List.of(
                    Source.text("pump.pem", Pem.certificates(family.device.chain())),
                    Source.text("pump.key", Pem.privateKey(family.device.key()).reveal()));
            List<ImportItem> items = vault.workspace()
                    .imports()
                    .preview(new Gathered(sources, List.of(), List.of()), Passphrases.none())
                    .items();
            vault.workspace()
                    .imports()
                    .store(vault.workspace().imports().propose(items, ImportRules.usual()).stream()
                            .map(Proposal::placement)
                            .toList())
                    .orThrow();
        }
    }

    @Test
    void filesAreWrittenOnceAndNeverOverWhatIsThere() {
        driver.type("#passphrase", TestVaults.PASSPHRASE);
        robot.clickOn("#unlock");
        driver.awaitShown("#rail-devices");
        driver.awaitShown(".table-view .table-row-cell:filled");
        robot.clickOn("pump-0417");
        driver.awaitShown("#export-device");
        robot.clickOn("#export-device");
        driver.awaitShown("#export-formats");
        driver.picture("export-pem");
        assertThat(driver.words()).anyMatch(said -> said.startsWith("The private key leaves the vault unprotected."));

        String unknownThere = "Mbed TLS cannot use a key of the kind Ed25519";
        assertThat(driver.words()).noneMatch(said -> said.startsWith(unknownThere));
        choose("C header");
        driver.awaitWords(unknownThere);
        driver.picture("export-mbedtls");

        Path to = folder.resolve("out");
        driver.type("#export-folder", to.toString());
        choose("PKCS#12, modern");
        robot.clickOn("#export");
        driver.awaitWords("PKCS12 needs a passphrase");
        driver.picture("export-needs-passphrase");
        robot.clickOn("#export-passphrase").write("correct horse battery staple");
        driver.picture("export-passphrase");
        robot.clickOn("#export");
        driver.awaitGone("#export");
        assertThat(to.resolve("pump-0417.p12")).exists();

        robot.clickOn("#export-device");
        driver.awaitShown("#export-formats");
        driver.type("#export-folder", to.toString());
        choose("Certificate chain");
        robot.clickOn("#export");
        driver.awaitGone("#export");
        robot.clickOn("#export-device");
        driver.awaitShown("#export-formats");
        driver.type("#export-folder", to.toString());
        choose("Certificate chain");
        robot.type(KeyCode.ENTER);
        driver.awaitWords("The file " + to.resolve("pump-0417.chain.pem") + " exists");
        driver.picture("export-exists");
        assertThat(Files.exists(to.resolve("pump-0417.crt.pem"))).isFalse();
    }

    @Test
    void theFilesOfTheScriptAreMadeWithoutIt() throws IOException {
        Path settings = folder.resolve("keygen.properties");
        Files.writeString(settings, "CLIENT_KEYSTORE_PASSWORD=secret1\nCLIENT_KEY_ALG=DSA\n");
        Path to = folder.resolve("made");
        driver.type("#passphrase", TestVaults.PASSPHRASE);
        robot.clickOn("#unlock");
        driver.awaitShown("#rail-certificates");
        robot.clickOn("#rail-certificates");
        driver.awaitShown("#certificate-filter");
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.write("client.keygen.sh");
        driver.awaitWords("Make the files of client.keygen.sh");
        robot.type(KeyCode.ENTER);
        driver.awaitShown("#keygen-make");
        driver.type("#keygen-settings", settings.toString());
        driver.type("#keygen-device", "pump-0417");
        driver.type("#keygen-folder", to.toString());
        driver.picture("keygen");
        robot.clickOn("#keygen-make");
        driver.awaitWords("Line 2 of keygen.properties does not work");
        driver.picture("keygen-refused");
        Files.writeString(settings, "CLIENT_KEYSTORE_PASSWORD=secret1\n");
        robot.clickOn("#keygen-make");
        driver.awaitGone("#keygen-make");
        assertThat(to.resolve("client.jks")).exists();
        assertThat(to.resolve("client.nopass.pem")).exists();
        assertThat(to.resolve("client.pub.pem")).exists();
    }

    private void choose(String form) {
        ListView<?> list = robot.lookup("#export-formats").queryAs(ListView.class);
        robot.interact(() -> {
            for (int i = 0; i < list.getItems().size(); i++) {
                FormatList.Row row = (FormatList.Row) list.getItems().get(i);
                if (row.format()
                        .filter(format -> dev.gangway.ui.text.Words.load(java.util.Locale.ENGLISH)
                                .get("export." + format)
                                .equals(form))
                        .isPresent()) {
                    list.getSelectionModel().select(i);
                    list.scrollTo(i);
                    return;
                }
            }
            throw new AssertionError(form);
        });
    }
}
