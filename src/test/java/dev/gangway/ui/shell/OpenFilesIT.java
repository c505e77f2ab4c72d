package dev.gangway.ui.shell;

import dev.gangway.pki.Family;
import dev.gangway.pki.KeyType;
import dev.gangway.settings.PlatformPaths;
import dev.gangway.vault.TestVaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files that the program was started with wait for the vault, and are then looked at for an import. */
class OpenFilesIT extends WindowCase {
    @Override
    protected void beforeTheWindow() {
        TestVaults.create(new PlatformPaths(folder, folder).vaultFile()).close();
    }

    @Test
    void filesAreTakenOnceTheVaultIsOpen() throws IOException, CertificateEncodingException {
        Path file = folder.resolve("handed-over.crt");
        Files.write(file, new Family(KeyType.EC_P256).device.leaf().getEncoded());
        robot.interact(() -> window.importOnceOpen(List.of(file)));
        driver.type("#passphrase", TestVaults.PASSPHRASE);
        robot.clickOn("#unlock");
        driver.awaitWords("from handed-over.crt");
    }
}
