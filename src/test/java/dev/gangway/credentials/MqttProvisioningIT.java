package dev.gangway.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.kinds.Kinds;
import dev.gangway.bench.live.LiveBench;
import dev.gangway.device.Credential;
import dev.gangway.device.KeyRef;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.faultlab.Forge;
import dev.gangway.http.HttpClients;
import dev.gangway.onboarding.StationCase;
import dev.gangway.pki.Identity;
import dev.gangway.practice.PracticeClient;
import dev.gangway.secret.Secret;
import dev.gangway.server.DeviceInterface.SelfProvisioning;
import dev.gangway.server.ProfileProvisioning;
import dev.gangway.server.ServerAdapter.ProvisionRequest;
import dev.gangway.server.ServerCode;
import dev.gangway.server.ServerEntry;
import dev.gangway.server.thingsboard.ThingsBoard;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A device asks for its credential over MQTT: every type that it may bring, and every answer. */
class MqttProvisioningIT extends StationCase {
    private static final Optional<SelfProvisioning> HOW =
            new ThingsBoard(new HttpClients()).devices().provisioning();

    private final MqttProvisioning provisioning = new MqttProvisioning(new LiveBench(Kinds.judge()));

    @BeforeEach
    void aProfileThatMakesDevices() {
        workspace
                .profiles()
                .setUp(
                        station.entry().id(),
                        "makes",
                        new ProfileProvisioning.NewDevices("the-key", Secret.of("the-secret")),
                        never)
                .orThrow();
    }

    @Test
    void theServerMakesATokenOrTakesOurs() {
        assertThat(ask("no-wish", Optional.empty()).orThrow()).isInstanceOf(Credential.AccessToken.class);
        Credential token = new Credential.AccessToken(Secret.of("OurOwnToken123"));
        assertThat(ask("own-token", Optional.of(token)).orThrow()).isEqualTo(token);
    }

    @Test
    void aLoginIsTaken() {
        Credential basic = new Credential.MqttBasic(
                Optional.of("client-1"), Optional.of("user-1"), Optional.of(Secret.of("password-1")));
        assertThat(ask("basic", Optional.of(basic)).orThrow()).isEqualTo(basic);
    }

    @Test
    void aCertificateIsTaken() {
        Identity identity = Forge.client("CN=by-certificate").make();
        Credential leaf = new Credential.X509Leaf(identity.leaf(), new KeyRef.OnDevice());
        assertThat(ask("by-certificate", Optional.of(leaf)).orThrow()).isEqualTo(leaf);
        try (PracticeClient rest = station.rest()) {
            String id = rest.get("/api/tenant/devices?deviceName=by-certificate")
                    .json()
                    .path("id")
                    .path("id")
                    .asText();
            assertThat(rest.get("/api/device/" + id + "/credentials").body()).contains("X509_CERTIFICATE");
        }
    }

    @Test
    void refusalsAreNamed() {
        ask("twice", Optional.empty()).orThrow();
        assertThat(ask("twice", Optional.empty()).failure().orElseThrow().is(ServerCode.PROVISION_REFUSED))
                .isTrue();
        ProvisionRequest wrong = new ProvisionRequest("x", "no-key", Secret.of("the-secret"), Optional.empty());
        assertThat(provisioning
                        .request(station.entry(), HOW, wrong, never)
                        .failure()
                        .orElseThrow()
                        .is(ServerCode.PROVISION_KEY_UNKNOWN))
                .isTrue();
    }

    @Test
    void aServerThatIsNotTrustedIsNotTold() {
        ServerEntry entry = station.entry();
        ServerEntry untrusting = new ServerEntry(
                entry.id(),
                entry.name(),
                entry.kind(),
                entry.url(),
                entry.user(),
                entry.password(),
                entry.mqtt(),
                entry.mqtts(),
                List.of());
        ProvisionRequest request = new ProvisionRequest("untold", "the-key", Secret.of("the-secret"), Optional.empty());
        assertThat(provisioning
                        .request(untrusting, HOW, request, never)
                        .failure()
                        .orElseThrow()
                        .code())
                .startsWith("tls.");
    }

    private Outcome<Credential> ask(String name, Optional<Credential> wanted) {
        return provisioning.request(
                station.entry(), HOW, new ProvisionRequest(name, "the-key", Secret.of("the-secret"), wanted), never);
    }
}
