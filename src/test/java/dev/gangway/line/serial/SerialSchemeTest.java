package dev.gangway.line.serial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SerialSchemeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PX-{counter:5} | 42 | PX-00042",
                "PX-{date:yyMMdd}-{counter:4:16} | 48879 | PX-261130-BEEF",
                "{date:YYww}{counter:3:36} | 46655 | 2649ZZZ",
                "{date:yyyyDDD}.{counter:2} | 7 | 2026334.07",
                "7992739871{luhn}{counter:1} | 0 | 799273987130",
                "A1-2425G-ABC1234{counter:3}-{mod37-36} | 2 | A1-2425G-ABC1234002-M",
                "{counter:3}{mod97-10} | 794 | 79444",
                "{counter:4}{mod11-2} | 794 | 07940",
                "{counter:3}{mod11-2} | 79 | 079X",
                "629104{counter:6}{gs1} | 150021 | 6291041500213",
                "{imei:49015420} | 323751 | 490154203237518",
                "{mac:0050C2} | 1 | 00:50:C2:00:00:01",
                "{mac:70b3d5123:dash} | 4095 | 70-B3-D5-12-3F-FF",
                "{eui64:0050C2:plain} | 1099511627775 | 0050C2FFFFFFFFFF",
                "PUMP{counter:3}{luhn} | 12 | PUMP0125"
            })
    void makesAndReadsBack(String pattern, long counter, String serial) {
        SerialScheme scheme = SerialScheme.parse(pattern.strip()).orThrow();
        assertThat(scheme.make(counter, DAY).orThrow()).isEqualTo(serial.strip());
        SerialNumber read = scheme.read(serial.strip()).orThrow();
        assertThat(read.text()).isEqualTo(serial.strip());
        assertThat(read.counter()).hasValue(counter);
    }

    @Test
    void everyNumberOfEveryKindIsReadBackAndNoneTwice() {
        Random random = new Random(12);
        for (String pattern : new String[] {
            "A-{counter:6}{luhn}", "{date:yyMMdd}{counter:6:36}{mod37-36}", "X{counter:9:2}{mod97-10}", "{mac:0050C2}"
        }) {
            SerialScheme scheme = SerialScheme.parse(pattern).orThrow();
            for (int i = 0; i < 2_000; i++) {
                long counter = random.nextLong(scheme.capacity());
                String made = scheme.make(counter, DAY).orThrow();
                assertThat(scheme.read(made).orThrow().counter()).hasValue(counter);
            }
            assertThat(failure(scheme.make(scheme.capacity(), DAY)).is(SerialCode.COUNTER_FULL))
                    .isTrue();
        }
    }

    @Test
    void aDateIsReadAsItsFirstDay() {
        assertThat(SerialScheme.parse("{date:YYww}{counter:1}")
                        .orThrow()
                        .read("26530")
                        .orThrow()
                        .date())
                .hasValue(LocalDate.of(2026, 12, 28));
        SerialScheme days = SerialScheme.parse("{date:yyMMdd}{counter:1}").orThrow();
        assertThat(days.read("2402290").orThrow().date()).hasValue(LocalDate.of(2024, 2, 29));
        assertThat(failure(days.read("2602290")).is(SerialCode.NO_DATE)).isTrue();
        assertThat(failure(SerialScheme.parse("{date:YYww}{counter:1}")
                                .orThrow()
                                .read("25530"))
                        .is(SerialCode.NO_DATE))
                .isTrue();
        assertThat(failure(SerialScheme.parse("{date:yy}{counter:1}").orThrow().make(0, LocalDate.of(1970, 1, 1)))
                        .is(SerialCode.DATE_UNTOLD))
                .isTrue();
    }

    @Test
    void addressesAreReadInAnyWayToWriteThem() {
        SerialScheme scheme = SerialScheme.parse("{mac:0050C2}").orThrow();
        for (String each : new String[] {"00:50:c2:00:0a:01", "00-50-C2-00-0A-01", "0050c2000A01"}) {
            assertThat(scheme.read(each).orThrow().text()).isEqualTo("00:50:C2:00:0A:01");
        }
        assertThat(failure(scheme.read("00:50-C2:00:0A:01")).is(SerialCode.NOT_OF_SCHEME))
                .isTrue();
        assertThat(failure(scheme.read("00:50:C3:00:0A:01")).is(SerialCode.NOT_OF_SCHEME))
                .isTrue();
    }

    @Test
    void uuidsAreOfTheVersionAskedFor() {
        assertThat(UUID.fromString(SerialScheme.parse("{uuid}")
                                .orThrow()
                                .make(0, DAY)
                                .orThrow())
                        .version())
                .isEqualTo(4);
        UUID ordered = UUID.fromString(
                SerialScheme.parse("{uuid:7}").orThrow().make(0, DAY).orThrow());
        assertThat(ordered.version()).isEqualTo(7);
        assertThat(ordered.variant()).isEqualTo(2);
        assertThat(SerialScheme.parse("{uuid}")
                        .orThrow()
                        .read("0190163D-8694-739B-AEA5-966C26F8AD91")
                        .orThrow()
                        .text())
                .isEqualTo("0190163d-8694-739b-aea5-966c26f8ad91");
    }

    @Test
    void aNumberMadeElsewhereIsReadAndNotMade() {
        SerialScheme scheme = SerialScheme.parse("{digits:5:9}{luhn}").orThrow();
        assertThat(scheme.canMake()).isFalse();
        assertThat(scheme.read("1234566").isOk()).isTrue();
        assertThat(failure(scheme.read("1234567")).is(SerialCode.CHECK_DIGIT)).isTrue();
        assertThat(failure(scheme.make(1, DAY)).is(SerialCode.SCHEME_READS_ONLY))
                .isTrue();
        assertThat(SerialScheme.parse("{imei}")
                        .orThrow()
                        .read("490154203237518")
                        .isOk())
                .isTrue();
        assertThat(failure(SerialScheme.parse("{imei}").orThrow().read("490154203237517"))
                        .is(SerialCode.CHECK_DIGIT))
                .isTrue();
        assertThat(failure(SerialScheme.parse("SAME").orThrow().make(0, DAY)).is(SerialCode.SCHEME_WITHOUT_COUNTER))
                .isTrue();
    }

    @Test
    void aWrongNumberIsToldAtItsPlace() {
        Diagnosis wrong =
                failure(SerialScheme.parse("PX-{counter:5}{luhn}").orThrow().read("PX-00A421"));
        assertThat(wrong.is(SerialCode.NOT_OF_SCHEME)).isTrue();
        assertThat(wrong.args()).containsEntry("position", "4").containsEntry("part", "{counter:5}");
        assertThat(failure(SerialScheme.parse("PX-{counter:5}").orThrow().read("PX-000421"))
                        .args())
                .containsEntry("position", "9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "a}b",
                "{counter}",
                "{counter:0}",
                "{counter:05}",
                "{counter:19}",
                "{counter:5:1}",
                "{counter:5:37}",
                "{counter:18:36}",
                "{date:}",
                "{date:yyyyww}",
                "{date:hh}",
                "{date:yyyy",
                "{luhn}",
                "{luhn:2}",
                "{mac:01005E}",
                "{mac:0050}",
                "{mac:0050C2:dots}",
                "{eui64}",
                "{imei:1234567}",
                "{uuid:1}",
                "{nope}",
                "Größe{counter:3}",
                "a b{counter:3}",
                "{counter:3}{counter:3}",
                "{text}{text}",
                "{digits:9:5}",
                "{mac:0050C2}{counter:2}"
            })
    void aWrongPatternIsRefused(String pattern) {
        Diagnosis wrong = failure(SerialScheme.parse(pattern));
        assertThat(wrong.is(SerialCode.SCHEME_PART)).isTrue();
        assertThat(wrong.args()).containsKeys("pattern", "part");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{counter:5:16}{luhn}",
                "{uuid}{gs1}",
                "{alnum:4}{luhn}",
                "{counter:2}{mod37-36}{luhn}",
                "{text}{mod37-36}"
            })
    void aCheckDigitThatWouldMissLettersIsRefused(String pattern) {
        assertThat(failure(SerialScheme.parse(pattern)).is(SerialCode.SCHEME_CHECK_DIGIT))
                .isTrue();
    }

    private static Diagnosis failure(Outcome<?> outcome) {
        return outcome.failure().orElseThrow();
    }
}
