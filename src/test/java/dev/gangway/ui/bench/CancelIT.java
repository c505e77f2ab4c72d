package dev.gangway.ui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.ui.shell.WindowCase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A test is cancelled while its server says nothing. */
class CancelIT extends WindowCase {
    private ServerSocket silent;

    @BeforeEach
    void openAPortThatSaysNothing() throws IOException {
        silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void closeIt() throws IOException {
        silent.close();
    }

    @Test
    void theScreenSaysSoAndIsReadyForTheNextTest() {
        testAdHoc("mqtt://localhost:" + silent.getLocalPort());
        driver.awaitShown("#cancel-test");
        driver.awaitWords("CONNECT");
        robot.clickOn("#cancel-test");
        driver.awaitWords("Cancelled before there was a verdict");
        driver.awaitShown("#run-test");
        assertThat(driver.isShown("#cancel-test")).isFalse();
        driver.picture("cancelled");

        robot.push(KeyCode.F5);
        driver.awaitShown("#cancel-test");
        robot.type(KeyCode.ESCAPE);
        driver.awaitShown("#run-test");
        driver.awaitWords("Cancelled before there was a verdict");
    }
}
