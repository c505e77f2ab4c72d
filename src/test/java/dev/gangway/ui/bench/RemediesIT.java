package dev.gangway.ui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.TestChain;
import dev.gangway.device.Credential;
import dev.gangway.device.KeyRef;
import dev.gangway.pki.Identity;
import dev.gangway.pki.Keys;
import dev.gangway.settings.PlatformPaths;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A device is refused, evidence is clicked through to its row, the remedy is clicked, and the second test passes. */
class RemediesIT extends BenchCase {
    private static final String OTHER = "pump-controller-0418";
    private static final String EXPIRED = "pump-controller-0001";

    private final Identity root = TestChain.root("Plant root");
    private final Identity line = TestChain.intermediate("Line 4", root);
    private final Identity chained = TestChain.device(DEVICE, line);

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

    @Test
    void anExpiredCertificateIsMadeAnewAfterAQuestion() {
        station.addDeviceOf(vault(), Instant.now().minus(Duration.ofDays(60)), EXPIRED);
        openAndTest(EXPIRED);
        assertThat(fix()).contains("Make a new certificate");
        clickEvidence();
        robot.clickOn(".diagnosis-fix");
        driver.awaitWords("Make a new certificate for this device?");
        robot.clickOn("Make it, put it on the server and test");
        driver.awaitShown(PASSED);
    }

    @Test
    void theIntermediateThatTheVaultKnowsIsSentAlong() {
        station.moveToChainProfile(DEVICE, line.leaf());
        station.give(vault(), DEVICE, new Credential.X509Leaf(chained.leaf(), key(chained)));
        station.give(vault(), OTHER, chain(TestChain.device(OTHER, line)));
        openAndTest();
        assertThat(fix()).contains("Send the full chain");
        clickEvidence();
        robot.clickOn(".diagnosis-fix");
        driver.awaitShown(PASSED);
    }

    @Test
    void theLeafIsTakenOutOfABundleThatIsNoChain() {
        station.register(DEVICE, chained.leaf());
        X509Certificate stranger = TestChain.intermediate("Line 5", root).leaf();
        station.give(vault(), DEVICE, new Credential.X509Chain(List.of(chained.leaf(), stranger), key(chained)));
        openAndTest();
        assertThat(fix()).contains("Send the device's own certificate alone");
        clickEvidence();
        robot.clickOn(".diagnosis-fix");
        driver.awaitShown(PASSED);
    }

    @Test
    void aChainInTheWrongOrderIsTurnedAround() {
        station.register(DEVICE, chained.leaf());
        station.give(
                vault(),
                DEVICE,
                new Credential.X509Chain(List.copyOf(chained.chain().reversed()), key(chained)));
        openAndTest();
        assertThat(fix()).contains("Send the certificates in the right order");
        clickEvidence();
        robot.clickOn(".diagnosis-fix");
        driver.awaitShown(PASSED);
    }

    private Path vault() {
        return new PlatformPaths(folder, folder).vaultFile();
    }

    private static Credential chain(Identity identity) {
        return new Credential.X509Chain(identity.chain(), key(identity));
    }

    private static KeyRef key(Identity identity) {
        return new KeyRef.Stored(Keys.pkcs8(identity.key()));
    }
}
