package dev.gangway.app;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.settings.PlatformPaths;
import dev.gangway.settings.Settings;
import dev.gangway.ui.kit.SystemFilePicker;
import dev.gangway.ui.shell.ConsoleWindow;
import dev.gangway.vault.TestVaults;
import java.nio.file.Path;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The whole main job in the real window against the real practice server, by keyboard and mouse. */
@ExtendWith(ApplicationExtension.class)
class MainJobIT {
    private static final String PASSED = ".verdict.level-ok";
    private static final String FAILED = ".verdict.level-bad";

    @TempDir
    Path folder;

    private boolean agreed;
    private Stage stage;
    private ConsoleWindow window;

    @Start
    void start(Stage stage) {
        this.stage = stage;
        window = new ConsoleWindow(
                Wiring.window(
                        new PlatformPaths(folder, folder),
                        TestVaults.cheap(),
                        new SystemFilePicker(),
                        Platform::runLater),
                stage);
        window.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
    }

    @Test
    void devicesComeOnBoardAndARefusalIsExplainedAndFixed(FxRobot robot) {
        createVault(robot);
        tryItWithThePracticeServer(robot);

        robot.clickOn("Devices");
        newDevice(robot, "pump-controller-0401", "#credentialtype-TOKEN");
        robot.clickOn("#open-bench");
        see(robot, ".bench " + PASSED);
        assertThat(messages(robot)).contains("CONNECT", "CONNACK", "PUBLISH", "PUBACK");

        robot.clickOn("Devices");
        newDevice(robot, "pump-controller-0402", "#credentialtype-X509_LEAF");
        robot.clickOn("#open-bench");
        see(robot, ".bench " + PASSED);
        assertThat(messages(robot)).contains("ClientHello", "ServerHello", "CertificateVerify", "CONNACK");
        MainJobPictures.take(robot, stage, "bench-passed");

        withholdTheCertificate(robot);
        assertThat(text(robot, ".diagnosis-title")).contains("certificate");
        robot.clickOn(".diagnosis .hyperlink");
        see(robot, ".event-details");
        MainJobPictures.take(robot, stage, "bench-failed");

        compare(robot, "comparison");
        robot.clickOn(".diagnosis-fix");
        see(robot, ".bench " + PASSED);

        robot.clickOn("#stay-connected");
        see(robot, "Connect as this device?");
        robot.clickOn(".dialog-panel .accent");
        publish(robot, "live");
        robot.clickOn("#disconnect");
        see(robot, "Disconnected");

        robot.clickOn("Devices");
        see(robot, "pump-controller-0402");
        MainJobPictures.take(robot, stage, "devices");

        testWithoutADevice(robot);
        if (MainJobPictures.areWanted()) {
            inTheDark(robot);
        }
    }

    private void compare(FxRobot robot, String picture) {
        robot.press(KeyCode.CONTROL).type(KeyCode.D).release(KeyCode.CONTROL);
        see(robot, "#compare-table");
        await().atMost(ofSeconds(30))
                .until(() -> !robot.lookup("#compare-table")
                        .queryAs(TableView.class)
                        .getItems()
                        .isEmpty());
        MainJobPictures.take(robot, stage, picture);
        robot.type(KeyCode.ESCAPE);
        see(robot, ".diagnosis-fix");
    }

    private void publish(FxRobot robot, String picture) {
        see(robot, ".watch " + PASSED);
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        TableView<?> packets = robot.lookup("#packets").queryAs(TableView.class);
        await().atMost(ofSeconds(30)).until(() -> packets.getItems().toString().contains("name=PUBACK"));
        robot.interact(
                () -> packets.getSelectionModel().select(packets.getItems().size() - 2));
        see(robot, ".event-details");
        robot.interact(() -> packets.scrollTo(packets.getItems().size() - 1));
        MainJobPictures.take(robot, stage, picture);
    }

    private void testWithoutADevice(FxRobot robot) {
        robot.clickOn("Test bench");
        robot.press(KeyCode.CONTROL).type(KeyCode.T).release(KeyCode.CONTROL);
        see(robot, "#ad-hoc-host");
        robot.clickOn("#ad-hoc-host").write("mqtt://localhost:1");
        MainJobPictures.take(robot, stage, "ad-hoc");
        robot.clickOn("#ad-hoc-TEST");
        see(robot, ".bench " + FAILED);
        assertThat(messages(robot)).contains("NotReached[milestone=CONNACK]");
        MainJobPictures.take(robot, stage, "bench-refused");
    }

    private void inTheDark(FxRobot robot) {
        robot.clickOn("Settings");
        see(robot, "#settings-theme");
        robot.interact(() -> robot.lookup("#settings-theme")
                .queryAs(ComboBox.class)
                .getSelectionModel()
                .select(Settings.Theme.DARK.ordinal()));
        robot.clickOn("Devices");
        see(robot, "pump-controller-0402");
        MainJobPictures.take(robot, stage, "devices-dark");
        robot.type(KeyCode.F5);
        see(robot, ".bench " + PASSED);
        MainJobPictures.take(robot, stage, "bench-passed-dark");
        withholdTheCertificate(robot);
        robot.clickOn(".diagnosis .hyperlink");
        MainJobPictures.take(robot, stage, "bench-failed-dark");
        compare(robot, "comparison-dark");
        robot.clickOn("Live session");
        robot.type(KeyCode.F6);
        publish(robot, "live-dark");
        robot.clickOn("Devices");
        robot.press(KeyCode.CONTROL).type(KeyCode.N).release(KeyCode.CONTROL);
        see(robot, "#device-name");
        MainJobPictures.take(robot, stage, "new-device-dark");
    }

    private void createVault(FxRobot robot) {
        robot.clickOn("#passphrase").write(TestVaults.PASSPHRASE);
        robot.clickOn("#passphrase-again").write(TestVaults.PASSPHRASE);
        robot.type(KeyCode.ENTER);
        see(robot, "#first-test");
    }

    private void tryItWithThePracticeServer(FxRobot robot) {
        robot.clickOn("#first-test");
        see(robot, PASSED);
        robot.clickOn("Close");
        gone(robot, "#first-test");
    }

    private void newDevice(FxRobot robot, String name, String credential) {
        robot.press(KeyCode.CONTROL).type(KeyCode.N).release(KeyCode.CONTROL);
        see(robot, "#device-name");
        robot.clickOn("#device-name").write(name);
        robot.clickOn(credential);
        MainJobPictures.take(robot, stage, "new-device");
        robot.clickOn("#create-device");
        see(robot, "#open-bench");
        MainJobPictures.take(robot, stage, "new-device-done");
    }

    private void withholdTheCertificate(FxRobot robot) {
        robot.clickOn("Never");
        robot.type(KeyCode.F5);
        if (!agreed) { // asked once as long as the vault is open
            see(robot, "Test now");
            robot.clickOn("Test now");
            agreed = true;
        }
        see(robot, ".bench " + FAILED);
    }

    private static String messages(FxRobot robot) {
        TableView<?> timeline = robot.lookup(".timeline").queryAs(TableView.class);
        return timeline.getItems().stream().map(String::valueOf).collect(Collectors.joining("\n"));
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }

    private static void see(FxRobot robot, String query) {
        await().atMost(ofSeconds(30))
                .until(() -> robot.lookup(query)
                        .match(node -> node.isVisible())
                        .tryQuery()
                        .isPresent());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void gone(FxRobot robot, String query) {
        await().atMost(ofSeconds(30)).until(() -> robot.lookup(query).tryQuery().isEmpty());
    }
}
