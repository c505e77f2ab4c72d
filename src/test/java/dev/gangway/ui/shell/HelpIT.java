package dev.gangway.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.ui.kit.Focus;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Help by keyboard: of a screen, the guide, a code, and the way round. */
class HelpIT extends WindowCase {
    @Test
    void f1SaysWhatAScreenIsForAndLeadsToTheGuide() {
        driver.createVault();
        robot.type(KeyCode.ESCAPE);
        driver.awaitGone("#first-test");
        robot.type(KeyCode.F1);
        driver.awaitShown("#help-screen");
        assertThat(driver.words()).anyMatch(text -> text.startsWith("Here is every device"));
        driver.picture("help-f1");
        robot.interact(() -> robot.lookup("#help-open").queryButton().fire());
        driver.awaitShown("#help-find");
        driver.awaitWords("First start");
        driver.picture("help-guide");
        robot.write("server-untrusted");
        driver.awaitWords("tls.server-untrusted");
        driver.awaitWords("What helps");
        driver.picture("help-code");
    }

    @Test
    void aCodeIsFoundFromEverywhere() {
        driver.createVault();
        robot.type(KeyCode.ESCAPE);
        driver.awaitGone("#first-test");
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("vault.in-use");
        driver.awaitWords("Help · vault.in-use");
        robot.type(KeyCode.ENTER);
        driver.awaitShown("#help-page");
        assertThat(driver.words()).contains("vault.in-use");
    }

    @Test
    void theWayRoundCanBeLeftAndGoneToItsEnd() {
        driver.createVault();
        robot.interact(() -> robot.lookup("#first-tour").queryButton().fire());
        driver.awaitWords("Devices · 1 of 6");
        await().until(() -> robot.lookup("#tour-next").query().isFocused());
        driver.picture("tour");
        robot.type(KeyCode.ENTER);
        driver.awaitWords("Test bench · 2 of 6");
        robot.type(KeyCode.ESCAPE);
        driver.awaitGone("#tour-next");
        await().until(() -> Focus.isIn(robot.lookup("#paste-log-first").query().getParent()));
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("show me around");
        driver.awaitWords("Help: Show me around");
        robot.type(KeyCode.ENTER);
        driver.awaitWords("Devices · 1 of 6");
        for (String stop : List.of(
                "Test bench · 2 of 6",
                "Station · 3 of 6",
                "Certificates · 4 of 6",
                "Servers · 5 of 6",
                "Help · 6 of 6")) {
            robot.type(KeyCode.ENTER);
            driver.awaitWords(stop);
        }
        robot.type(KeyCode.ENTER);
        driver.awaitGone("#tour-next");
        driver.awaitShown("#help-find");
    }
}
