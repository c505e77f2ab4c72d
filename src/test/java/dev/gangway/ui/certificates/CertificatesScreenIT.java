package dev.gangway.ui.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.app.Workspace;
import dev.gangway.authorities.Authority;
import dev.gangway.authorities.AuthorityCreation.NewAuthority;
import dev.gangway.authorities.IssueRequest;
import dev.gangway.background.Cancellation;
import dev.gangway.credentials.CredentialChoice.NewIssued;
import dev.gangway.onboarding.OnboardingPlan;
import dev.gangway.pki.AuthorityLimits;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.authority.Template;
import dev.gangway.ui.shell.PlantCase;
import dev.gangway.vault.TestVaults;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What ends when, looked at and renewed in the window, with devices on a real server. */
class CertificatesScreenIT extends PlantCase {
    private static final Duration A_WHILE_AGO = Duration.ofDays(350);

    @Override
    protected void beforeTheWindow() {
        super.beforeTheWindow();
        Path vault = vault();
        plant.introduceTo(vault);
        plant.in(vault, Instant.now().minus(A_WHILE_AGO), this::fill);
        plant.in(vault, Instant.now(), workspace -> {
            Authority issuer = workspace.authorities().named("Plant 2").orElseThrow();
            onboard(workspace, issuer, "pump-9");
            workspace
                    .authorities()
                    .issuing()
                    .issue(IssueRequest.forDevice(
                            issuer.id(), Template.LDEVID, "sensor-1", Optional.empty(), Optional.empty()))
                    .orThrow();
        });
    }

    private void fill(Workspace workspace) {
        Authority root =
                workspace.authorities().founding().root(wanted("Maker", 3650)).orThrow();
        Authority issuer = workspace
                .authorities()
                .founding()
                .intermediate(root.id(), wanted("Plant 2", 1825))
                .orThrow();
        for (String name : List.of("pump-1", "pump-2", "pump-3")) {
            onboard(workspace, issuer, name);
        }
        workspace
                .authorities()
                .issuing()
                .issue(new IssueRequest(
                        issuer.id(),
                        Template.MQTT_SERVER,
                        Map.of("name", "mqtt.plant2.example"),
                        List.of("mqtt.plant2.example"),
                        List.of("192.0.2.7"),
                        Optional.empty()))
                .orThrow();
    }

    private void onboard(Workspace workspace, Authority issuer, String name) {
        var choice = new NewIssued(issuer.id(), Template.DEVICE_CLIENT, NewIssued.Way.LEAF);
        var result = workspace
                .onboarding()
                .onboard(
                        new OnboardingPlan(plant.serverId(), "default", choice, OnboardingPlan.Test.NONE),
                        name,
                        "",
                        step -> {},
                        new Cancellation());
        assertThat(result.failure()).isEmpty();
    }

    private static NewAuthority wanted(String name, int days) {
        return new NewAuthority(
                name,
                "CN=" + name + ",O=Gangway",
                KeyType.EC_P256,
                Optional.of(Duration.ofDays(days)),
                AuthorityLimits.NONE);
    }

    @Test
    void whatExpiresSoonIsSeenAndRenewedOnTheServerToo() {
        driver.type("#passphrase", TestVaults.PASSPHRASE);
        robot.clickOn("#unlock");
        driver.awaitShown("#rail-certificates");
        robot.clickOn("#rail-certificates");
        await().until(() -> rows() == 8);
        driver.picture("certificates");

        robot.clickOn("#certificate-filter").write("pump-1");
        await().until(() -> rows() == 1);
        robot.eraseText(6);
        driver.awaitShown("#expiry-1");
        robot.clickOn("#expiry-13");
        await().until(() -> rows() < 8);
        assertThat(rows()).as("authorities and what comes later").isPositive();
        robot.clickOn("#expiry-13");
        await().until(() -> rows() == 8);

        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
        driver.awaitShown("#renew-now");
        driver.picture("certificates-renew");
        robot.clickOn("#key-NEW");
        robot.clickOn("#renew-now");
        driver.awaitWords("3 of 3 done, 0 failed");
        await().until(() -> rows() == 11);
        driver.picture("certificates-renewed");
    }

    private int rows() {
        return robot.lookup("#certificates")
                .tryQueryAs(TableView.class)
                .map(table -> table.getItems().size())
                .orElse(-1);
    }
}
