package dev.gangway.line.batch.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads lists as spreadsheets and people write them, and such as are made to do harm. */
class TablesTest {
    private static final String UMLAUTS = "Seriennummer;Gerät\r\nSN-1;Pumpe Süd\r\nSN-2;\"a;b \"\"c\"\"\"\r\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "UTF-8,''",
        "UTF-8,EFBBBF",
        "UTF-16LE,FFFE",
        "UTF-16BE,FEFF",
        "UTF-16LE,''",
        "UTF-16BE,''",
        "windows-1252,''"
    })
    void encodingAndSeparatorAreRecognised(String charset, String mark) throws IOException {
        byte[] bom = java.util.HexFormat.of().parseHex(mark);
        byte[] text = UMLAUTS.getBytes(Charset.forName(charset));
        Path file = folder.resolve("list.csv");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(bom);
            out.write(text);
        }
        TableFormat format = Tables.recognise(file, Optional.empty()).orThrow();
        assertThat(format).isEqualTo(new TableFormat.Csv(Charset.forName(charset), bom.length, ';', 0));
        assertThat(lines(file))
                .extracting(TableLine::cells)
                .containsExactly(
                        List.of("Seriennummer", "Gerät"), List.of("SN-1", "Pumpe Süd"), List.of("SN-2", "a;b \"c\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void eachSeparatorIsRecognised(String separator) throws IOException {
        Path file = write("name,serial,note\na,1,\"x, y; z\"\nb,2,x\n".replace(",", separator));
        assertThat(lines(file)).allSatisfy(line -> assertThat(line.cells()).hasSize(3));
    }

    @Test
    void excelsSeparatorLineIsObeyed() throws IOException {
        Path file = write("sep=|\r\nname|x\r\na|1,2;3\r\n");
        assertThat(lines(file).getLast()).isEqualTo(new TableLine(3, List.of("a", "1,2;3"), List.of()));
    }

    @Test
    void aQuoteThatNeverClosesIsFoundWhereItOpens() throws IOException {
        Path file = write("name,label\na,1\nb,\"open\nc,3\n" + "d,4\n".repeat(10));
        assertThat(refusal(file).args()).containsEntry("line", "3").containsEntry("column", "2");
        assertThat(refusal(file).is(TableCode.QUOTE_OPEN)).isTrue();
    }

    @Test
    void aQuoteThatNeverClosesInALargeFileEndsTheReadingEarly() throws IOException {
        Path file = write("name,label\nb,\"open\n" + "ccccccccc,3\n".repeat(400_000));
        assertThat(refusal(file).is(TableCode.QUOTE_OPEN)).isTrue();
        assertThat(refusal(file).args()).containsEntry("line", "2");
    }

    @Test
    void textBehindAQuoteIsRefused() throws IOException {
        assertThat(refusal(write("name,label\nb,\"x\"y\n")).is(TableCode.QUOTE_TRAILING))
                .isTrue();
    }

    @Test
    void aRowOfTenMegabytesIsRefused() throws IOException {
        Path file = write("name,label\na,1\nb," + "x".repeat(10 << 20) + "\n");
        assertThat(refusal(file).is(TableCode.LINE_TOO_LONG)).isTrue();
        assertThat(refusal(file).args()).containsEntry("line", "3");
    }

    @Test
    void linesAreCountedAsAnEditorDoes() throws IOException {
        Path file = write("name,label\r\na,\"two\r\nlines\"\r\n\r\nb,2\r\n");
        assertThat(lines(file)).extracting(TableLine::number).containsExactly(1L, 2L, 4L, 5L);
    }

    @Test
    void formulasOfTextFilesAreRefusedAndZerosInFrontKept() throws IOException {
        List<TableLine> lines = lines(write("name,serial\na,=1+1\nb,\"=\"\"0012\"\"\"\nc,'=x\n"));
        assertThat(lines.get(1).flaws()).containsExactly(new TableLine.Flaw(1, TableCode.CELL_FORMULA));
        assertThat(lines.get(2).cell(1)).isEqualTo("0012");
        assertThat(lines.get(3).cell(1)).isEqualTo("=x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+49", "-5", "@SUM(A1)", "\tx", "'=1", "''=1", "plain", "'quoted'", "", "'"})
    void aGuardedCellIsReadAsItWas(String cell) {
        String guarded = FormulaGuard.guarded(cell);
        assertThat("=+-@\t").doesNotContain(guarded.isEmpty() ? "x" : guarded.substring(0, 1));
        assertThat(FormulaGuard.removed(guarded)).isEqualTo(cell);
    }

    @Test
    void aWorkbookIsReadByItsValues() throws IOException {
        Path file = folder.resolve("list.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Lot");
            List.of("serial", "number", "flag", "formula")
                    .forEach(heading -> sheet.value(
                            0, List.of("serial", "number", "flag", "formula").indexOf(heading), heading));
            sheet.value(1, 0, "SN-1");
            sheet.value(1, 1, 123456789012345L);
            sheet.value(1, 2, true);
            sheet.formula(1, 3, "B2*2");
            sheet.value(3, 0, "SN-2");
            sheet.value(3, 1, 1234567890123456789L);
            book.newWorksheet("Other");
        }
        assertThat(Tables.recognise(file, Optional.empty()).orThrow()).isEqualTo(new TableFormat.Xlsx("Lot", 1));
        List<TableLine> lines =
                lines(file).stream().filter(line -> !line.isBlank()).toList();
        assertThat(lines.get(1).cells()).startsWith("SN-1", "123456789012345", "true");
        assertThat(lines.get(1).flaws()).containsExactly(new TableLine.Flaw(3, TableCode.CELL_FORMULA_WITHOUT_VALUE));
        assertThat(lines.get(2).number()).isEqualTo(4);
        assertThat(lines.get(2).flaws()).containsExactly(new TableLine.Flaw(1, TableCode.CELL_ROUNDED));
        assertThat(Tables.recognise(file, Optional.of("none"))
                        .failure()
                        .orElseThrow()
                        .args())
                .containsEntry("sheets", "Lot, Other");
    }

    @Test
    void aWorkbookThatGrowsBeyondBoundsIsNotOpened() throws IOException {
        Path file = folder.resolve("bomb.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write("<workbook/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                zip.write(zeros);
            }
        }
        assertThat(Files.size(file)).isLessThan(1 << 20);
        assertThat(Tables.recognise(file, Optional.empty())
                        .failure()
                        .orElseThrow()
                        .is(TableCode.WORKBOOK_BOMB))
                .isTrue();
    }

    @Test
    void otherFilesAreRefusedByName() throws IOException {
        Path old = folder.resolve("old.xls");
        Files.write(old, new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1, 2});
        assertThat(code(old)).isEqualTo("table.workbook-closed");
        Path binary = folder.resolve("program");
        Files.write(binary, new byte[] {1, 2, 0, 0, 0, 5, 6, 0, 0, 0, 0, 1});
        assertThat(code(binary)).isEqualTo("table.not-a-table");
        Path empty = folder.resolve("empty.csv");
        Files.write(empty, new byte[0]);
        assertThat(code(empty)).isEqualTo("table.empty");
        Path zip = folder.resolve("broken.xlsx");
        Files.write(zip, new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 9, 9});
        assertThat(code(zip)).isEqualTo("table.workbook-damaged");
        assertThat(code(folder.resolve("missing.csv"))).isEqualTo("table.file-unreadable");
    }

    private String code(Path file) {
        return Tables.recognise(file, Optional.empty()).failure().orElseThrow().code();
    }

    private Diagnosis refusal(Path file) {
        return Tables.recognise(file, Optional.empty())
                .then(format -> Tables.read(file, format, line -> true))
                .failure()
                .orElseThrow();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("list.csv"), text);
    }

    private static List<TableLine> lines(Path file) {
        List<TableLine> lines = new ArrayList<>();
        Outcome<Outcome.Done> read = Tables.recognise(file, Optional.empty())
                .then(format -> Tables.read(file, format, line -> {
                    lines.add(line);
                    return true;
                }));
        assertThat(read.failure()).isEmpty();
        return lines;
    }
}
