package dev.gangway.server.thingsboard;

import static dev.gangway.server.thingsboard.ThingsBoardAdapterIT.assertFailed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.background.Cancellation;
import dev.gangway.device.Credential;
import dev.gangway.device.Registration;
import dev.gangway.http.HttpClients;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeClient;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import dev.gangway.secret.Secret;
import dev.gangway.server.AttributeScope;
import dev.gangway.server.ServerAdapter;
import dev.gangway.server.ServerAdapter.Customer;
import dev.gangway.server.ServerAdapter.NewDevice;
import dev.gangway.server.ServerCode;
import dev.gangway.server.ServerEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server keeps of a device beside its credential: attributes, customer, gateway flag. */
class RegistrationIT {
    private final PracticeServer server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
            .orThrow();
    private final Cancellation never = new Cancellation();
    private final ServerAdapter adapter = connect();
    private final String device = create(false);

    @AfterEach
    void stop() {
        adapter.close();
        server.close();
    }

    @Test
    void putsAttributesOfBothScopesAndKeepsOthers() {
        adapter.setAttributes(device, AttributeScope.SERVER, Map.of("line", "3", "batch", "0417"), never)
                .orThrow();
        adapter.setAttributes(device, AttributeScope.SHARED, Map.of("interval", "15"), never)
                .orThrow();
        adapter.setAttributes(device, AttributeScope.SERVER, Map.of("line", "4"), never)
                .orThrow();
        assertThat(adapter.attributes(device, AttributeScope.SERVER, Set.of("line", "batch", "none"), never)
                        .orThrow())
                .isEqualTo(Map.of("line", "4", "batch", "0417"));
        assertThat(adapter.attributes(device, AttributeScope.SHARED, Set.of("interval"), never)
                        .orThrow())
                .isEqualTo(Map.of("interval", "15"));
    }

    @Test
    void numbersAndTruthBecomeJsonWhereNothingIsLost() {
        Map<String, String> values = Map.of(
                "a", "60000", "b", "true", "c", "2.5", "d", "0417", "e", "1.10", "f", "123456789012345678901", "g", "");
        adapter.setAttributes(device, AttributeScope.SERVER, values, never).orThrow();
        assertThat(adapter.attributes(device, AttributeScope.SERVER, values.keySet(), never)
                        .orThrow())
                .isEqualTo(values);
        try (PracticeClient rest = PracticeClient.of(server)) {
            Map<String, JsonNode> stored = new java.util.HashMap<>();
            rest.get("/api/plugins/telemetry/DEVICE/" + device + "/values/attributes/SERVER_SCOPE")
                    .json()
                    .forEach(row -> stored.put(row.path("key").asText(), row.path("value")));
            assertThat(stored.get("a").isIntegralNumber()).isTrue();
            assertThat(stored.get("b").isBoolean()).isTrue();
            assertThat(stored.get("c").isDouble()).isTrue();
            for (String text : List.of("d", "e", "f", "g")) {
                assertThat(stored.get(text).isTextual()).as(text).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a,b", "line\nfeed"})
    void refusesKeysThatCannotBeReadBack(String key) {
        assertFailed(
                adapter.setAttributes(device, AttributeScope.SERVER, Map.of(key, "1"), never),
                ServerCode.ATTRIBUTE_KEY_INVALID);
    }

    @Test
    void assignsToACustomerAndTakesBack() {
        assertThat(adapter.customers(never).orThrow())
                .extracting(Customer::title)
                .containsExactly("Customer A", "Customer B", "Customer C");
        adapter.assign(device, "Customer B", never).orThrow();
        assertThat(adapter.registration(device, never).orThrow().customer()).hasValue("Customer B");
        adapter.assign(device, "Customer C", never).orThrow();
        assertThat(adapter.registration(device, never).orThrow().customer()).hasValue("Customer C");
        adapter.withdraw(device, never).orThrow();
        adapter.withdraw(device, never).orThrow();
        assertThat(adapter.registration(device, never).orThrow()).isEqualTo(Registration.NONE);
    }

    @Test
    void namesTheCustomersWhereOneIsUnknown() {
        var refused = adapter.assign(device, "customer b", never);
        assertFailed(refused, ServerCode.CUSTOMER_UNKNOWN);
        assertThat(refused.failure().orElseThrow().toString()).contains("Customer A, Customer B, Customer C");
    }

    @Test
    void makesGatewaysAtOnceOrLater() {
        assertThat(adapter.registration(create(true), never).orThrow().gateway())
                .isTrue();
        assertThat(adapter.registration(device, never).orThrow().gateway()).isFalse();
        adapter.assign(device, "Customer A", never).orThrow();
        adapter.setGateway(device, true, never).orThrow();
        assertThat(adapter.registration(device, never).orThrow().gateway()).isTrue();
        assertThat(adapter.registration(device, never).orThrow().customer()).hasValue("Customer A");
        adapter.setGateway(device, false, never).orThrow();
        assertThat(adapter.registration(device, never).orThrow().gateway()).isFalse();
    }

    private String create(boolean gateway) {
        String name = "device-" + UUID.randomUUID();
        String profile = adapter.ensureProfile("default", never).orThrow().id();
        NewDevice wanted = new NewDevice(name, "", profile, UUID.randomUUID().toString(), gateway);
        Credential token = new Credential.AccessToken(Secret.of(name.substring(7, 27)));
        return adapter.create(wanted, token, never).orThrow().id();
    }

    private ServerAdapter connect() {
        ServerEntry entry = new ServerEntry(
                UUID.randomUUID(),
                "practice",
                ServerEntry.Kind.THINGSBOARD,
                server.restUrl(),
                server.tenantUser(),
                Secret.of(server.tenantPassword()),
                Optional.empty(),
                Optional.empty(),
                List.of());
        return new ThingsBoard(new HttpClients()).connect(entry).orThrow();
    }
}
