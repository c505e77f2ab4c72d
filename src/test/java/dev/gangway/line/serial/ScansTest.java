package dev.gangway.line.serial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScansTest {
    private static final String GS = "\u001D";
    private static final SerialScheme SCHEME =
            SerialScheme.parse("PX{counter:4}").orThrow();

    private final Scans scans = new Scans(SCHEME);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PX0042",
                "PX0042\r\n",
                "\u0002PX0042\u0003",
                "]C0PX0042",
                "]Q1PX0042",
                "(01)09506000134352(21)PX0042(10)L1",
                "(01)09506000134352(10)L(1)(21)PX0042",
                "]d20109506000134352" + "21PX0042",
                "]d2\u001D0109506000134352" + "10LOT7\u001D21PX0042",
                "]C121PX0042\u001D10A",
                "]Q30109506000134352" + "1727010121PX0042",
                "0109506000134352" + "21PX0042",
                "\u001D21PX0042\u001D10A",
                "https://id.gs1.org/01/09506000134352/21/PX0042",
                "https://example.com/a/b/01/09506000134352/10/L%2F1/21/PX0042?17=270101&linkType=all",
                "HTTP://EXAMPLE.COM/01/9506000134352/21/PX0042/"
            })
    void theSerialNumberIsFoundInEveryKindOfCode(String line) {
        assertThat(scans.read(line).orThrow().serial().text()).isEqualTo("PX0042");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "'' | serial.scan-empty",
                "PX00P42 | serial.not-of-scheme",
                "PX0042PX0043 | serial.not-of-scheme",
                "Größe | serial.scan-characters",
                "(01)09506000134352(10)LOT | serial.scan-without-serial",
                "(01)09506000134353(21)PX0042 | serial.gs1-check-digit",
                "(01)0950600013435(21)PX0042 | serial.gs1-element",
                "(17)271301(21)PX0042 | serial.gs1-element",
                "(21)PX0042(21)PX0043 | serial.gs1-element",
                "]d2055PX0042 | serial.gs1-identifier",
                "]d2 | serial.gs1-element",
                "https://example.com/shop/1 | serial.gs1-link",
                "https://id.gs1.org/01/09506000134352/21/PX0042/10/A | serial.gs1-link",
                "https://id.gs1.org/01/09506000134353/21/PX0042 | serial.gs1-check-digit",
                "https://id.gs1.org/01/09506000134352/21/%zz | serial.gs1-link"
            },
            delimiter = '|')
    void whatIsWrongHasItsName(String line, String code) {
        assertThat(failure(scans.read(line.strip())).code()).isEqualTo(code.strip());
    }

    /** Two scanners that type into one field, or one that is triggered while it types: each Enter ends whatever is there. */
    @Test
    void aScanInTheMiddleOfAnotherIsNeverTakenForAThird() {
        Scans fixed = new Scans(SerialScheme.parse("PX{counter:4}{luhn}").orThrow());
        Set<String> scanned = Set.of("PX00018", "PX00026");
        Random random = new Random(12);
        int torn = 0;
        for (int round = 0; round < 20_000; round++) {
            String one = "PX00018\n";
            String two = "PX00026\n";
            StringBuilder typed = new StringBuilder();
            for (int i = 0, j = 0; i < one.length() || j < two.length(); ) {
                boolean first = j == two.length() || i < one.length() && random.nextInt(12) > 5;
                typed.append(first ? one.charAt(i++) : two.charAt(j++));
            }
            for (String line : typed.toString().split("\n")) {
                Outcome<Scan> read = fixed.read(line);
                torn += read.isOk() ? 0 : 1;
                read.toOptional()
                        .ifPresent(scan ->
                                assertThat(scanned).contains(scan.serial().text()));
            }
        }
        assertThat(torn).isGreaterThan(10_000);
    }

    @Test
    void aLineWithoutEndIsRefused() {
        assertThat(failure(scans.read("P".repeat(1_000_000))).is(SerialCode.SCAN_TOO_LONG))
                .isTrue();
    }

    @Test
    void anElementStringIsWrittenAndReadBack() {
        Random random = new Random(1);
        String alphabet = "ABCxyz019-/%&()!\"'*+,.:;<=>?_";
        for (int i = 0; i < 2_000; i++) {
            String serial = text(alphabet, random, 20);
            String lot = text(alphabet.replace("(", ""), random, 20);
            Gs1 gs1 = Gs1.of("10", lot, "01", "09506000134352", "21", serial, "17", "270100")
                    .orThrow();
            assertThat(Gs1.parse(gs1.data()).orThrow().elements()).containsAllEntriesOf(gs1.elements());
            assertThat(gs1.data()).startsWith("0109506000134352" + "17270100");
            String link = DigitalLink.of("https://id.gs1.org/", gs1).orElseThrow();
            assertThat(DigitalLink.parse(link).orThrow().elements()).isEqualTo(gs1.elements());
        }
        assertThat(Gs1.parseBrackets("(10)A(B)(21)C(99").orThrow().elements())
                .containsEntry("10", "A(B)")
                .containsEntry("21", "C(99");
    }

    @Test
    void aDoubleIsSaid() {
        SerialNumber serial = scans.read("PX0042").orThrow().serial();
        Instant at = Instant.parse("2026-11-30T08:00:00Z");
        assertThat(scans.first(serial, at).isOk()).isTrue();
        Diagnosis twice = failure(scans.first(scans.read("(21)PX0042").orThrow().serial(), at.plusSeconds(5)));
        assertThat(twice.is(SerialCode.SCANNED_BEFORE)).isTrue();
        assertThat(twice.args()).containsEntry("at", at.toString());
        scans.forget(serial);
        assertThat(scans.first(serial, at).isOk()).isTrue();
    }

    /** What was seen at German and French desks with scanners as they come out of the box, set to US. */
    @ParameterizedTest
    @CsvSource({
        "US, GERMAN, YZ-1, ZYß1",
        "US, FRENCH, AZ-1, 'QW)&'",
        "GERMAN, US, YZ-1, ZY/1",
        "FRENCH, US, AM.1, 'Q:<!'"
    })
    void layoutsTypeAsTheyDo(KeyboardLayout scanner, KeyboardLayout computer, String sent, String typed) {
        assertThat(ScannerLayout.typed(sent, scanner, computer, false)).isEqualTo(typed);
    }

    @Test
    void theLayoutIsRecognisedByTheCalibrationCodeAndPutRight() {
        Random random = new Random(2);
        int pairs = 0;
        for (KeyboardLayout scanner : KeyboardLayout.values()) {
            for (KeyboardLayout computer : KeyboardLayout.values()) {
                for (boolean capsLock : new boolean[] {false, true}) {
                    String card = ScannerLayout.typed(ScannerLayout.CALIBRATION, scanner, computer, capsLock);
                    assertThat(ScannerLayout.isCalibration(card)).isTrue();
                    ScannerLayout layout = ScannerLayout.recognise(card + "\r").orThrow();
                    String good = goodCharacters(layout);
                    for (int i = 0; i < 200; i++) {
                        String sent = text(good, random, 30);
                        String received = ScannerLayout.typed(sent + " ", scanner, computer, capsLock);
                        assertThat(layout.corrected(received).strip())
                                .as("%s at %s, received %s", scanner, computer, received)
                                .isEqualTo(sent);
                    }
                    pairs++;
                }
            }
        }
        assertThat(pairs).isEqualTo(50);
    }

    @Test
    void aScanThroughAWrongLayoutIsReadAfterTheCard() {
        Scans yz = new Scans(SerialScheme.parse("YZ-{counter:4}").orThrow());
        String received = ScannerLayout.typed(
                "]d2" + "0109506000134352" + "21YZ-0042", KeyboardLayout.US, KeyboardLayout.GERMAN, false);
        assertThat(failure(yz.read(received)).is(SerialCode.SCAN_CHARACTERS)).isTrue();
        yz.calibrate(ScannerLayout.recognise(
                        ScannerLayout.typed(ScannerLayout.CALIBRATION, KeyboardLayout.US, KeyboardLayout.GERMAN, false))
                .orThrow());
        assertThat(yz.read(received).orThrow().serial().text()).isEqualTo("YZ-0042");
        assertThat(yz.layout().scanner()).isEqualTo("us");
        assertThat(yz.layout().computer()).isEqualTo("de");
    }

    @Test
    void aLostSeparatorIsSaidAndAReplacedOneIsPutBack() {
        String lost = ScannerLayout.CALIBRATION.replace(GS, "");
        scans.calibrate(ScannerLayout.recognise(lost).orThrow());
        assertThat(scans.layout().losesSeparator()).isTrue();
        assertThat(scans.layout().lost()).contains("GS");
        assertThat(failure(scans.read("]d221PX004210LOT")).is(SerialCode.LAYOUT_LOSES))
                .isTrue();
        assertThat(scans.read("]d2" + "0109506000134352" + "21PX0042")
                        .orThrow()
                        .serial()
                        .text())
                .isEqualTo("PX0042");

        scans.calibrate(ScannerLayout.recognise(ScannerLayout.CALIBRATION.replace(GS, "{GS}"))
                .orThrow());
        assertThat(scans.read("]d221PX0042{GS}10LOT")
                        .orThrow()
                        .gs1()
                        .orElseThrow()
                        .get("10"))
                .hasValue("LOT");
    }

    @Test
    void anUnknownLayoutIsSaid() {
        assertThat(failure(ScannerLayout.recognise("GHJKFD something else")).is(SerialCode.LAYOUT_UNKNOWN))
                .isTrue();
    }

    private static String goodCharacters(ScannerLayout layout) {
        StringBuilder good = new StringBuilder();
        for (char each = '!'; each <= '~'; each++) {
            good.append(layout.lost().contains(String.valueOf(each)) ? "" : each);
        }
        return good.toString();
    }

    private static String text(String alphabet, Random random, int most) {
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(most);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private static Diagnosis failure(Outcome<?> outcome) {
        return outcome.failure().orElseThrow();
    }
}
