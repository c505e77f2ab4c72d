package dev.gangway.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        password=hunter2hunter2                                  | hunter2
        {"username":"u","password":"hunter2"}                    | hunter2
        Authorization: Bearer abc.def                            | abc.def
        X-Authorization: Bearer eyJhbGciOiJIUzUxMiJ9.eyJzdWIiOiJ0In0.c2ln | eyJ
        GET /api/v1/A1B2C3D4/telemetry                           | A1B2C3D4
        credentialsId=A1B2C3D4 for device                        | A1B2C3D4
        """)
    void whatLooksLikeASecretIsBlottedOut(String line, String secret) {
        assertThat(LogRedaction.redact(line)).doesNotContain(secret).contains("[redacted]");
    }

    @Test
    void aPrivateKeyIsBlottedOutToItsEnd() {
        String pem = "before\n-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIA\n-----END EC PRIVATE KEY-----\nafter";
        assertThat(LogRedaction.redact(pem)).isEqualTo("before\n[redacted]\nafter");
    }

    @Test
    void ordinaryLinesStayAsTheyAre() {
        String line = "connected to broker.example:8883 with TLS 1.3 in 41 ms, 18 events";
        assertThat(LogRedaction.redact(line)).isEqualTo(line);
    }
}
