package dev.gangway.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server is added in the window by hand, as a person would add a ThingsBoard. */
class ServersScreenIT extends WindowCase {
    private final PracticeServer server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
            .orThrow();

    @AfterEach
    void closeTheServer() {
        server.close();
    }

    @Test
    void aServerIsAddedAndItsAuthorityTrustedAfterItsFingerprintWasShown() {
        driver.createVault();
        robot.type(KeyCode.ESCAPE);
        robot.clickOn("#rail-servers");
        robot.push(KeyCode.CONTROL, KeyCode.N);
        driver.awaitShown("#server-name");
        robot.clickOn("#server-save");
        assertThat(driver.words()).contains("Something belongs here.");
        driver.type("#server-name", "Plant 2");
        driver.type("#server-url", server.restUrl().toString());
        driver.type("#server-user", server.tenantUser());
        driver.type("#server-password", "not it");
        robot.clickOn("#server-check");
        driver.awaitShown(".problem-title");
        driver.picture("server-wrong-password");
        driver.type("#server-password", server.tenantPassword());
        robot.clickOn("#server-check");
        driver.awaitWords("The sign-in works");
        robot.clickOn("#anchor-fetch");
        driver.awaitShown("#anchor-trust");
        driver.picture("server-fingerprint");
        robot.clickOn("#anchor-trust");
        robot.clickOn("#server-save");
        driver.awaitWords("works");
        driver.picture("servers");
    }
}
