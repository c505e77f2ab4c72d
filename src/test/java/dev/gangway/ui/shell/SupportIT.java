package dev.gangway.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.logging.OperationLog;
import dev.gangway.settings.Settings;
import dev.gangway.settings.SettingsFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the window leaves for somebody who helps: the log of what was done, and the file that packs it. */
class SupportIT extends WindowCase {
    @Override
    protected void beforeTheWindow() {
        OperationLog.keep(folder.resolve("log"), OperationLog.Detail.OPERATIONS, false);
    }

    @AfterEach
    void endTheLog() {
        OperationLog.close();
    }

    @Test
    void theLogTellsWhatWasDoneWithoutNames() throws IOException {
        firstTest();
        driver.awaitWords("1 device");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> log().contains("window first test: done, "));
        assertThat(log())
                .containsPattern("window UnlockViewModel: done, \\d+ ms")
                .containsPattern("window PracticeSwitch: done, \\d+ ms")
                .doesNotContain("my-first-device", "correct horse", "localhost");
        robot.push(KeyCode.CONTROL, KeyCode.L);
        driver.awaitShown("#passphrase");
        driver.type("#passphrase", "something else entirely");
        robot.type(KeyCode.ENTER);
        driver.awaitShown(".problem-title");
        assertThat(log())
                .containsPattern("window lock: done, \\d+ ms")
                .containsPattern("window UnlockViewModel: vault\\.[a-z-]+, \\d+ ms")
                .doesNotContain("something else entirely");
    }

    @Test
    void theLevelIsSetInTheSettingsAndKept() throws IOException {
        driver.createVault();
        robot.type(KeyCode.ESCAPE);
        robot.clickOn("#rail-settings");
        robot.interact(() -> robot.lookup("#settings-log")
                .<ComboBox<Settings.LogDetail>>query()
                .setValue(Settings.LogDetail.STEPS));
        robot.clickOn("#rail-devices");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> log().contains(" FINE window DevicesViewModel: done, "));
        assertThat(new SettingsFile(folder.resolve("settings.properties"))
                        .load()
                        .settings()
                        .logDetail())
                .isEqualTo(Settings.LogDetail.STEPS);
    }

    @Test
    void packsWhatItHasShownAndNamesOnlyWhereAsked() throws IOException {
        firstTest();
        robot.clickOn("#rail-settings");
        Path file = folder.resolve("support.zip");
        packTo(file, false);
        assertThat(unpacked(file))
                .containsKeys("version.txt", "diagnosis.txt", "settings.properties")
                .doesNotContainKey("names.txt");
        Path named = folder.resolve("named.zip");
        String shown = packTo(named, true);
        assertThat(unpacked(named).get("names.txt"))
                .contains("device | ", " | X509Leaf | ", " | pass", "server | ")
                .doesNotContain("tenant@");
        assertThat(shown.lines().map(String::strip))
                .containsAll(unpacked(named).get("names.txt").lines().toList());
        openSupport();
        files.willPick(file);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> shown().contains("version.txt"));
        robot.clickOn("#support-save");
        driver.awaitShown(".problem-title");
        driver.picture("support-refused");
    }

    private void firstTest() {
        driver.createVault();
        robot.clickOn("#first-test");
        driver.awaitWords("The device connects");
        robot.clickOn("#first-test");
        driver.awaitGone("#first-test");
    }

    /** By keyboard, which scrolls there: the settings are longer than the window. */
    private void openSupport() {
        driver.awaitShown("#settings-support");
        robot.interact(() -> robot.lookup("#settings-support").query().requestFocus());
        robot.type(KeyCode.SPACE);
    }

    /** Packs; returns what was shown. */
    private String packTo(Path file, boolean names) {
        openSupport();
        driver.awaitShown("#support-save");
        if (names) {
            robot.clickOn("#support-names");
        }
        String part = names ? "names.txt" : "version.txt";
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> shown().contains(part));
        driver.picture(names ? "support-names" : "support");
        String shown = shown();
        files.willPick(file);
        robot.clickOn("#support-save");
        driver.awaitGone("#support-save");
        assertThat(files.suggested()).isEqualTo("gangway-support.zip");
        return shown;
    }

    private String shown() {
        return robot.lookup("#support-contents").<TextArea>query().getText();
    }

    private String log() throws IOException {
        try (Stream<Path> logs = Files.list(folder.resolve("log"))) {
            return logs.filter(each -> each.toString().endsWith(".log"))
                    .map(SupportIT::read)
                    .collect(Collectors.joining());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> unpacked(Path file) throws IOException {
        Map<String, String> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
                parts.put(each.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
