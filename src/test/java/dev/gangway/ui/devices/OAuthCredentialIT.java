package dev.gangway.ui.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.Test;

/** A token fetched from an authorization server in the window: discovery, errors of RFC 6749, and a passing test. */
class OAuthCredentialIT extends CredentialCase {
    @Test
    void aTokenIsFetchedShownAndTested() {
        newDevice("meter-1", "OAUTH");
        driver.awaitShown("#oauth-issuer");
        fails("The address of the authorization server is none");
        set("#oauth-issuer", station.url());
        press("#oauth-discover");
        driver.awaitWords("Found");
        assertThat(robot.lookup("#oauth-endpoint").queryTextInputControl().getText())
                .isEqualTo(station.url() + "/oauth/token");
        set("#oauth-client-id", "practice");
        set("#oauth-client-secret", "a wrong one");
        press("#fetch-token");
        driver.awaitWords("The authorization server does not know this client");
        driver.picture("oauth-invalid-client");
        set("#oauth-endpoint", station.url() + "/login");
        set("#oauth-client-secret", "practice-secret");
        press("#fetch-token");
        driver.awaitWords("This is not a token endpoint");
        set("#oauth-endpoint", station.url() + "/oauth/token");
        press("#fetch-token");
        driver.awaitWords("Here is a token");
        driver.picture("oauth");
        passes(TOKEN_PASSED);
        driver.picture("oauth-passed");
        close();
    }

    @Test
    void aLoginOnAnotherScreenIsWaitedFor() throws Exception {
        newDevice("meter-2", "OAUTH");
        driver.awaitShown("#oauth-issuer");
        set("#oauth-issuer", station.url());
        press("#oauth-discover");
        driver.awaitWords("Found");
        set("#oauth-client-id", "practice");
        choose("#oauth-proof", 4);
        choose("#oauth-grant", 3);
        fails("The token has ended, and a person has to log in for the next one");
        press("#fetch-token");
        driver.awaitShown("#oauth-user-code");
        driver.picture("oauth-login");
        HttpRequest approval = HttpRequest.newBuilder(URI.create(station.url() + "/oauth/device"))
                .POST(HttpRequest.BodyPublishers.ofString("decision=approve&user_code="
                        + robot.lookup("#oauth-user-code").queryLabeled().getText()))
                .build();
        try (HttpClient browser = HttpClient.newHttpClient()) {
            browser.send(approval, HttpResponse.BodyHandlers.discarding());
        }
        driver.awaitWords("Here is a token");
        passes(TOKEN_PASSED);
        close();
    }

    private void choose(String query, int index) {
        ComboBox<?> box = robot.lookup(query).queryComboBox();
        robot.interact(() -> box.getSelectionModel().select(index));
    }
}
