package dev.gangway.line.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.gangway.diagnosis.Printable;
import dev.gangway.line.batch.table.FormulaGuard;
import dev.gangway.line.report.Report;
import dev.gangway.line.report.ReportPdf;
import dev.gangway.line.unit.Proven;
import dev.gangway.line.unit.UnitVerdict;
import dev.gangway.vault.memory.MemoryVault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Names, serial numbers, labels, operators, attributes and reasons that steer, hide, compute or are a program, or are a
 * megabyte long: what is exported of them is read as the same text by another's reader, and does none of that.
 */
@Timeout(60)
class HostileExportsTest {
    private static final String STEERING = "\u001b]0;owned\u0007\u009b2J\u202egnp.exe\u2066\u2029</td></table>"
            + "<script>alert(1)</script><img src=x onerror=alert(1)>\"' onload='alert(1)\u200b\ud83d\ude00\u4e2d";

    static final List<String> TEXTS = List.of(
            "=cmd|'/c calc'!A1" + STEERING,
            "'=1+1",
            "\uff1d1+1",
            "@SUM(A1);=1+1\t=1+1,\"=1+1\r\n=1+1",
            "-2+3" + STEERING,
            "\t=1+1",
            STEERING + "long".repeat(2_000),
            "\ud83d\ude00".repeat(4_000));

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private final RecordChain chain = new RecordChain(new MemoryVault("tester", Clock.systemUTC()), Clock.systemUTC());

