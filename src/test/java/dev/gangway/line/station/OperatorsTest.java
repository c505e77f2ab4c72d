package dev.gangway.line.station;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.diagnosis.Outcome;
import dev.gangway.secret.Secret;
import dev.gangway.vault.TestVaults;
import dev.gangway.vault.Vault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PINs of those who sign on, in a vault file. */
class OperatorsTest {
    @TempDir
    private Path folder;

    private Vault vault;
    private Instant now = Instant.parse("2026-11-30T08:00:00Z");
    private final InstantSource time = () -> now;
    private final Clock clock = time.withZone(ZoneOffset.UTC);

    @BeforeEach
    void open() {
        TestVaults.create(folder.resolve("pins.vault")).close();
        vault = TestVaults.unlock(folder.resolve("pins.vault"));
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void eachWrongPinMakesTheWaitLongerAndTheRightOneEndsIt() {
        Operators operators = operators();
        operators.put("Jo", Secret.of("4711")).orThrow();
        assertThat(check(operators, "4711")).isEmpty();
        assertThat(check(operators, "4712")).isEqualTo("station.pin-wrong");
        assertThat(check(operators, "4711")).isEqualTo("station.pin-waits"); // not even the right one
        now = now.plusSeconds(1);
        assertThat(check(operators, "4712")).isEqualTo("station.pin-wrong");
        now = now.plusSeconds(1);
        assertThat(check(operators, "4711")).isEqualTo("station.pin-waits"); // two seconds now
        vault.close();
        vault = TestVaults.unlock(folder.resolve("pins.vault"));
        operators = operators();
        assertThat(check(operators, "4711")).isEqualTo("station.pin-waits"); // a restart is no way around
        now = now.plusSeconds(1);
        assertThat(check(operators, "4711")).isEmpty();
        assertThat(check(operators, "4712")).isEqualTo("station.pin-wrong");
        now = now.plusSeconds(1);
        assertThat(check(operators, "4711")).isEmpty();
    }

    @Test
    void noWaitIsLongerThanFiveMinutesAndAClockThatIsSetBackDoesNotCloseForEver() {
        Operators operators = operators();
        operators.put("Jo", Secret.of("4711")).orThrow();
        for (int i = 0; i < 10; i++) {
            assertThat(check(operators, "0000")).isEqualTo("station.pin-wrong");
            now = now.plus(Duration.ofMinutes(5));
        }
        assertThat(check(operators, "0000")).isEqualTo("station.pin-wrong");
        now = now.minus(Duration.ofDays(3));
        assertThat(check(operators, "4711")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"123", "1234567890123", "12a4", "", "１２３４"})
    void whatIsNoPinIsRefused(String pin) {
        assertThat(operators().put("Jo", Secret.of(pin)).failure())
                .hasValueSatisfying(
                        why -> assertThat(why.is(StationCode.PIN_UNFIT)).isTrue());
        assertThat(operators().names()).isEmpty();
    }

    @Test
    void ofAPinNothingIsInTheFileAndNobodyElseHasIt() throws Exception {
        Operators operators = operators();
        operators.put(" Jo ", Secret.of("987654321012")).orThrow();
        assertThat(operators.names()).containsExactly("Jo");
        assertThat(operators.check("Al", Secret.of("987654321012")).failure())
                .hasValueSatisfying(
                        why -> assertThat(why.is(StationCode.OPERATOR_UNKNOWN)).isTrue());
        assertThat(vault.audit().newest(20).toString()).doesNotContain("987654321012");
        operators.remove("Jo").orThrow();
        assertThat(operators.names()).isEmpty();
        vault.close();
        assertThat(Files.readString(folder.resolve("pins.vault"), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("987654321012");
        vault = TestVaults.unlock(folder.resolve("pins.vault"));
    }

    @Test
    void whoChangesAPinShowsTheOneSoFarAndAFirstOneNeedsThePassphrase() {
        Operators operators = operators();
        assertThat(change(operators, "4711", "4711")).isEqualTo("vault.wrong-passphrase");
        assertThat(operators.names()).isEmpty();
        assertThat(change(operators, TestVaults.PASSPHRASE, "4711")).isEmpty();
        assertThat(change(operators, TestVaults.PASSPHRASE, "0815")).isEqualTo("station.pin-wrong");
        assertThat(change(operators, "4711", "0815")).isEqualTo("station.pin-waits"); // a wrong one counts here, too
        now = now.plusSeconds(1);
        assertThat(change(operators, "4711", "abc")).isEqualTo("station.pin-unfit");
        assertThat(change(operators, "4711", "0815")).isEmpty();
        assertThat(check(operators, "0815")).isEmpty();
    }

    private static String change(Operators operators, String shown, String pin) {
        try (Secret proof = Secret.of(shown);
                Secret fresh = Secret.of(pin)) {
            return operators
                    .change("Jo", proof, fresh)
                    .failure()
                    .map(why -> why.code())
                    .orElse("");
        }
    }

    private Operators operators() {
        return new Operators(vault, clock);
    }

    private static String check(Operators operators, String pin) {
        try (Secret secret = Secret.of(pin)) {
            Outcome<Outcome.Done> checked = operators.check("Jo", secret);
            return checked.failure().map(why -> why.code()).orElse("");
        }
    }
}
