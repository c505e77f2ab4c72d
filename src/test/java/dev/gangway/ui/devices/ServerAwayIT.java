package dev.gangway.ui.devices;

import dev.gangway.practice.rest.RestFault;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Devices that are made one after another while their server is away: each has a credential of its own. */
class ServerAwayIT extends CredentialCase {
    @Test
    void eachThatWaitsIsTakenOnceTheServerIsBack() {
        station.server.faults().rest(new RestFault.Html());
        newDevice("pump-1", "TOKEN");
        waits();
        newDevice("pump-2", "TOKEN");
        waits();
        station.server.faults().reset();
        robot.clickOn("#rail-outbox");
        driver.awaitShown("#outbox-table");
        robot.push(KeyCode.CONTROL, KeyCode.U);
        driver.awaitWords("2 of 2 done, 0 failed");
    }

    private void waits() {
        robot.clickOn("#create-device");
        driver.awaitShown(".verdict.level-bad");
        close();
    }
}
