package dev.gangway.ui.devices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** MQTT basic in the window: every rule as one types, a passing test, and a change to another type. */
class BasicCredentialIT extends CredentialCase {
    @Test
    void theRulesAreSaidAsOneTypesAndTheDeviceSignsIn() {
        newDevice("pump-1", "BASIC");
        robot.clickOn("#create-device");
        driver.awaitWords("The login is empty.");
        driver.type("#basic-password", "alone");
        driver.awaitWords("A password goes with a user name.");
        driver.picture("basic-password-alone");
        driver.type("#basic-user-name", "pump-1-user");
        driver.awaitWords("User name and password must fit; the client id may be any.");
        driver.type("#basic-client-id", "pump-1-client");
        driver.awaitWords("Client id, user name and password must all fit.");
        assertThat(driver.words()).contains("The server will store", "pump-1-client", "MQTT_BASIC");
        assertThat(driver.words()).as("the password stays hidden").doesNotContain("alone");
        driver.picture("basic");
        passes();
        close();

        changeCredential("TOKEN");
        driver.picture("change-credential");
        passes();
    }
}
