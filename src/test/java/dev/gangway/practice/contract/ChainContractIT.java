package dev.gangway.practice.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.pki.Identity;
import dev.gangway.practice.PracticeClient;
import dev.gangway.practice.PracticeClient.Reply;
import dev.gangway.practice.contract.RawMqtt.Version;
import org.junit.jupiter.api.Test;

/** Devices that come on board by a certificate chain. */
class ChainContractIT extends TlsContractTest {
    private static final String PATTERN = "([^@.]+)\\.example\\.com$";

    private void assertAccepted(Identity identity) {
        assertAccepted(identity, null, "TLSv1.3", Version.V311);
    }

    private void assertRefused(Identity identity) {
        assertRefused(identity, null, "TLSv1.3", Version.V5);
    }

    private Reply device(String name) {
        return rest.get("/api/tenant/devices?deviceName=" + fill(name));
    }

    private JsonNode credentials(String name) {
        String id = device(name).json().path("id").path("id").asText();
        return rest.get("/api/device/" + id + "/credentials").json();
    }

    private Identity named(TestAuthority issuer, String name) {
        return issuer.device(fill(name) + ".example.com");
    }

    @Test
    void makesTheDeviceAndKnowsItsLeafFromThenOn() {
        String profile = chainProfile("{run}-allow", authority.intermediate(), PATTERN, true);
        Identity device = named(authority, "{run}-auto");
        assertRefused(device.leafOnly());
        assertAccepted(device);
        assertThat(device("{run}-auto")
                        .json()
                        .path("deviceProfileId")
                        .path("id")
                        .asText())
                .isEqualTo(profile);
        assertThat(credentials("{run}-auto").path("credentialsType").asText()).isEqualTo("X509_CERTIFICATE");
        assertAccepted(device.leafOnly());

        Identity renewed = named(authority, "{run}-auto");
        assertAccepted(renewed);
        assertRefused(device.leafOnly());
        assertAccepted(device);
        assertRefused(renewed.leafOnly());

        assertAccepted(TestAuthority.with(named(authority, "{run}-full"), authority.intermediate(), authority.root()));
        assertRefused(authority.device("no-match"));
        assertRefused(named(new TestAuthority("Others"), "{run}-other"));

        rest.deviceWithToken(fill("{run}-clash"), fill("{run}-clash-token"));
        assertRefused(named(authority, "{run}-clash"));
        assertThat(credentials("{run}-clash").path("credentialsType").asText()).isEqualTo("ACCESS_TOKEN");

        // It happens within the handshake, before anything looks at dates.
        assertRefused(authority.expiredDevice(fill("{run}-late") + ".example.com"));
        assertThat(device("{run}-late").status()).isEqualTo(200);
    }

    @Test
    void findsPreparedDevicesOnly() {
        TestAuthority issuer = new TestAuthority("Prepared");
        String profile = chainProfile("{run}-prepared", issuer.intermediate(), PATTERN, false);
        assertRefused(named(issuer, "{run}-absent"));
        assertThat(device("{run}-absent").status()).isEqualTo(404);

        inProfile("{run}-with-token", profile, "");
        assertRefused(named(issuer, "{run}-with-token"));

        inProfile(
                "{run}-with-placeholder",
                profile,
                PracticeClient.json(
                        "credentialsType", "X509_CERTIFICATE", "credentialsValue", fill("{run} placeholder")));
        assertAccepted(named(issuer, "{run}-with-placeholder"));

        // The certificate nearer to the leaf decides.
        chainProfile("{run}-root", issuer.root(), PATTERN, true);
        assertRefused(TestAuthority.with(named(issuer, "{run}-both"), issuer.intermediate(), issuer.root()));
        assertThat(device("{run}-both").status()).isEqualTo(404);
    }

    @Test
    void needsTheAnchorInTheChain() {
        TestAuthority issuer = new TestAuthority("Rooted");
        chainProfile("{run}-rooted", issuer.root(), PATTERN, true);
        Identity device = named(issuer, "{run}-rooted-device");
        assertRefused(device.leafOnly());
        assertRefused(device);
        assertAccepted(TestAuthority.with(device, issuer.intermediate(), issuer.root()));
        assertAccepted(device.leafOnly());
    }

    private void inProfile(String name, String profile, String credentials) {
        String device = "{\"name\":\"" + fill(name)
                + "\",\"deviceProfileId\":{\"entityType\":\"DEVICE_PROFILE\",\"id\":\"" + profile + "\"}}";
        Reply reply = credentials.isEmpty()
                ? rest.post("/api/device", device)
                : rest.post(
                        "/api/device-with-credentials",
                        "{\"device\":" + device + ",\"credentials\":" + credentials + "}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }
}
