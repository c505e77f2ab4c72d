package dev.gangway.ui.devices;

import dev.gangway.secret.Secret;
import dev.gangway.token.jwt.Algorithm;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.Test;

/** A JWT signed in the window: claims as one types, a passing test, and the refusals. */
class JwtCredentialIT extends CredentialCase {
    private static final String SECRET = "thirty-two bytes are the least it takes";

    @Test
    void aTokenIsSignedSentAndExplained() {
        station.trust(Secret.of(SECRET));
        newDevice("sensor-1", "JWT");
        driver.awaitShown("#jwt-algorithm");
        ComboBox<Algorithm> algorithm = robot.lookup("#jwt-algorithm").queryComboBox();
        robot.interact(() -> algorithm.setValue(Algorithm.HS256));
        robot.clickOn("#jwt-own-key");
        driver.awaitShown("#jwt-key");
        set("#jwt-key", "too short");
        driver.awaitWords("The secret is too short for HS256");
        set("#jwt-key", SECRET);
        set("#jwt-claims", "{\"clientid\": ");
        driver.awaitWords("These claims are no JSON object");
        driver.picture("jwt-bad-claims");
        set("#jwt-claims", "{\"clientid\": \"{name}\", \"exp\": 1000}");
        fails("The token has expired.");
        robot.clickOn("Back to the form");
        set("#jwt-claims", "{\"clientid\": \"another\"}");
        fails("The token is made for another client id.");
        driver.picture("jwt-refused");
        robot.clickOn("Back to the form");
        set("#jwt-claims", "{\"clientid\": \"{name}\"}");
        driver.picture("jwt");
        passes(TOKEN_PASSED);
        close();
    }
}
