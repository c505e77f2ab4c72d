package dev.gangway.ui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import dev.gangway.ui.shell.WindowCase;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An authority that nobody trusts yet is trusted from the diagnosis, after its fingerprint was shown. */
class TrustQuestionIT extends WindowCase {
    private final PracticeServer server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
            .orThrow();

    @AfterEach
    void closeTheServer() {
        server.close();
    }

    @Test
    void anUnknownAuthorityIsTrustedOnlyAfterItsFingerprintWasConfirmed() {
        testAdHoc("mqtts://" + server.host() + ":" + server.mqttsPort());
        driver.awaitShown(".diagnosis-fix");
        driver.picture("trust-diagnosis");
        robot.clickOn(".diagnosis-fix");
        driver.awaitShown("#trust-authority");
        driver.picture("trust-question");
        assertThat(String.join("\n", driver.words())).containsPattern("([0-9A-F]{2}:){31}[0-9A-F]{2}");

        robot.type(KeyCode.ESCAPE);
        driver.awaitGone("#trust-authority");
        assertThat(driver.isShown(".bench .verdict.level-bad")).isTrue();

        robot.clickOn(".diagnosis-fix");
        driver.awaitShown("#trust-authority");
        robot.clickOn("#trust-authority");
        driver.awaitWords("The server lets nobody in without a login.");
        assertThat(driver.isShown("#trust-authority")).isFalse();
        driver.awaitWords("CONNACK"); // nobody signs in here: that TLS is through is all there is to see
        assertThat(driver.words()).doesNotContain("unknown root");
        driver.picture("trust-second-run");
    }
}
