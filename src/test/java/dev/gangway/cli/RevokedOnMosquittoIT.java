package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.Mosquitto;
import dev.gangway.cli.CommandLineRig.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that looks at our revocation list lets one device in and not the other, and the bench says why. */
@Tag("mosquitto")
class RevokedOnMosquittoIT {
    @TempDir
    private Path home;

    private CommandLineRig rig;

    @Test
    void aRevokedDeviceIsRefusedAndTheReasonIsNamed() throws Exception {
        rig = new CommandLineRig(home);
        passes("vault", "create");
        passes("authority", "create", "Plant", "--subject", "CN=Plant");
        passes("authority", "issue", "Plant", "localhost", "--template", "mqtt server", "--dns", "localhost");
        passes("authority", "issue", "Plant", "pump-1");
        String serial = passes("authority", "issue", "Plant", "pump-2", "--json")
                .json()
                .get("serial")
                .asText();
        passes("authority", "revoke", "Plant", serial, "--reason", "key-compromise");
        passes("authority", "crl", "Plant", "--out", home.resolve("plant.crl").toString());
        passes("authority", "export", "Plant", "--format", "certificate", "--out", home.toString(), "--yes");
        for (String name : new String[] {"localhost", "pump-1", "pump-2"}) {
            passes("export", name, "--out", home.toString(), "--yes");
        }
        try (Mosquitto broker = Mosquitto.start(
                home,
                "allow_anonymous true",
                "require_certificate true",
                "cafile " + home.resolve("Plant.crt.pem"),
                "crlfile " + home.resolve("plant.crl"),
                "certfile " + home.resolve("localhost.crt.pem"),
                "keyfile " + home.resolve("localhost.key.pem"))) {
            assertThat(test(broker, "pump-1").json().get("verdict").asText()).isEqualTo("pass");
            Result refused = test(broker, "pump-2");
            assertThat(refused.code()).isEqualTo(ExitCode.FAIL);
            assertThat(refused.json().get("diagnosis").get("code").asText()).isEqualTo("cert.revoked");
        }
    }

    private Result test(Mosquitto broker, String name) {
        return rig.run(
                "test",
                "--host",
                "localhost",
                "--port",
                String.valueOf(broker.port()),
                "--tls",
                "--ca",
                home.resolve("Plant.crt.pem").toString(),
                "--cert",
                home.resolve(name + ".crt.pem").toString(),
                "--key",
                home.resolve(name + ".key.pem").toString(),
                "--json");
    }

    private Result passes(String... args) {
        Result result = rig.run(args);
        assertThat(result.code())
                .as(String.join(" ", args) + result.out() + result.err())
                .isZero();
        return result;
    }
}