    @ParameterizedTest
    @FieldSource("TEXTS")
    void recordsAsATable(String text) throws IOException {
        record(text);
        Path file = export(RecordExport.Form.CSV);
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(file)) {
            List<CsvRecord> all = rows.stream().toList();
            assertThat(all).hasSize(2);
            List<String> heads = all.getFirst().getFields();
            List<String> cells = all.getLast().getFields();
            assertThat(cells).hasSameSizeAs(heads).allSatisfy(HostileExportsTest::harmlessCell);
            assertThat(FormulaGuard.removed(cells.get(heads.indexOf("serial")))).isEqualTo(Printable.of(text));
            assertThat(FormulaGuard.removed(cells.get(heads.indexOf("operator"))))
                    .isEqualTo(Printable.of(text));
        }
    }

    @ParameterizedTest
    @FieldSource("TEXTS")
    void recordsAsTheyAreSigned(String text) throws IOException {
        record(text);
        Path file = export(RecordExport.Form.JSON);
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(3);
        JsonNode unit = JSON.readTree(lines.get(1));
        assertThat(unit.path("serial").asText().equals(text)).isTrue();
        String measured =
                unit.path("measured").properties().iterator().next().getValue().asText();
        assertThat(measured.equals(Printable.cut(text, UnitRecord.LONGEST_MEASURED)))
                .isTrue();
        JsonNode other = JSON.readTree(Files.readAllBytes(export(RecordExport.Form.OPENHTF)))
                .get(0);
        assertThat(other.path("dut_id").asText().equals(text)).isTrue();
    }

    @ParameterizedTest
    @FieldSource("TEXTS")
    void theCertificateOfAUnit(String text) throws IOException {
        record(text);
        byte[] pdf = UnitCertificate.of(chain, text, UnaryOperator.identity()).orThrow();
        harmlessPdf(pdf, "operator");
    }

    @ParameterizedTest
    @FieldSource("TEXTS")
    void aReport(String text) throws IOException {
        Report report = new Report(
                "en",
                text,
                List.of(new Report.Fact("operator", text)),
                List.of(new Report.Table(text, List.of("serial", "cause"), List.of(List.of(text, text)))));
        harmlessPdf(ReportPdf.of(report), "operator");
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(report.csv())) {
            List<String> cells = rows.stream().toList().getLast().getFields();
            assertThat(cells).hasSize(2).allSatisfy(HostileExportsTest::harmlessCell);
            assertThat(FormulaGuard.removed(cells.getFirst())).isEqualTo(Printable.of(text));
        }
        String html = report.html();
        assertThat(html.lines().flatMapToInt(String::codePoints)).allMatch(Printable::is);
        assertThat(html.lines()).hasSameSizeAs(plain(report).html().lines().toList());
        assertThat(html).doesNotContain("<script", "<img", "</td></table><");
    }

    @Test
    void aMegabyteFitsOnAPage() throws IOException {
        aReport("\u001b".repeat(1 << 20));
        aReport(STEERING + "long ".repeat(100_000));
    }

    /** What a program at the line measured is cut, visibly, so that its record stays one that can be verified. */
    @Test
    void aMegabyteThatWasMeasuredIsCut() throws IOException {
        String text = STEERING + "\ud83d\ude00".repeat(500_000);
        UnitRecord unit = Records.unit("PX1", Optional.empty()).withParts("", "", List.of(), Map.of(text, text));
        chain.append("one", unit).orThrow();
        RecordVerifier.Result result =
                RecordVerifier.verify(export(RecordExport.Form.JSON), Map.of()).orThrow();
        assertThat(result.findings()).isEmpty();
        assertThat(result.records()).isEqualTo(1);
        String measured = JSON.readTree(chain.about("PX1").getFirst().line())
                .path("measured")
                .properties()
                .iterator()
                .next()
                .getValue()
                .asText();
        assertThat(measured.endsWith("…")).isTrue();
        assertThat(text.startsWith(measured.substring(0, measured.length() - 1)))
                .isTrue();
        harmlessPdf(UnitCertificate.of(chain, "PX1", UnaryOperator.identity()).orThrow(), "measured");
    }

    @Test
    void thousandsThatWereMeasuredAreCounted() throws IOException {
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            many.put("channel-" + i, "\u001b".repeat(100));
        }
        chain.append("one", Records.unit("PX1", Optional.empty()).withParts("", "", List.of(), many))
                .orThrow();
        assertThat(RecordVerifier.verify(export(RecordExport.Form.JSON), Map.of())
                        .orThrow()
                        .findings())
                .isEmpty();
        JsonNode measured = JSON.readTree(chain.about("PX1").getFirst().line()).path("measured");
        assertThat(measured.path("…").asText()).isEqualTo("+" + (20_000 - (measured.size() - 1)));
    }

    /** A line that is nothing but brackets is no record, and no end of the program. */
    @Test
    void deepLinesAreNoRecords() throws IOException {
        record("PX1");
        List<String> lines = Files.readAllLines(export(RecordExport.Form.JSON));
        for (String deep :
                List.of("[".repeat(60_000), "{\"a\":".repeat(12_000), "1e" + "9".repeat(50_000), "1".repeat(60_000))) {
            Path file = folder.resolve("deep.jsonl");
            Files.write(file, List.of(lines.get(0), deep, lines.get(1), lines.get(2)));
            RecordVerifier.Result result = RecordVerifier.verify(file, Map.of()).orThrow();
            assertThat(result.findings()).extracting(RecordFinding::kind).containsExactly(RecordFinding.Kind.NO_RECORD);
            Files.write(file, List.of(deep));
            assertThat(RecordVerifier.verify(file, Map.of())
                            .failure()
                            .orElseThrow()
                            .code())
                    .isEqualTo(RecordCode.NOT_RECORDS.id());
        }
    }

    private static Report plain(Report report) {
        return new Report(
                "en",
                "a",
                List.of(new Report.Fact("operator", "a")),
                List.of(new Report.Table("a", report.tables().getFirst().heads(), List.of(List.of("a", "a")))));
    }

    private static void harmlessCell(String cell) {
        assertThat(cell.codePoints().allMatch(Printable::is)).isTrue();
        assertThat(cell.isEmpty() || "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20".indexOf(cell.charAt(0)) < 0)
                .as(cell.substring(0, Math.min(20, cell.length())))
                .isTrue();
    }

    private static void harmlessPdf(byte[] pdf, String has) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text.contains(has)).isTrue();
            assertThat(text.lines().flatMapToInt(String::codePoints).allMatch(Printable::is))
                    .isTrue();
            assertThat(document.getDocumentCatalog().getOpenAction()).isNull();
            assertThat(document.getDocumentCatalog().getAcroForm()).isNull();
            assertThat(document.getPage(0).getAnnotations()).isEmpty();
        }
    }

    private Path export(RecordExport.Form form) {
        Path file = folder.resolve("records." + form.name().toLowerCase(Locale.ROOT));
        assertThat(new RecordExport(chain)
                        .write(file, form, List.of(), _ -> true)
                        .orThrow())
                .isEqualTo(1);
        return file;
    }

    private void record(String text) {
        UnitRecord unit = new UnitRecord(
                UnitRecord.Event.UNIT,
                text,
                text,
                text,
                text,
                text,
                3,
                UnitVerdict.FAIL,
                Optional.of(text),
                1,
                Instant.parse("2026-11-30T08:00:00Z"),
                Duration.ofMillis(4_321),
                List.of(new UnitRecord.Step("test", "failed", Duration.ofMillis(800), Optional.of(text))),
                Optional.of("ab".repeat(32)),
                Optional.empty(),
                Optional.empty(),
                text,
                text,
                List.of(text),
                Map.of(text, text),
                List.of(),
                Proven.NONE,
                Optional.empty(),
                "");
        chain.append("one", unit).orThrow();
    }
}
