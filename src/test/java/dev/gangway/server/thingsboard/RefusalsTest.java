package dev.gangway.server.thingsboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.secret.Secret;
import dev.gangway.server.ServerCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The refusals of ThingsBoard 4.3, as it words them. */
class RefusalsTest {
    private final ThingsBoardErrors thingsBoardErrors = new ThingsBoardErrors("tb.example", "me@example");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        401 | 10 | Invalid username or password                                    | WRONG_PASSWORD
        401 | 10 | Authentication failed                                           | WRONG_PASSWORD
        401 | 10 | User account is not active                                      | ACCOUNT_INACTIVE
        401 | 15 | User password expired!                                          | PASSWORD_EXPIRED
        403 | 20 | You don't have permission to perform this operation!            | FORBIDDEN
        403 | 41 | Devices limit reached                                           | LIMIT_REACHED
        404 | 32 | Requested item wasn't found!                                    | NOT_FOUND
        404 | 32 | Device with id [11111111-1111-1111-1111-111111111111] is not found | NOT_FOUND
        404 | 32 | No static resource api/nonexistent.                             | NOT_FOUND
        405 | 31 | Request method 'PATCH' is not supported                         | REQUEST_REFUSED
        409 | 35 | Device was already changed by someone else                      | VERSION_CONFLICT
        409 | 35 | Entity was already changed by someone else                      | VERSION_CONFLICT
        429 | 33 | Too many requests for current tenant!                           | RATE_LIMITED
        500 | 2  | Invalid Refresh Token scope                                     | SERVER_ERROR
        500 | 2  | JSON parse error: Unexpected end-of-input                       | SERVER_ERROR
        500 | 46 | Database error                                                  | SERVER_ERROR
        400 | 31 | Device with such name already exists!                           | NAME_EXISTS
        400 | 31 | Device profile with such name already exists!                   | NAME_EXISTS
        400 | 31 | Device name should be specified!                                | NAME_INVALID
        400 | 31 | Validation error: name length must be equal or less than 255    | NAME_INVALID
        400 | 31 | Validation error: name is malformed                             | NAME_INVALID
        400 | 31 | Device credentials are already assigned to another device!      | CREDENTIAL_TAKEN
        400 | 31 | Device credentials id should be specified!                      | CREDENTIAL_INVALID
        400 | 31 | Password cannot be specified along with client id               | CREDENTIAL_INVALID
        400 | 31 | Both mqtt client id and user name are empty!                    | CREDENTIAL_INVALID
        400 | 31 | Invalid credentials body for simple mqtt credentials!           | CREDENTIAL_INVALID
        400 | 31 | Validation error: credentials must not be null                  | CREDENTIAL_INVALID
        400 | 31 | Credentials for this device are already specified!              | VERSION_CONFLICT
        400 | 31 | Unable to update non-existent device credentials!               | VERSION_CONFLICT
        400 | 31 | Device is referencing non existing device profile!              | NOT_FOUND
        400 | 31 | Device profile with such certificate already exists!            | PROFILE_INVALID
        400 | 31 | Device profile with such provision device key already exists!   | PROFILE_INVALID
        400 | 31 | Device profile type should be specified!                        | PROFILE_INVALID
        400 | 31 | The device profile referenced by the devices cannot be deleted! | PROFILE_INVALID
        400 | 31 | Invalid UUID string: xyz                                        | REQUEST_REFUSED
        """)
    void eachErrorBodyHasItsDiagnosis(int status, int errorCode, String message, ServerCode code) {
        String body = """
            {"status":%d,"message":"%s","errorCode":%d,"timestamp":1795223612044}\
            """.formatted(status, message, errorCode);
        Diagnosis why = thingsBoardErrors.diagnose(Call.get("/api/x"), answer(status, "application/json", body));
        assertThat(why.code()).isEqualTo(code.id());
        assertThat(why.evidence().getFirst().args()).containsEntry("message", message);
        assertThat(why.remedies()).isNotEmpty();
        assertThat(why.args()).containsEntry("host", "tb.example").containsEntry("user", "me@example");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        502 | text/html        | <html><body>Bad Gateway</body></html>  | SERVER_DOWN
        503 | ''               | ''                                     | SERVER_DOWN
        504 | text/plain       | upstream timed out                     | SERVER_DOWN
        500 | ''               | ''                                     | SERVER_ERROR
        404 | text/html        | <!DOCTYPE html><title>404</title>      | ANSWERED_HTML
        200 | text/html        | <!DOCTYPE html><title>Sign in</title>  | ANSWERED_HTML
        404 | application/json | {"error":"Not Found"}                  | ANSWER_NOT_UNDERSTOOD
        404 | text/plain       | Device with requested id wasn't found! | NOT_FOUND
        418 | text/plain       | teapot                                 | ANSWER_NOT_UNDERSTOOD
        """)
    void whatIsNoErrorBodyHasItsDiagnosisToo(int status, String type, String body, ServerCode code) {
        assertThat(thingsBoardErrors
                        .diagnose(Call.get("/api/x"), answer(status, type, body))
                        .code())
                .isEqualTo(code.id());
    }

    @Test
    void aRedirectionShowsWhereToButNoPathAndNoQuery() {
        HttpAnswer httpAnswer = new HttpAnswer(302, "", "https://login.example:8443/sso?ticket=abc", "");
        Diagnosis why = thingsBoardErrors.diagnose(Call.get("/api/x"), httpAnswer);
        assertThat(why.is(ServerCode.REDIRECTED)).isTrue();
        assertThat(why.args()).containsEntry("location", "https://login.example:8443");
    }

    @Test
    void whatTheServerRepeatsOfASecretIsNotShown() {
        Call call = Call.get("/api/x").hiding(List.of(Secret.of("TOPSECRET")));
        Diagnosis why = thingsBoardErrors.diagnose(
                call, answer(400, "application/json", "{\"message\":\"bad value TOPSECRET here\",\"errorCode\":31}"));
        assertThat(why.toString()).doesNotContain("TOPSECRET").contains("bad value •");
    }

    @Test
    void aLongAnswerIsCutShort() {
        Diagnosis why =
                thingsBoardErrors.diagnose(Call.get("/api/x"), answer(200, "text/html", "<p>" + "x".repeat(100_000)));
        assertThat(why.toString().length()).isLessThan(1000);
    }

    @Test
    void howLongToWaitIsReadFromTheAnswer() {
        Instant now = Instant.parse("2026-11-30T08:00:00Z");
        assertThat(HttpAnswer.retryAfter("17", now)).hasValue(Duration.ofSeconds(17));
        assertThat(HttpAnswer.retryAfter("Mon, 30 Nov 2026 08:01:30 GMT", now)).hasValue(Duration.ofSeconds(90));
        assertThat(HttpAnswer.retryAfter("Mon, 30 Nov 2026 07:59:00 GMT", now)).isEmpty();
        assertThat(HttpAnswer.retryAfter("0", now)).isEmpty();
        assertThat(HttpAnswer.retryAfter("-5", now)).isEmpty();
        assertThat(HttpAnswer.retryAfter("soon", now)).isEmpty();
        Diagnosis limited = thingsBoardErrors.diagnose(
                Call.get("/api/x"), new HttpAnswer(429, "", "", "", Optional.of(Duration.ofSeconds(17))));
        assertThat(limited.is(ServerCode.RATE_LIMITED)).isTrue();
        assertThat(ServerCode.retryAfter(limited)).hasValue(Duration.ofSeconds(17));
    }

    @Test
    void idsAreLeftOutOfTheNameOfACall() {
        assertThat(Call.get("/api/device/f06e6a10-e548-11f1-99d4-335f2f8d692b/credentials")
                        .label())
                .isEqualTo("GET /api/device/…/credentials");
    }

    private static HttpAnswer answer(int status, String type, String body) {
        return new HttpAnswer(status, type, "", body);
    }
}
