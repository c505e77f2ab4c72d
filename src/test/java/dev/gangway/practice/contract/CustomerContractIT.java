package dev.gangway.practice.contract;

import static dev.gangway.practice.contract.Errors.assertEmpty;
import static dev.gangway.practice.contract.Errors.assertError;
import static dev.gangway.practice.contract.Errors.assertOk;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Assigning devices to customers, and putting attributes on devices. */
class CustomerContractIT extends ContractTest {
    private static final String NOBODY = "13814000-1dd2-11b2-8080-808080808080";
    private String device;

    @Override
    void prepare() {
        device = rest.deviceWithToken(fill("{run}-device"), fill("{run}-T"));
    }

    private JsonNode customer(String title) {
        for (JsonNode row :
                assertOk(rest.get("/api/customers?pageSize=100&page=0")).path("data")) {
            if (row.path("title").asText().equals(title)) {
                return row;
            }
        }
        throw new AssertionError("no customer " + title);
    }

    @Test
    void listsCustomers() {
        JsonNode row = customer("Customer A");
        assertThat(Errors.members(row))
                .containsExactly(
                        "id",
                        "createdTime",
                        "country",
                        "state",
                        "city",
                        "address",
                        "address2",
                        "zip",
                        "phone",
                        "email",
                        "title",
                        "tenantId",
                        "externalId",
                        "version",
                        "name",
                        "additionalInfo");
        assertThat(row.at("/id/entityType").asText()).isEqualTo("CUSTOMER");
    }

    @Test
    void assignsAndTakesBack() {
        String customer = customer("Customer A").at("/id/id").asText();
        String path = "/api/customer/" + customer + "/device/" + device;
        JsonNode assigned = assertOk(rest.post(path, null));
        assertThat(assigned.at("/customerId/id").asText()).isEqualTo(customer);
        assertThat(assertOk(rest.post(path, null)).path("version")).isEqualTo(assigned.path("version"));
        assertThat(assertOk(rest.get("/api/device/info/" + device))
                        .path("customerTitle")
                        .asText())
                .isEqualTo("Customer A");
        assertThat(assertOk(rest.get("/api/customer/" + customer + "/deviceInfos?pageSize=100&page=0"))
                        .path("data")
                        .toString())
                .contains(device);
        JsonNode free = assertOk(rest.delete("/api/customer/device/" + device));
        assertThat(free.at("/customerId/id").asText()).isEqualTo(NOBODY);
        assertError(rest.delete("/api/customer/device/" + device), 400, 31, "Device isn't assigned to any customer!");
    }

    @Test
    void knowsNoOtherCustomer() {
        String nobody = "11111111-1111-1111-1111-111111111111";
        assertError(
                rest.post("/api/customer/" + nobody + "/device/" + device, null),
                404,
                32,
                "Customer with id [" + nobody + "] is not found");
    }

    @Test
    void assignsToEverybody() {
        JsonNode open = assertOk(rest.post("/api/customer/public/device/" + device, null));
        JsonNode everybody = customer("Public");
        assertThat(open.at("/customerId/id")).isEqualTo(everybody.at("/id/id"));
        assertThat(everybody.at("/additionalInfo/isPublic").asBoolean()).isTrue();
    }

    @Test
    void putsAttributes() {
        String base = "/api/plugins/telemetry/DEVICE/" + device;
        assertEmpty(rest.post(base + "/attributes/SERVER_SCOPE", "{\"inactivityTimeout\":60000}"), 200);
        JsonNode row = assertOk(rest.get(base + "/values/attributes/SERVER_SCOPE?keys=inactivityTimeout"))
                .path(0);
        assertThat(Errors.members(row)).containsExactly("lastUpdateTs", "key", "value");
        assertThat(row.path("value").isIntegralNumber()).isTrue();
        assertError(rest.get(base + "/values/attributes/FOO"), 400, 31);
    }
}
