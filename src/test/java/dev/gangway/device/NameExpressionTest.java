package dev.gangway.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameExpressionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (.*)\\.example\\.com   | pump-7.example.com      | pump-7
            ([^@.]+)\\.example     | a.b.example             | b
            (.*)                   | anything at all         | anything at all
            CN (\\d+)              | CN 12, CN 34            | 12
            x(y)?                  | x                       |
            .*                     | without a group         |
            (a)                    | b                       |
            ([                     | invalid                 |
            """)
    void previewsTheNameAsTheServerTakesIt(String expression, String commonName, String name) {
        assertThat(NameExpression.deviceName(expression, commonName)).isEqualTo(Optional.ofNullable(name));
    }
}
