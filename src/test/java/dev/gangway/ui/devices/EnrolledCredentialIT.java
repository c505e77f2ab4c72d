package dev.gangway.ui.devices;

import org.junit.jupiter.api.Test;

/** A certificate that an EST server issues for a device of the window, and its refusals. */
class EnrolledCredentialIT extends CredentialCase {
    @Test
    void theCertificateComesFromTheServerAndTheDeviceSignsIn() {
        newDevice("pump-est", "X509_LEAF");
        robot.clickOn("By EST");
        set("#est-address", "http://localhost");
        fails("http://localhost is no address of an enrolment server.");
        set("#est-address", station.estAddress());
        set("#est-user", "practice");
        set("#est-password", "guessed");
        fails("localhost does not accept who asks.");
        driver.picture("est-refused");
        robot.clickOn("Back to the form");
        set("#est-password", "practice-secret");
        driver.picture("est");
        passes();
        driver.picture("est-passed");
        close();
    }
}
