package dev.gangway.ui.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.kinds.Kinds;
import dev.gangway.bench.live.LiveBench;
import dev.gangway.bench.live.LiveSession;
import dev.gangway.bench.live.Recorder;
import dev.gangway.bench.model.Plan;
import dev.gangway.practice.PracticeClient;
import dev.gangway.ui.shell.PlantCase;
import dev.gangway.vault.TestVaults;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A live session by hand: subscribe and publish, answer a call, and see why the server ends it. */
class WatchScreenIT extends PlantCase {
    private static final String CONNECTED = "Connected";

    private PracticeClient rest;
    private Plan plan;

    @Override
    protected void beforeTheWindow() {
        super.beforeTheWindow();
        Path vault = vault();
        plant.introduceTo(vault, "pump-7");
        plan = plant.plan(vault, "pump-7");
        rest = plant.rest();
    }

    @AfterEach
    void closeTheRest() {
        rest.close();
    }

    @Test
    void messagesGoBothWaysAndEachIsOpenedToItsFields() {
        connect();
        driver.picture("watch-connected");
        driver.type("#subscribe-filter", "v1/devices/me/attributes");
        robot.clickOn("#subscribe");
        driver.awaitWords("QoS 1");
        robot.clickOn("#publish");
        awaitPacket("PUBACK");
        rest.post("/api/plugins/telemetry/DEVICE/" + remoteId() + "/SHARED_SCOPE", "{\"limit\":5}");
        awaitPayload("{\"limit\":5}");
        select("{\"limit\":5}");
        driver.awaitShown(".event-details");
        assertThat(driver.words()).anyMatch(text -> text.startsWith("PUBLISH (sent by the server)"));
        driver.picture("watch-message");
        driver.type("#packet-filter", "telemetry");
        assertThat(table().getItems())
                .isNotEmpty()
                .allMatch(event -> event.summary().contains("telemetry"));
        robot.clickOn("#disconnect");
        driver.awaitWords("Disconnected");
    }

    @Test
    void aCallOfTheServerIsAnswered() throws Exception {
        connect();
        robot.clickOn("#quick-actions").clickOn("#quick-SERVER_CALLS");
        driver.awaitWords("v1/devices/me/rpc/request/+");
        driver.awaitWords("QoS 1");
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> rest.post(
                        "/api/rpc/twoway/" + remoteId(), "{\"method\":\"reboot\",\"params\":{},\"timeout\":30000}")
                .body());
        await().until(() -> table().getItems().stream()
                .anyMatch(event -> PacketTable.content(event).contains("reboot")));
        robot.clickOn("#quick-actions").clickOn("#quick-ANSWER_CALL");
        robot.clickOn("#publish");
        assertThat(answer.get()).contains("\"ok\":true");
    }

    @Test
    void aSecondClientTakesOverAndTheSessionIsTakenBack() {
        connect();
        Recorder other = new Recorder();
        try (LiveSession second = new LiveBench(Kinds.judge()).open(plan, other)) {
            other.connected();
            driver.awaitWords("Another client signed in with the same credential.");
            driver.picture("watch-taken-over");
            robot.clickOn("#connect");
            driver.awaitWords(CONNECTED);
            assertThat(other.lost()).isEqualTo("session.taken-over");
        }
    }

    @Test
    void aCredentialChangedOnTheServerIsNamed() {
        connect();
        String device = remoteId();
        ObjectNode stored =
                (ObjectNode) rest.get("/api/device/" + device + "/credentials").json();
        stored.put("credentialsType", "ACCESS_TOKEN")
                .put("credentialsId", "anotherToken")
                .putNull("credentialsValue");
        assertThat(rest.post("/api/device/credentials", stored.toString()).status())
                .isEqualTo(200);
        driver.awaitWords("The credential was changed while we were connected.");
        driver.picture("watch-credential-changed");
    }

    private void connect() {
        driver.type("#passphrase", TestVaults.PASSPHRASE);
        robot.clickOn("#unlock");
        driver.awaitShown("#rail-devices");
        robot.clickOn("#rail-devices");
        driver.awaitWords("pump-7");
        robot.clickOn("pump-7");
        driver.awaitShown("#watch-device");
        robot.clickOn("#watch-device");
        driver.awaitWords("Not connected");
        driver.picture("watch-ready");
        robot.clickOn("#connect");
        driver.awaitWords("Connect as this device?");
        driver.picture("watch-warning");
        robot.clickOn(".dialog-panel .accent");
        driver.awaitWords(CONNECTED);
    }

    private String remoteId() {
        return rest.get("/api/tenant/devices?deviceName=pump-7")
                .json()
                .path("id")
                .path("id")
                .asText();
    }

    private void awaitPacket(String name) {
        await().until(() ->
                table().getItems().stream().anyMatch(event -> event.name().equals(name)));
    }

    private void awaitPayload(String text) {
        await().until(() -> table().getItems().stream()
                .anyMatch(event -> PacketTable.content(event).equals(text)));
    }

    private void select(String payload) {
        robot.interact(() -> table().getItems().stream()
                .filter(event -> PacketTable.content(event).equals(payload))
                .findFirst()
                .ifPresent(event -> table().getSelectionModel().select(event)));
    }

    @SuppressWarnings("unchecked")
    private TableView<Event> table() {
        return robot.lookup("#packets").queryAs(TableView.class);
    }
}
