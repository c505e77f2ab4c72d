package dev.gangway.practice.contract;

import static dev.gangway.practice.contract.Errors.assertError;
import static dev.gangway.practice.contract.Errors.assertOk;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding devices. */
class ListContractIT extends ContractTest {
    @Override
    void prepare() {
        for (String name : new String[] {"b", "a", "d", "c"}) {
            rest.deviceWithToken(fill("{run}-list-" + name), fill("{run}-token-" + name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/tenant/devices", "/api/tenant/deviceInfos"})
    void pages(String path) {
        String query = path + "?pageSize=3&sortProperty=name&sortOrder=DESC&textSearch=" + fill("{run}-LIST");
        JsonNode first = assertOk(rest.get(query + "&page=0"));
        assertThat(Errors.members(first)).containsExactly("data", "totalPages", "totalElements", "hasNext");
        assertThat(first.path("data").findValuesAsText("name"))
                .containsExactly(fill("{run}-list-d"), fill("{run}-list-c"), fill("{run}-list-b"));
        assertThat(first.path("totalPages").asInt()).isEqualTo(2);
        assertThat(first.path("totalElements").asInt()).isEqualTo(4);
        assertThat(first.path("hasNext").asBoolean()).isTrue();
        assertThat(assertOk(rest.get(query + "&page=1")).path("hasNext").asBoolean())
                .isFalse();
        JsonNode beyond = assertOk(rest.get(query + "&page=999"));
        assertThat(beyond.path("data").isEmpty()).isTrue();
        assertThat(beyond.path("totalElements").asInt()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"{run}-list-%25, 4", "{run}-list-_, 4", "{run}-li%25-a, 1", "{run}-nobody, 0"})
    void searchesAsSqlDoes(String search, int found) {
        assertThat(assertOk(rest.get("/api/tenant/devices?pageSize=10&page=0&textSearch=" + fill(search)))
                        .path("totalElements")
                        .asInt())
                .isEqualTo(found);
    }

    @Test
    void findsOneByName() {
        assertThat(assertOk(rest.get("/api/tenant/devices?deviceName=" + fill("{run}-list-a")))
                        .path("name")
                        .asText())
                .isEqualTo(fill("{run}-list-a"));
        assertError(
                rest.get("/api/tenant/devices?deviceName=" + fill("{run}-nobody")),
                404,
                32,
                "Requested item wasn't found!");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            page=0                                     | 500 | 2  | Required request parameter 'pageSize' for method parameter type int is not present
            pageSize=0&page=0                          | 400 | 31 | Incorrect page link page size '0'. Page size must be greater than zero.
            pageSize=1&page=-1                         | 400 | 31 | Incorrect page link page '-1'. Page must be positive integer.
            pageSize=abc&page=0                        | 400 | 31 | Method parameter 'pageSize': Failed to convert value of type 'java.lang.String' to required type 'int'; For input string: "abc"
            pageSize=1&page=0&sortProperty=nope        | 500 | 46 | Database error
            pageSize=1&page=0&sortProperty=name&sortOrder=UP | 400 | 31 | Unsupported sort order 'UP'! Only 'ASC' or 'DESC' types are allowed.
            pageSize=1&page=0&sortProperty=name&sortOrder=%D0%AF | 400 | 31 | Unsupported sort order '?'! Only 'ASC' or 'DESC' types are allowed.
            """)
    void refuses(String query, int status, int errorCode, String message) {
        assertError(rest.get("/api/tenant/devices?" + query), status, errorCode, message);
    }
}
