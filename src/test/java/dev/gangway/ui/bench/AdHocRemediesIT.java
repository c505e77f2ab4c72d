package dev.gangway.ui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.onboarding.PortRelay;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** A connection that was typed in is refused, and put right by the buttons beside the diagnosis. */
class AdHocRemediesIT extends BenchCase {
    private static final String TOKEN = "AdHocToken0123456789";

    @Test
    void aTokenInTheWrongFieldIsPutIntoTheOther() {
        newDeviceOnTheServer(TOKEN);
        testWithoutDevice(station.mqttAddress(), "", TOKEN);
        assertThat(fix()).contains("Put the token into the other field");
        clickEvidence();
        robot.clickOn(".diagnosis-fix");
        driver.awaitShown(PASSED);
    }

    @Test
    void tlsIsTurnedOnAndTheAuthorityTrustedOnceItsFingerprintWasCompared() {
        newDeviceOnTheServer(TOKEN);
        testWithoutDevice(station.mqttsAddress().replace("mqtts", "mqtt"), TOKEN, "");
        assertThat(fix()).contains("Turn TLS on");
        clickEvidence();
        robot.clickOn(".diagnosis-fix");
        driver.awaitWords("The server's authority is not among those trusted here.");
        clickEvidence();
        robot.clickOn(".diagnosis-fix");
        driver.awaitShown("#trust-authority");
        robot.clickOn("#trust-authority");
        driver.awaitShown(PASSED);
    }

    @Test
    void aPortWithoutTlsIsSpokenToWithout() {
        newDeviceOnTheServer(TOKEN);
        testWithoutDevice(station.mqttAddress().replace("mqtt", "mqtts"), TOKEN, "");
        assertThat(fix()).contains("Turn TLS off");
        clickEvidence();
        robot.clickOn(".diagnosis-fix");
        driver.awaitShown("#send-credential");
        robot.clickOn("#send-credential");
        driver.awaitShown(PASSED);
    }

    @Test
    void aPortWhereNobodyListensIsGivenUpForTheUsualOne() throws IOException {
        newDeviceOnTheServer(TOKEN);
        InetAddress here = InetAddress.getByName("127.18.83.1"); // where nobody else uses the usual port
        int closed;
        try (ServerSocket free = new ServerSocket(0, 1, here)) {
            closed = free.getLocalPort();
        }
        try (PortRelay _ = PortRelay.open(here, 1883, station.mqttPort())) {
            testWithoutDevice("mqtt://" + here.getHostAddress() + ":" + closed, TOKEN, "");
            assertThat(fix()).contains("Try port 1883");
            clickEvidence();
            robot.clickOn(".diagnosis-fix");
            driver.awaitShown(PASSED);
        }
    }

    @Test
    void aLoginThatWasTypedInWrongIsTypedInAgain() {
        newDeviceOnTheServer(TOKEN);
        testWithoutDevice(station.mqttAddress(), "NobodysToken", "");
        assertThat(fix()).contains("Copy the token from the server again");
        assertThat(driver.words()).anyMatch(words -> words.contains("Put this credential on the server"));
        clickEvidence();
        robot.clickOn(".diagnosis-fix");
        fillIn(station.mqttAddress(), TOKEN, "");
        robot.clickOn("#ad-hoc-TEST");
        driver.awaitShown(PASSED);
    }
}
