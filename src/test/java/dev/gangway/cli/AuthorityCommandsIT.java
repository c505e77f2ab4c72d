package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.background.Cancellation;
import dev.gangway.cli.CommandLineRig.Result;
import dev.gangway.http.HttpClients;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.Pem;
import dev.gangway.pki.Source;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.pki.bouncycastle.BouncyCastleReader;
import dev.gangway.pki.bouncycastle.BouncyCastleRequests;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import dev.gangway.secret.Secret;
import dev.gangway.server.ProfileProvisioning;
import dev.gangway.server.ServerAdapter;
import dev.gangway.server.ServerEntry;
import dev.gangway.server.thingsboard.ThingsBoard;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an authority to a device that signs in with what it issued, on the command line. */
class AuthorityCommandsIT {
    @TempDir
    private Path home;

    private CommandLineRig rig;
    private PracticeServer server;

    @BeforeEach
    void aVaultWithAServerAndTwoAuthorities() {
        rig = new CommandLineRig(home);
        server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
                .orThrow();
        rig.vaultWith("plant", server);
        passes("authority", "create", "Maker", "--subject", "CN=Maker,O=Gangway", "--key-type", "ec-p384");
        passes("authority", "create", "Plant 2", "--below", "Maker", "--permit", "plant2.example");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aDeviceWithAnIssuedLeafPassesAndGoesOnPassingAfterItsRenewal() {
        passes("device", "create", "pump-1");
        String first = passes("authority", "issue", "Plant 2", "pump-1", "--device", "--json")
                .json()
                .get("sha256")
                .asText();
        passes("device", "push", "pump-1", "--server", "plant");
        passes("test", "pump-1");

        assertThat(passes("certificate", "expiring", "--within", "400", "--json")
                        .json()
                        .get("certificates"))
                .hasSize(1);
        passes("certificate", "renew", "--within", "400", "--new-key");
        JsonNode renewed = passes("certificate", "show", "pump-1", "--json")
                .json()
                .get("certificates")
                .get(0);
        assertThat(renewed.get("sha256").asText()).isNotEqualTo(first);
        passes("test", "pump-1");
        assertThat(passes("authority", "show", "Plant 2", "--json").json().get("certificates"))
                .hasSize(2);
    }

    @Test
    void aChainMakesItsDeviceAndARenewedLeafTakesOverByConnecting() {
        chainProfileOf("Plant 2");
        passes("device", "create", "pump-2", "--profile", "chain");
        passes("authority", "issue", "Plant 2", "pump-2", "--device", "--chain");
        passes("device", "push", "pump-2", "--server", "plant");
        passes("test", "pump-2");
        passes("certificate", "renew", "pump-2", "--new-key");
        passes("test", "pump-2");
    }

    @Test
    void aRequestIsSignedAndTheDevicesOwnKeySignsIn() {
        var keys = new BouncyCastleMaker().newKey(KeyType.EC_P256);
        String request =
                new BouncyCastleRequests().make(keys, "CN=pump-3,O=Plant 2").orThrow();
        String file = rig.file("pump-3.csr", request);
        Result dry = passes("authority", "sign-csr", "Plant 2", file, "--dry-run");
        assertThat(dry.err()).contains("Kept: CN=pump-3,O=Plant 2");
        passes("authority", "sign-csr", "Plant 2", file, "--out", home.toString());
        assertThat(home.resolve("pump-3.crt.pem")).exists();
        chainProfileOf("Plant 2");
        String key = rig.file("pump-3.key", Pem.privateKey(keys.getPrivate()).reveal());
        Result test = passes(
                "test",
                "--host",
                server.host(),
                "--port",
                String.valueOf(server.mqttsPort()),
                "--tls",
                "--ca",
                home.resolve("ca.pem").toString(),
                "--cert",
                home.resolve("pump-3.chain.pem").toString(),
                "--key",
                key,
                "--json");
        assertThat(test.json().get("verdict").asText()).isEqualTo("pass");
        Result handedOut = passes("certificate", "list");
        assertThat(handedOut.out()).contains("pump-3", "handed out");
    }

    @Test
    void whatIsRevokedIsOnTheListAndWhatCannotBeDoneIsSaid() {
        String serial = passes("authority", "issue", "Plant 2", "valve-1", "--json")
                .json()
                .get("serial")
                .asText();
        passes("authority", "revoke", "Plant 2", serial, "--reason", "key-compromise");
        fails(ExitCode.INPUT, "authorities.already-revoked", "authority", "revoke", "Plant 2", serial);
        String list = home.resolve("plant.crl").toString();
        passes("authority", "crl", "Plant 2", "--out", list);
        assertThat(home.resolve("plant.crl")).content().contains("BEGIN X509 CRL");
        fails(ExitCode.USAGE, "cli.cannot-write", "authority", "crl", "Plant 2", "--out", list);
        assertThat(passes("authority", "show", "Plant 2").out()).contains("revoked (key-compromise)");

        fails(ExitCode.USAGE, "cli.authority-unknown", "authority", "show", "Plant 3");
        fails(ExitCode.USAGE, "cli.certificate-unknown", "certificate", "show", "nobody");
        fails(ExitCode.USAGE, "cli.bad-value", "authority", "revoke", "Plant 2", serial, "--reason", "bad-mood");
        fails(
                ExitCode.INPUT,
                "pki.name-not-permitted",
                "authority",
                "issue",
                "Plant 2",
                "broker",
                "--template",
                "mqtt server",
                "--dns",
                "broker.plant3.example");
        fails(ExitCode.INPUT, "authorities.has-authorities-below", "authority", "delete", "Maker");
        fails(ExitCode.INPUT, "authorities.name-taken", "authority", "create", "Maker");
        assertThat(passes("authority", "list").out()).contains("  Plant 2");
        passes("authority", "renew", "Plant 2", "--days", "2000");
        passes("vault", "audit", "verify");
    }

    private void chainProfileOf(String authority) {
        passes("authority", "export", authority, "--format", "chain", "--out", home.toString());
        chainProfile(home.resolve(authority.replace(' ', '_') + ".chain.pem"));
    }

    private void chainProfile(Path chain) {
        ServerEntry entry = new ServerEntry(
                UUID.randomUUID(),
                "plant",
                ServerEntry.Kind.THINGSBOARD,
                server.restUrl(),
                server.tenantUser(),
                Secret.of(server.tenantPassword()),
                Optional.empty(),
                Optional.empty(),
                List.of());
        try (ServerAdapter adapter =
                new ThingsBoard(new HttpClients()).connect(entry).orThrow()) {
            var authority = new BouncyCastleReader()
                    .readChain(Source.file(chain).orThrow())
                    .orThrow()
                    .getFirst();
            adapter.setProfile(
                            "chain",
                            new ProfileProvisioning.CertificateChain(authority, "(.*)", true),
                            new Cancellation())
                    .orThrow();
        }
    }

    private Result passes(String... args) {
        return rig.passes(args);
    }

    private void fails(int code, String diagnosis, String... args) {
        Result result = rig.run(args);
        assertThat(result.code()).as(result.out() + result.err()).isEqualTo(code);
        assertThat(result.err()).contains(diagnosis);
    }
}
