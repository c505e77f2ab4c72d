package dev.gangway.line.batch.table;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.diagnosis.OwnBug;
import dev.gangway.line.batch.table.TableLine.Flaw;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** A sheet of a workbook, line by line; a formula counts as the value that was stored with it. */
final class XlsxTable {
    /** Digits that a spreadsheet keeps of a number (IEEE 754 binary64, as Excel documents it). */
    private static final int DIGITS = 15;

    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

    private XlsxTable() {}

    static Outcome<TableFormat.Xlsx> recognise(Path file, Optional<String> sheet) {
        Optional<Diagnosis> bomb = ZipBounds.check(file);
        if (bomb.isPresent()) {
            return Outcome.failed(bomb.get());
        }
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), WITH_FORMATS);
                Stream<Sheet> all = workbook.getSheets()) {
            List<Sheet> sheets = all.toList();
            Optional<Sheet> chosen = sheets.stream()
                    .filter(each -> sheet.map(name -> each.getName().equals(name))
                            .orElse(each.getVisibility() == SheetVisibility.VISIBLE))
                    .findFirst();
            if (chosen.isEmpty()) {
                return Diagnosis.of(TableCode.SHEET_UNKNOWN)
                        .with("file", Tables.name(file))
                        .with("sheet", sheet.orElse(""))
                        .with(
                                "sheets",
                                String.join(
                                        ", ",
                                        sheets.stream().map(Sheet::getName).toList()))
                        .remedy("table.choose-sheet")
                        .failed();
            }
            return Outcome.ok(new TableFormat.Xlsx(chosen.get().getName(), sheets.size() - 1));
        } catch (IOException | RuntimeException e) {
            OwnBug.passOn(e);
            return damaged(file, 1, e);
        }
    }

    static Outcome<Outcome.Done> read(Path file, TableFormat.Xlsx format, Predicate<TableLine> lines) {
        long last = 0;
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), WITH_FORMATS)) {
            Optional<Sheet> sheet = workbook.findSheet(format.sheet());
            if (sheet.isEmpty()) {
                return damaged(file, 1, new IOException("sheet gone"));
            }
            try (Stream<Row> rows = sheet.get().openStream()) {
                Iterator<Row> each = rows.iterator();
                while (true) {
                    Optional<Row> next = next(each);
                    if (next.isEmpty()) {
                        break;
                    }
                    Row row = next.get();
                    last = row.getRowNum();
                    if (row.getCellCount() > CsvTable.MOST_COLUMNS) {
                        return Diagnosis.of(TableCode.TOO_MANY_COLUMNS)
                                .with("file", Tables.name(file))
                                .with("line", last)
                                .with("count", row.getCellCount())
                                .with("limit", CsvTable.MOST_COLUMNS)
                                .remedy("table.check-separator")
                                .failed();
                    }
                    TableLine line = line(row);
                    int length = line.cells().stream().mapToInt(String::length).sum();
                    if (length > CsvGuard.LONGEST_LINE) {
                        return Diagnosis.of(TableCode.LINE_TOO_LONG)
                                .with("file", Tables.name(file))
                                .with("line", last)
                                .with("column", 1)
                                .with("limit", CsvGuard.LONGEST_LINE)
                                .remedy("table.check-line-ends")
                                .failed();
                    }
                    if (!lines.test(line)) {
                        break;
                    }
                }
            }
            return Outcome.done();
        } catch (IOException | ExcelReaderException e) {
            return damaged(file, last + 1, e);
        }
    }

    /** The next row; the library throws whatever its XML parser does, checked or not. */
    @SuppressWarnings("CatchingUnchecked")
    private static Optional<Row> next(Iterator<Row> rows) throws IOException {
        try {
            return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
        } catch (Exception e) {
            throw new IOException("row", e);
        }
    }

    private static <T> Outcome<T> damaged(Path file, long line, Exception cause) {
        if (cause instanceof java.nio.file.NoSuchFileException) {
            return Tables.unreadable(Tables.name(file));
        }
        return Diagnosis.of(TableCode.WORKBOOK_DAMAGED)
                .with("file", Tables.name(file))
                .with("line", line)
                .remedy("table.save-as-xlsx")
                .failed();
    }

    private static TableLine line(Row row) {
        List<String> cells = new ArrayList<>();
        List<Flaw> flaws = new ArrayList<>(0);
        for (Cell cell : row) {
            String text = "";
            if (cell != null) {
                int column = cell.getColumnIndex();
                while (cells.size() < column) {
                    cells.add("");
                }
                text = text(cell);
                flaw(cell, text).ifPresent(code -> flaws.add(new Flaw(column, code)));
            }
            cells.add(text);
        }
        return new TableLine(row.getRowNum(), cells, flaws);
    }

    private static Optional<TableCode> flaw(Cell cell, String text) {
        return switch (cell.getType()) {
            case ERROR -> Optional.of(TableCode.CELL_ERROR);
            case FORMULA -> {
                if (text.isEmpty()) {
                    yield Optional.of(TableCode.CELL_FORMULA_WITHOUT_VALUE);
                }
                yield text.startsWith("#") && text.endsWith("!") || text.equals("#N/A") || text.equals("#NAME?")
                        ? Optional.of(TableCode.CELL_ERROR)
                        : Optional.empty();
            }
            case NUMBER ->
                text.chars().filter(Character::isDigit).count() > DIGITS && !text.contains(".") && !text.contains("-")
                        ? Optional.of(TableCode.CELL_ROUNDED)
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER -> number(cell);
            case BOOLEAN -> String.valueOf(cell.asBoolean());
            case EMPTY -> "";
            case FORMULA, ERROR -> cell.getRawValue() == null ? "" : cell.getRawValue();
            case STRING -> cell.getText();
        };
    }

    private static String number(Cell cell) {
        String format = cell.getDataFormatString();
        if (cell.getType() == CellType.NUMBER && format != null && isDate(format)) {
            java.time.LocalDateTime at = cell.asDate();
            return at.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? at.toLocalDate().toString()
                    : at.toString();
        }
        return cell.asNumber().stripTrailingZeros().toPlainString();
    }

    private static boolean isDate(String format) {
        String plain = format.toLowerCase(java.util.Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "");
        return plain.contains("yy") && (plain.contains("m") || plain.contains("d"));
    }
}
