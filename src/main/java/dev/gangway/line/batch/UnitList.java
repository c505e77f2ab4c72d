package dev.gangway.line.batch;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.line.batch.table.TableCode;
import dev.gangway.line.batch.table.TableFormat;
import dev.gangway.line.batch.table.TableLine;
import dev.gangway.line.batch.table.Tables;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A list of units in a file.
 *
 * @param format how it is written
 * @param headingLine number of the line with the headings, 0 where it has none
 * @param headings as the file has them; empty where it has none
 * @param mapping what the columns hold
 */
public record UnitList(Path file, TableFormat format, long headingLine, List<String> headings, Mapping mapping) {
    /** The first lines that are looked at for headings. */
    private static final int LOOK = 20;

    /**
     * Recognises how a file is written and what its columns hold.
     *
     * @param sheet of a workbook; empty for the first one that is not hidden
     */
    public static Outcome<UnitList> open(Path file, Optional<String> sheet) {
        return open(file, sheet, Optional.empty(), Optional.empty());
    }

    /**
     * The same for a text file of which a person says how it is written.
     *
     * @param encoding instead of the one that is recognised
     * @param separator instead of the one that is recognised
     */
    public static Outcome<UnitList> open(
            Path file, Optional<String> sheet, Optional<Charset> encoding, Optional<Character> separator) {
        return Tables.recognise(file, sheet, encoding).then(format -> {
            if (!(format instanceof TableFormat.Csv csv)) {
                return encoding.isPresent() || separator.isPresent()
                        ? Diagnosis.of(TableCode.NO_TEXT)
                                .with("file", name(file))
                                .remedy("table.leave-out-options")
                                .failed()
                        : open(file, format);
            }
            return open(
                    file,
                    new TableFormat.Csv(csv.charset(), csv.mark(), separator.orElse(csv.separator()), csv.preamble()));
        });
    }

    private static Outcome<UnitList> open(Path file, TableFormat format) {
        List<TableLine> first = new ArrayList<>();
        Outcome<Outcome.Done> read = Tables.read(file, format, line -> {
            if (!line.isBlank()) {
                first.add(line);
            }
            return first.size() < LOOK;
        });
        if (first.isEmpty()) {
            return read.failure()
                    .<Outcome<UnitList>>map(Outcome::failed)
                    .orElseGet(() -> Diagnosis.of(TableCode.EMPTY)
                            .with("file", name(file))
                            .remedy("table.check-file")
                            .failed());
        }
        TableLine line = first.getFirst();
        if (isHeading(line) || format instanceof TableFormat.Json) {
            List<String> headings = line.cells();
            return Outcome.ok(new UnitList(file, format, line.number(), headings, Mapping.guess(headings)));
        }
        int width = first.stream().mapToInt(each -> each.cells().size()).max().orElse(1);
        return Outcome.ok(new UnitList(file, format, 0, List.of(), Mapping.withoutHeading(width)));
    }

    /** Whether a line names columns: at least one word that we know, and nothing twice. */
    private static boolean isHeading(TableLine line) {
        List<String> words =
                line.cells().stream().filter(cell -> !cell.isBlank()).toList();
        return words.stream().anyMatch(cell -> Field.known(cell).isPresent())
                && words.stream().distinct().count() == words.size();
    }

    /** The same with other meanings of the columns. */
    public UnitList with(Mapping changed) {
        return new UnitList(file, format, headingLine, headings, changed);
    }

    /** The same, taking the first line for a heading or for a unit, whatever it looks like. */
    public Outcome<UnitList> withHeading(boolean has) {
        if (!has && format instanceof TableFormat.Json) {
            return Diagnosis.of(TableCode.NO_TEXT)
                    .with("file", name())
                    .remedy("table.leave-out-options")
                    .failed();
        }
        if (!has) {
            return Outcome.ok(new UnitList(
                    file,
                    format,
                    0,
                    List.of(),
                    Mapping.withoutHeading(mapping.columns().size())));
        }
        List<TableLine> first = new ArrayList<>();
        return Tables.read(file, format, line -> {
                    if (!line.isBlank()) {
                        first.add(line);
                    }
                    return first.isEmpty();
                })
                .map(_ -> first.isEmpty()
                        ? this
                        : new UnitList(
                                file,
                                format,
                                first.getFirst().number(),
                                first.getFirst().cells(),
                                Mapping.guess(first.getFirst().cells())));
    }

    /** Name of the file, without its folder. */
    public String name() {
        return name(file);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** What lists of the same kind have in common: SHA-256 of the headings, in hexadecimal. */
    public String fingerprint() {
        return Hashes.sha256(String.join(
                "\u0000",
                headings.stream()
                        .map(each -> each.strip().toLowerCase(Locale.ROOT))
                        .toList()));
    }

    /** Reads the lines with units, in the calling thread; headings and blank lines are not among them. */
    public Outcome<Outcome.Done> read(Predicate<TableLine> units) {
        return Tables.read(file, format, line -> line.number() <= headingLine || line.isBlank() || units.test(line));
    }
}
