package dev.gangway.practice.contract;

import static dev.gangway.practice.PracticeClient.json;
import static dev.gangway.practice.contract.Errors.assertEmpty;
import static dev.gangway.practice.contract.Errors.assertError;
import static dev.gangway.practice.contract.Errors.assertOk;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.practice.PracticeClient.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Device profiles, of which next to nothing is checked. */
class ProfileContractIT extends ContractTest {
    private Reply save(String name, String provisionType, String key, String provisioning) {
        return rest.post(
                "/api/deviceProfile",
                fill("{\"name\":\"{run}-" + name + "\",\"type\":\"DEFAULT\",\"transportType\":\"DEFAULT\","
                        + "\"provisionType\":\"" + provisionType + "\",\"provisionDeviceKey\":" + key
                        + ",\"profileData\":{\"configuration\":{\"type\":\"DEFAULT\"},"
                        + "\"transportConfiguration\":{\"type\":\"DEFAULT\"},\"provisionConfiguration\":"
                        + provisioning + ",\"alarms\":null}}"));
    }

    @Test
    void hasADefault() {
        JsonNode info = assertOk(rest.get("/api/deviceProfileInfo/default"));
        assertThat(Errors.members(info))
                .containsExactly("id", "tenantId", "name", "image", "defaultDashboardId", "type", "transportType");
        assertThat(info.path("name").asText()).isEqualTo("default");
        String id = info.at("/id/id").asText();
        assertError(
                rest.delete("/api/deviceProfile/" + id), 400, 31, "Deletion of Default Device Profile is prohibited!");
        JsonNode profile = assertOk(rest.get("/api/deviceProfile/" + id));
        assertThat(Errors.members(profile))
                .containsExactly(
                        "id",
                        "createdTime",
                        "tenantId",
                        "name",
                        "description",
                        "image",
                        "type",
                        "transportType",
                        "provisionType",
                        "defaultRuleChainId",
                        "defaultDashboardId",
                        "defaultQueueName",
                        "provisionDeviceKey",
                        "firmwareId",
                        "softwareId",
                        "defaultEdgeRuleChainId",
                        "externalId",
                        "version",
                        "default",
                        "profileData");
        assertThat(profile.path("default").asBoolean()).isTrue();
    }

    /** What is saved, and what comes back as key and as provisioning configuration. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', nullValues = "-", textBlock = """
            disabled   | DISABLED                 | null         | {"type":"DISABLED"} | - | {"type":"DISABLED","provisionDeviceSecret":null}
            none       | DISABLED                 | null         | null                | - | null
            allow      | ALLOW_CREATE_NEW_DEVICES | "{run}-key"  | {"type":"ALLOW_CREATE_NEW_DEVICES","provisionDeviceSecret":"s"} | {run}-key | {"type":"ALLOW_CREATE_NEW_DEVICES","provisionDeviceSecret":"s"}
            key inside | ALLOW_CREATE_NEW_DEVICES | null         | {"type":"ALLOW_CREATE_NEW_DEVICES","provisionDeviceKey":"k","provisionDeviceSecret":"s"} | - | {"type":"ALLOW_CREATE_NEW_DEVICES","provisionDeviceSecret":"s"}
            no secret  | ALLOW_CREATE_NEW_DEVICES | "{run}-key2" | {"type":"ALLOW_CREATE_NEW_DEVICES"} | {run}-key2 | {"type":"ALLOW_CREATE_NEW_DEVICES","provisionDeviceSecret":null}
            no anchor  | X509_CERTIFICATE_CHAIN   | null         | {"type":"X509_CERTIFICATE_CHAIN","certificateRegExPattern":"(.*)","allowCreateNewDevicesByX509Certificate":true} | - | {"type":"X509_CERTIFICATE_CHAIN","provisionDeviceSecret":null,"certificateRegExPattern":"(.*)","allowCreateNewDevicesByX509Certificate":true}
            bad regex  | X509_CERTIFICATE_CHAIN   | null         | {"type":"X509_CERTIFICATE_CHAIN","certificateRegExPattern":"([","allowCreateNewDevicesByX509Certificate":true} | - | {"type":"X509_CERTIFICATE_CHAIN","provisionDeviceSecret":null,"certificateRegExPattern":"([","allowCreateNewDevicesByX509Certificate":true}
            """)
    void saves(String name, String type, String key, String provisioning, String savedKey, String saved) {
        JsonNode profile = assertOk(save(name, type, key, provisioning));
        assertThat(profile.path("provisionDeviceKey").asText(null)).isEqualTo(fill(savedKey));
        assertThat(profile.at("/profileData/provisionConfiguration").toString()).isEqualTo(saved);
        String id = profile.at("/id/id").asText();
        assertThat(assertOk(rest.get("/api/deviceProfile/" + id))).isEqualTo(profile);
    }

    /** The key of a real server for the same text. */
    @Test
    void namesAChainProfileByTheHashOfItsAnchor() {
        String garbage = "{\"type\":\"X509_CERTIFICATE_CHAIN\",\"provisionDeviceSecret\":\"not a cert\","
                + "\"certificateRegExPattern\":\"(.*)\",\"allowCreateNewDevicesByX509Certificate\":true}";
        JsonNode profile = assertOk(save("garbage", "X509_CERTIFICATE_CHAIN", "null", garbage));
        assertThat(profile.path("provisionDeviceKey").asText())
                .isEqualTo("8dd7677b57c69b886a58ae671bf02aaf86c497a7ec04f1f4caa01725f1f72427");
        assertError(
                save("garbage-2", "X509_CERTIFICATE_CHAIN", "null", garbage),
                400,
                31,
                "Device profile with such certificate already exists!");
        assertEmpty(rest.delete("/api/deviceProfile/" + profile.at("/id/id").asText()), 200);
    }

