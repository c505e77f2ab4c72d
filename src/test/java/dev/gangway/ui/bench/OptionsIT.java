package dev.gangway.ui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** All options of a connection, in the window. */
class OptionsIT extends BenchCase {
    @Test
    void optionsAreCheckedAsOneTypesAndHoldForTheNextTest() {
        testDevice();
        robot.push(KeyCode.CONTROL, KeyCode.O);
        driver.awaitShown("#use-options");
        driver.picture("bench-options");
        open("#options-tls");
        driver.type("#option-suites", "TLS_NO_SUCH");
        assertThat(robot.lookup("#use-options").query().isDisabled()).isTrue();
        driver.picture("bench-options-wrong");
        driver.type("#option-suites", "TLS_AES_256_GCM_SHA384");
        assertThat(robot.lookup("#use-options").query().isDisabled()).isFalse();
        open("#options-session");
        robot.interact(() -> robot.lookup("#option-keep-alive")
                .queryAs(TextInputControl.class)
                .setText("7")); // below what is in view
        driver.picture("bench-options-open");
        robot.clickOn("#use-options");
        driver.awaitGone("#use-options");

        robot.type(KeyCode.F5);
        driver.awaitShown(PASSED);
        driver.awaitWords("TLS 1.3 · AES-256-GCM · x25519");
        robot.interact(
                () -> robot.lookup("Undo changes made here").queryButton().fire()); // below what is in view
        driver.awaitGone("Undo changes made here");
    }

    private void open(String group) {
        robot.interact(() -> robot.lookup(group).queryAs(TitledPane.class).setExpanded(true));
    }
}
