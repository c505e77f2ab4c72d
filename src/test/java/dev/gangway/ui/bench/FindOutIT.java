package dev.gangway.ui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.faultlab.HostileServer;
import dev.gangway.settings.Settings;
import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A refusal that leaves several causes, one of them settled by a button, its fix, and a pass. */
class FindOutIT extends BenchCase {
    private static final byte[] ACCEPTED = {0x20, 2, 0, 0};
    private static final int LEVEL_AT = 8;

    @Override
    protected Settings settings() {
        Settings usual = super.settings();
        return usual.withExperiments(usual.experiments().withMost(0));
    }

    @Test
    void oneConnectionByButtonProvesTheCauseAndItsFixPasses() {
        try (HostileServer server = HostileServer.start(FindOutIT::onlyOldMqtt)) {
            testWithoutDevice("mqtt://localhost:" + server.port(), "token", "");
            driver.awaitShown(FAILED);
            assertThat(robot.lookup(".causes .hyperlink").queryAll())
                    .as(String.join("\n", driver.words()))
                    .hasSizeGreaterThan(1);
            assertThat(robot.lookup("#find-out").queryAll())
                    .as("the first has no experiment")
                    .isEmpty();
            robot.clickOn("The server does not speak this version of MQTT.");
            driver.awaitShown("#find-out");
            robot.interact(() -> robot.lookup("#find-out").queryButton().fire());
            driver.awaitWords("proven");
            assertThat(robot.lookup(".causes .hyperlink").queryAll())
                    .as("a proven cause stands alone")
                    .isEmpty();
            robot.clickOn(".diagnosis-fix");
            driver.awaitShown(PASSED);
        }
    }

    /** Hangs up on CONNECT of MQTT 5, and takes that of 3.1.1. */
    private static void onlyOldMqtt(Socket socket) throws IOException {
        byte[] chunk = new byte[4096];
        int count = socket.getInputStream().read(chunk);
        byte[] connect = Arrays.copyOf(chunk, Math.max(0, count));
        if (connect.length > LEVEL_AT && connect[LEVEL_AT] == 4) {
            socket.getOutputStream().write(ACCEPTED);
            while (socket.getInputStream().read() >= 0) {
                // until the client goes
            }
        }
    }
}