    @Test
    void refuses() {
        String none = "{\"type\":\"DISABLED\"}";
        assertOk(save("name", "DISABLED", "null", none));
        assertError(save("name", "DISABLED", "null", none), 400, 31, "Device profile with such name already exists!");
        String allow = "{\"type\":\"ALLOW_CREATE_NEW_DEVICES\",\"provisionDeviceSecret\":\"s\"}";
        assertOk(save("key", "ALLOW_CREATE_NEW_DEVICES", "\"{run}-same\"", allow));
        assertError(
                save("key-2", "ALLOW_CREATE_NEW_DEVICES", "\"{run}-same\"", allow),
                400,
                31,
                "Device profile with such provision device key already exists!");
        assertError(
                rest.post("/api/deviceProfile", json("name", fill("{run}-minimal"))),
                400,
                31,
                "Device profile type should be specified!");
    }

    @Test
    void deletesWhatNoDeviceUses() {
        String id = assertOk(save("used", "DISABLED", "null", "{\"type\":\"DISABLED\"}"))
                .at("/id/id")
                .asText();
        String device = assertOk(rest.post(
                        "/api/device",
                        fill(
                                "{\"name\":\"{run}-in-it\",\"deviceProfileId\":{\"entityType\":\"DEVICE_PROFILE\",\"id\":\""
                                        + id + "\"}}")))
                .at("/id/id")
                .asText();
        assertError(
                rest.delete("/api/deviceProfile/" + id),
                400,
                31,
                "The device profile referenced by the devices cannot be deleted!");
        assertEmpty(rest.delete("/api/device/" + device), 200);
        assertEmpty(rest.delete("/api/deviceProfile/" + id), 200);
        assertError(
                rest.delete("/api/deviceProfile/" + id), 404, 32, "Device profile with id [" + id + "] is not found");
    }

    @Test
    void lists() {
        assertOk(save("listed", "DISABLED", "null", "{\"type\":\"DISABLED\"}"));
        String page = "?pageSize=10&page=0&textSearch=" + fill("{run}-listed");
        for (String path : new String[] {"/api/deviceProfiles", "/api/deviceProfileInfos"}) {
            JsonNode found = assertOk(rest.get(path + page));
            assertThat(Errors.members(found)).containsExactly("data", "totalPages", "totalElements", "hasNext");
            assertThat(found.path("totalElements").asInt()).isEqualTo(1);
            assertThat(found.at("/data/0/name").asText()).isEqualTo(fill("{run}-listed"));
        }
        assertThat(assertOk(rest.get("/api/deviceProfile/names?activeOnly=false"))
                        .findValuesAsText("name"))
                .contains("default", fill("{run}-listed"));
    }
}
