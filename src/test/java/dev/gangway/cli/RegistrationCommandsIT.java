package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeClient;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Customer, gateway flag and attributes of a device, given on the command line and found on the server. */
class RegistrationCommandsIT {
    @TempDir
    private Path home;

    private CommandLineRig rig;
    private PracticeServer server;

    @BeforeEach
    void aVaultWithAServer() {
        rig = new CommandLineRig(home);
        server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                .orThrow();
        passes("vault", "create");
        passes(
                "server",
                "add",
                "plant",
                "--url",
                server.restUrl().toString(),
                "--user",
                server.tenantUser(),
                "--password-file",
                rig.file("password", server.tenantPassword()),
                "--mqtts-at",
                server.host() + ":" + server.mqttsPort(),
                "--ca",
                rig.file("ca.pem", server.authorityPem()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void onboardingPutsThemOnTheServer() {
        passes(
                "onboard",
                "gate-1",
                "--server",
                "plant",
                "--test",
                "none",
                "--customer",
                "Customer B",
                "--gateway",
                "--attribute",
                "line=3",
                "--attribute",
                "note=a=b",
                "--shared-attribute",
                "interval=15");
        JsonNode info = info("gate-1");
        assertThat(info.path("customerTitle").asText()).isEqualTo("Customer B");
        assertThat(info.at("/additionalInfo/gateway").asBoolean()).isTrue();
        assertThat(attributes("gate-1", "SERVER_SCOPE"))
                .containsEntry("line", "3")
                .containsEntry("note", "a=b");
        assertThat(attributes("gate-1", "SHARED_SCOPE")).containsEntry("interval", "15");
    }

    @Test
    void editingKeepsWhatIsNotNamedAndThePushBringsIt() {
        passes("device", "create", "pump-1", "--attribute", "line=3");
        passes("device", "push", "pump-1", "--server", "plant");
        passes("device", "edit", "pump-1", "--customer", "Customer C", "--attribute", "shift=2");
        passes("device", "push", "pump-1");
        assertThat(info("pump-1").path("customerTitle").asText()).isEqualTo("Customer C");
        assertThat(attributes("pump-1", "SERVER_SCOPE"))
                .containsEntry("line", "3")
                .containsEntry("shift", "2");
    }

    @Test
    void badInputIsNamedAndNothingIsMade() {
        var unknown = rig.run("onboard", "pump-2", "--server", "plant", "--customer", "Nobody", "--test", "none");
        assertThat(unknown.code()).isNotZero();
        assertThat(unknown.out() + unknown.err()).contains("Nobody", "Customer A, Customer B, Customer C");
        assertThat(rig.run("device", "show", "pump-2").code()).isNotZero();
        for (String bad : new String[] {"line", "=3"}) {
            var refused = rig.run("device", "create", "pump-3", "--attribute", bad);
            assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
            assertThat(refused.err()).contains("--attribute");
        }
        var twice = rig.run("device", "create", "pump-3", "--attribute", "a=1", "--attribute", "a=2");
        assertThat(twice.code()).isEqualTo(ExitCode.USAGE);
        passes("device", "create", "pump-3");
        assertThat(rig.run("device", "edit", "pump-3").code()).isEqualTo(ExitCode.USAGE);
    }

    private JsonNode info(String name) {
        try (PracticeClient rest = PracticeClient.of(server)) {
            String id = rest.get("/api/tenant/devices?deviceName=" + name)
                    .json()
                    .at("/id/id")
                    .asText();
            return rest.get("/api/device/info/" + id).json();
        }
    }

    private Map<String, String> attributes(String name, String scope) {
        String id = info(name).at("/id/id").asText();
        Map<String, String> found = new HashMap<>();
        try (PracticeClient rest = PracticeClient.of(server)) {
            rest.get("/api/plugins/telemetry/DEVICE/" + id + "/values/attributes/" + scope)
                    .json()
                    .forEach(row -> found.put(
                            row.path("key").asText(), row.path("value").asText()));
        }
        return found;
    }

    private void passes(String... command) {
        var result = rig.run(command);
        assertThat(result.code()).as(result.out() + result.err()).isZero();
    }
}
