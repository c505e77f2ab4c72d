package dev.gangway.line.batch.table;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.line.batch.table.TableLine.Flaw;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Separated values, line by line; what a spreadsheet would run is never run. */
final class CsvTable {
    /** More columns than any list of devices has. */
    static final int MOST_COLUMNS = 1_000;

    private CsvTable() {}

    static Outcome<Outcome.Done> read(Path file, TableFormat.Csv format, Predicate<TableLine> lines) {
        String name = file.getFileName().toString();
        long[] lastLine = {format.preamble()};
        try (InputStream bytes = Files.newInputStream(file)) {
            bytes.skipNBytes(format.mark());
            BufferedReader text = new BufferedReader(new InputStreamReader(
                    bytes,
                    format.charset()
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)));
            for (int i = 0; i < format.preamble(); i++) {
                text.readLine();
            }
            CsvGuard guard = new CsvGuard(text, name, format.separator(), 1L + format.preamble());
            CsvReader<CsvRecord> reader = CsvReader.builder()
                    .fieldSeparator(format.separator())
                    .commentStrategy(CommentStrategy.NONE)
                    .skipEmptyLines(false)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .maxBufferSize(4 * CsvGuard.LONGEST_LINE)
                    .ofCsvRecord(guard);
            for (CsvRecord each : reader) {
                lastLine[0] = each.getStartingLineNumber() + format.preamble();
                if (each.getFieldCount() > MOST_COLUMNS) {
                    return Diagnosis.of(TableCode.TOO_MANY_COLUMNS)
                            .with("file", name)
                            .with("line", lastLine[0])
                            .with("count", each.getFieldCount())
                            .with("limit", MOST_COLUMNS)
                            .remedy("table.check-separator")
                            .failed();
                }
                if (!lines.test(line(lastLine[0], each.getFields()))) {
                    break;
                }
            }
            return Outcome.done();
        } catch (UncheckedIOException e) {
            return failed(name, lastLine[0], e);
        } catch (CsvParseException e) {
            return failed(name, lastLine[0], e);
        } catch (IOException e) {
            return failed(name, lastLine[0], e);
        }
    }

    private static Outcome<Outcome.Done> failed(String file, long lastLine, Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            switch (each) {
                case TableFault fault -> {
                    return Outcome.failed(fault.diagnosis());
                }
                case CharacterCodingException _ -> {
                    return Diagnosis.of(TableCode.ENCODING)
                            .with("file", file)
                            .with("line", lastLine + 1)
                            .remedy("table.save-as-utf8")
                            .failed();
                }
                default -> {
                    // its cause says more
                }
            }
        }
        return Diagnosis.of(cause instanceof IOException ? TableCode.FILE_UNREADABLE : TableCode.NOT_A_TABLE)
                .with("file", file)
                .with("line", lastLine + 1)
                .remedy("table.check-file")
                .failed();
    }

    private static TableLine line(long number, List<String> fields) {
        List<String> cells = new ArrayList<>(fields.size());
        List<Flaw> flaws = new ArrayList<>(0);
        for (int i = 0; i < fields.size(); i++) {
            String cell = FormulaGuard.removed(fields.get(i));
            if (isTextFormula(cell)) {
                cell = cell.substring(2, cell.length() - 1);
            } else if (cell.startsWith("=") && cell.length() > 1) {
                flaws.add(new Flaw(i, TableCode.CELL_FORMULA));
            }
            cells.add(cell);
        }
        return new TableLine(number, cells, flaws);
    }

    /** The formula {@code ="0012"}, by which people keep zeros in front: its value stands there. */
    private static boolean isTextFormula(String cell) {
        return cell.length() >= 3
                && cell.startsWith("=\"")
                && cell.endsWith("\"")
                && cell.indexOf('"', 2) == cell.length() - 1;
    }
}
