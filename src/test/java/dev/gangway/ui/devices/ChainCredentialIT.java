package dev.gangway.ui.devices;

import dev.gangway.onboarding.Station;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A device that registers itself by a chain, its renewal, and a name that the profile does not yield. */
class ChainCredentialIT extends CredentialCase {
    @Override
    void introduce(Station to, Path vault) {
        to.introduceWithAuthority(vault);
    }

    @Test
    void theFirstConnectionMakesTheDeviceAndANewLeafRenewsIt() {
        newDevice("pump-7", "X509_CHAIN");
        profile("plant");
        robot.clickOn("#chain-profile");
        driver.type("#name-expression", "(");
        driver.awaitWords("The name expression is not a regular expression.");
        driver.type("#name-expression", "pump-\\d+");
        driver.awaitWords("The common name \"pump-7\" yields no name: the server would refuse the device.");
        driver.type("#name-expression", "pump-(\\d+)");
        driver.awaitWords("The common name \"pump-7\" yields 7, but this device is called pump-7.");
        driver.picture("chain-other-name");
        driver.type("#name-expression", "(pump-\\d+)");
        driver.awaitWords("The common name \"pump-7\" yields the device pump-7.");
        press("#set-up-profile");
        driver.awaitWords("The profile plant is set up and was read back");
        driver.picture("chain");
        passes();
        driver.picture("chain-passed");
        close();

        changeCredential("X509_CHAIN");
        passes();
        close();

        newDevice("pump-8", "X509_CHAIN");
        profile("plant");
        driver.type("#certificate-subject", "CN=tank-8");
        fails("The profile plant makes no device name of the common name tank-8.");
        driver.picture("chain-refused");
    }
}
