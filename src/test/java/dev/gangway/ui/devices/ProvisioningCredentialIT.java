package dev.gangway.ui.devices;

import org.junit.jupiter.api.Test;

/** A device asks for its credential with key and secret, in the window; each refusal is explained. */
class ProvisioningCredentialIT extends CredentialCase {
    @Test
    void theServerHandsOutATokenAndExplainsWhyNot() {
        newDevice("tank-1", "PROVISIONING");
        profile("tanks");
        fails("The provision key or its secret is empty.");
        driver.type("#provision-key", "key-of-tanks");
        driver.type("#provision-secret", "secret-of-tanks");
        fails("localhost knows no device profile with this provision key and secret.");
        driver.picture("provisioning-refused");
        robot.clickOn("Back to the form");
        robot.clickOn("#provision-profile");
        driver.awaitShown("#set-up-profile");
        press("#set-up-profile");
        driver.awaitWords("The profile tanks is set up and was read back");
        driver.picture("provisioning");
        passes();
        close();
    }
}
