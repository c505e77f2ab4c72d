package dev.gangway.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import dev.gangway.settings.Settings;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A server is added in the window by hand, as a person would add a ThingsBoard. */
@ExtendWith(ApplicationExtension.class)
class ServersScreenIT {
    @TempDir
    Path folder;

    private final PracticeServer server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
            .orThrow();
    private Stage stage;
    private ConsoleWindow window;

    @Start
    void start(Stage stage) {
        this.stage = stage;
        window = new ConsoleRig(folder)
                .with(Settings.defaults()
                        .withLanguage(Settings.Language.ENGLISH)
                        .withTheme(Settings.Theme.LIGHT))
                .window(stage);
        window.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
        server.close();
    }

    @Test
    void aServerIsAddedAndItsAuthorityTrustedAfterItsFingerprintWasShown(FxRobot robot) {
        Driver driver = new Driver(robot, stage);
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
