package dev.gangway.ui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Evidence is clicked through to its row, the remedy is clicked, and the second test passes. */
class RemediesIT extends BenchCase {
    @Test
    void aCertificateThatWasLeftOutIsSent() {
        testDevice();
        fail();
        clickEvidence();
        robot.clickOn(".diagnosis-fix");
        driver.awaitShown(PASSED);
    }

    @Test
    void aDeviceInAProfileOfAnotherTransportIsMovedAfterAQuestion() {
        station.moveToCoapProfile(DEVICE);
        openAndTest();
        driver.awaitShown(FAILED);
        assertThat(fix()).contains("Move the device to the profile");
        clickEvidence();
        robot.clickOn(".diagnosis-fix");
        driver.awaitWords("Move the device to another profile on the server?");
        driver.picture("bench-remedy-question");
        robot.clickOn("Move it to \"default\" and test");
        driver.awaitShown(PASSED);
    }

    @Test
    void aCredentialThatTheServerLostIsPutBackAfterAQuestion() {
        station.replaceWithToken(DEVICE);
        openAndTest();
        driver.awaitShown(FAILED);
        clickEvidence();
        robot.clickOn(".diagnosis-fix");
        driver.awaitWords("Change the credential on the server?");
        robot.clickOn("Replace it on the server and test");
        driver.awaitShown(PASSED);
    }

    private String fix() {
        return robot.lookup(".diagnosis-fix").queryAs(Labeled.class).getText();
    }

    /** The first piece of evidence that has a row; its message opens below the timeline. */
    private void clickEvidence() {
        robot.clickOn(".diagnosis .hyperlink");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(table(".timeline").getSelectionModel().getSelectedItem()).isInstanceOf(TimelineRow.Seen.class);
        assertThat(driver.isShown(".event-details")).isTrue();
    }
}
