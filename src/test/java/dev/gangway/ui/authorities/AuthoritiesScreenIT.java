package dev.gangway.ui.authorities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.background.Cancellation;
import dev.gangway.credentials.CredentialChoice;
import dev.gangway.onboarding.OnboardingPlan;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.TestWorkshop;
import dev.gangway.ui.shell.PlantCase;
import dev.gangway.vault.TestVaults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** From no authority at all to a device that signs in with what one issued, in the window. */
class AuthoritiesScreenIT extends PlantCase {
    @Override
    protected void beforeTheWindow() {
        super.beforeTheWindow();
        Path vault = vault();
        plant.introduceTo(vault);
        plant.in(vault, Instant.now(), workspace -> {
            var token = new OnboardingPlan(
                    plant.serverId(), "default", new CredentialChoice.NewToken(20), OnboardingPlan.Test.NONE);
            assertThat(workspace
                            .onboarding()
                            .onboard(token, "pump-1", "", step -> {}, new Cancellation())
                            .failure())
                    .isEmpty();
        });
    }

    @Test
    void anAuthorityIsMadeAndWhatItIssuesPassesItsLiveTest() throws Exception {
        driver.type("#passphrase", TestVaults.PASSPHRASE);
        robot.clickOn("#unlock");
        driver.awaitShown("#rail-authorities");
        robot.clickOn("#rail-authorities");
        driver.awaitShown("#authority-first");
        driver.picture("authorities-empty");

        create("#authority-first", "Maker");
        create("#authority-below-this", "Plant 2");
        driver.awaitWords("Intermediate");

        robot.clickOn("#authority-issue");
        driver.awaitShown("#issue-device");
        robot.clickOn("#issue-device").type(KeyCode.DOWN).type(KeyCode.ENTER);
        driver.awaitWords("CN=pump-1");
        driver.picture("authorities-issue");
        robot.clickOn("#issue-now");
        driver.awaitWords("pump-1 has its certificate, and its connection was tested");
        driver.awaitShown("#issued");
        await().until(() -> issued() == 1);
        driver.picture("authorities");

        sign();
        await().until(() -> issued() == 2);

        robot.clickOn("#revoke");
        driver.awaitShown("#revoke-now");
        driver.picture("authorities-revoke");
        robot.clickOn("#revoke-now");
        driver.awaitWords("Revoked");
        robot.clickOn("#authority-list");
        driver.awaitShown("#list-now");
        Path list = folder.resolve("plant.crl.pem");
        files.willPick(list);
        robot.clickOn("#list-now");
        driver.awaitWords("Written: " + list);
        assertThat(list).content().contains("BEGIN X509 CRL");
        driver.picture("authorities-revoked");

        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
        driver.awaitShown("#template-save");
        driver.picture("authorities-templates");
    }

    private void create(String button, String name) {
        robot.clickOn(button);
        driver.awaitShown("#authority-name");
        driver.type("#authority-name", name);
        driver.picture("authorities-new");
        robot.clickOn("#authority-create");
        driver.awaitGone("#authority-create");
        driver.awaitWords(name);
    }

    /** A request that was made elsewhere comes by paste; certificate and chain go to a folder. */
    private void sign() throws Exception {
        var services = TestWorkshop.real();
        String request = services.requests()
                .make(services.maker().newKey(KeyType.EC_P256), "CN=sensor-7,O=Plant 2")
                .orThrow();
        robot.clickOn("#authority-request");
        driver.awaitShown("#request-text");
        robot.interact(
                () -> robot.lookup("#request-text").queryAs(TextArea.class).setText(request));
        driver.awaitWords("Signed by its own key");
        driver.picture("authorities-request");
        Path out = Files.createDirectory(folder.resolve("out"));
        files.willPick(out);
        robot.clickOn("#request-sign");
        driver.awaitGone("#request-sign");
        assertThat(out.resolve("sensor-7.chain.pem")).exists();
    }

    private int issued() {
        return robot.lookup("#issued")
                .tryQueryAs(TableView.class)
                .map(table -> table.getItems().size())
                .orElse(-1);
    }
}
