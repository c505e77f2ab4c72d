package dev.gangway.line.batch;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.diagnosis.Printable;
import dev.gangway.line.batch.table.FormulaGuard;
import dev.gangway.line.batch.table.TableFormat;
import dev.gangway.line.batch.table.Tables;
import dev.gangway.line.unit.UnitOrder;
import dev.gangway.line.unit.UnitVerdict;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Results of a batch as CSV (UTF-8, commas), a line for each unit as soon as it is through, which can be fed in again as
 * a list. A line is written by one call, and what a crash has left of one is taken away when the file is opened again.
 * Safe for several threads.
 */
public final class ResultFile implements AutoCloseable {
    static final String LINE = "gangway.line";
    static final String VERDICT = "gangway.verdict";
    static final String CAUSE = "gangway.cause";

    /** Columns of ours, so that nobody's own column is taken for one. */
    static final List<String> COLUMNS = List.of(
            LINE, VERDICT, CAUSE, "gangway.text", "gangway.attempt", "gangway.began", "gangway.seconds", "gangway.id");

    private static final List<String> UNIT = List.of("serial", "name", "label");

    private final Path file;
    private final FileChannel channel;
    private final List<String> attributes;

    private ResultFile(Path file, FileChannel channel, List<String> attributes) {
        this.file = file;
        this.channel = channel;
        this.attributes = List.copyOf(attributes);
    }

    /**
     * A line of results.
     *
     * @param line of the list
     * @param cause code of the diagnosis; empty where it passed
     * @param text what it says to people
     * @param attempt from 1
     * @param id of the device in the vault, where one was made
     */
    public record Row(
            long line,
            UnitOrder order,
            UnitVerdict verdict,
            String cause,
            String text,
            int attempt,
            Instant began,
            Duration took,
            String id) {}

    /**
     * A line read again.
     *
     * @param order what it stood for is in the list; these are for people
     */
    public record Entry(
            long line,
            String serial,
            String name,
            UnitVerdict verdict,
            String cause,
            String text,
            Duration took,
            String id) {}

    /** Begins a file; fails where there is one. */
    static Outcome<ResultFile> create(Path file, List<String> attributes) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return locked(file, channel, attributes).then(results -> {
                List<String> heading = new ArrayList<>(UNIT);
                heading.addAll(attributes);
                heading.addAll(COLUMNS);
                return results.append(heading).map(_ -> results);
            });
        } catch (FileAlreadyExistsException e) {
            return Diagnosis.of(BatchCode.RESULTS_EXIST)
                    .with("file", file)
                    .remedy("batch.resume-or-other-file")
                    .failed();
        } catch (IOException e) {
            return unwritable(file);
        }
    }

    /** Opens a file again, without what a crash has left of its last line. */
    static Outcome<ResultFile> reopen(Path file, List<String> attributes) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            return locked(file, channel, attributes).then(results -> {
                try {
                    results.mend();
                    return Outcome.ok(results);
                } catch (IOException e) {
                    results.close();
                    return unwritable(file);
                }
            });
        } catch (IOException e) {
            return unwritable(file);
        }
    }

    private static Outcome<ResultFile> locked(Path file, FileChannel channel, List<String> attributes)
            throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Outcome.ok(new ResultFile(file, channel, attributes));
            }
        } catch (OverlappingFileLockException e) {
            // this very program has it
        }
        channel.close();
        return Diagnosis.of(BatchCode.RUNNING_ELSEWHERE)
                .with("file", file)
                .remedy("batch.wait")
                .failed();
    }

    /** Cuts off whatever follows the last line end. No cell of ours holds one. */
    private void mend() throws IOException {
        long end = channel.size();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (end > 0) {
            one.clear();
            channel.read(one, end - 1);
            if (one.get(0) == '\n') {
                break;
            }
            end--;
        }
        channel.truncate(end);
        channel.position(end);
    }

    /** Appends a line; in the file when it returns, so that only a loss of power can take it. */
    synchronized Outcome<Outcome.Done> append(Row row) {
        UnitOrder order = row.order();
        List<String> cells = new ArrayList<>(List.of(order.serial(), order.name(), order.label()));
        attributes.forEach(key -> cells.add(order.attributes().getOrDefault(key, "")));
        cells.addAll(List.of(
                String.valueOf(row.line()),
                row.verdict().name(),
                row.cause(),
                row.text(),
                String.valueOf(row.attempt()),
                row.began().toString(),
                "%d.%03d".formatted(row.took().toSeconds(), row.took().toMillisPart()),
                row.id()));
        return append(cells);
    }

    private synchronized Outcome<Outcome.Done> append(List<String> cells) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().quoteStrategy(FormulaGuard.QUOTING).build(text)) {
            writer.writeRecord(cells.stream()
                    .map(cell -> FormulaGuard.guarded(Printable.of(cell.replaceAll("\\p{Cntrl}+", " "))))
                    .toList());
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
        try {
            long before = channel.position();
            ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
            try {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            } catch (IOException e) {
                channel.truncate(before);
                throw e;
            }
            return Outcome.done();
        } catch (IOException e) {
            return unwritable(file);
        }
    }

    /** Reads all lines of a file, the oldest first; a unit that was tried again has several. */
    public static Outcome<Outcome.Done> read(Path file, Consumer<Entry> each) {
        List<String> headings = new ArrayList<>();
        TableFormat.Csv format = new TableFormat.Csv(StandardCharsets.UTF_8, 0, ',', 0);
        return Tables.read(file, format, line -> {
            if (headings.isEmpty()) {
                headings.addAll(line.cells());
                return headings.containsAll(List.of(LINE, VERDICT, CAUSE));
            }
            verdict(line.cell(headings.indexOf(VERDICT)))
                    .ifPresent(verdict -> each.accept(new Entry(
                            number(line.cell(headings.indexOf(LINE))),
                            line.cell(0),
                            line.cell(1),
                            verdict,
                            line.cell(headings.indexOf(CAUSE)),
                            line.cell(headings.indexOf("gangway.text")),
                            seconds(line.cell(headings.indexOf("gangway.seconds"))),
                            line.cell(headings.indexOf("gangway.id")))));
            return true;
        });
    }

    /** Whether the cell of a verdict says that the unit passed. */
    public static boolean isPass(String cell) {
        return cell.equals(UnitVerdict.PASS.name());
    }

    private static Duration seconds(String cell) {
        return cell.matches("\\d{1,9}\\.\\d{3}")
                ? Duration.ofMillis(Long.parseLong(cell.replace(".", "")))
                : Duration.ZERO;
    }

    private static long number(String cell) {
        return cell.matches("\\d{1,18}") ? Long.parseLong(cell) : 0;
    }

    private static Optional<UnitVerdict> verdict(String cell) {
        for (UnitVerdict each : UnitVerdict.values()) {
            if (each.name().equals(cell)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /**
     * The lines of the list that are through.
     *
     * @param again verdicts that count as not through
     */
    static Outcome<BitSet> done(Path file, java.util.Set<UnitVerdict> again) {
        BitSet lines = new BitSet();
        return read(file, entry -> lines.set((int) entry.line(), !again.contains(entry.verdict())))
                .map(_ -> lines);
    }

    /** Attribute columns of a list whose results go into a file. */
    static List<String> attributesOf(Mapping mapping) {
        return mapping.columns().stream()
                .filter(column -> column.field() == Field.ATTRIBUTE)
                .map(Mapping.Column::key)
                .toList();
    }

    static <T> Outcome<T> unwritable(Path file) {
        return Diagnosis.of(BatchCode.RESULTS_UNWRITABLE)
                .with("file", file)
                .remedy("batch.free-disk")
                .failed();
    }

    /** What the verdicts of a file come to, the last of each line counting. */
    public static Outcome<Totals> totals(Path file) {
        Map<Long, Entry> last = new java.util.LinkedHashMap<>();
        return read(file, entry -> last.put(entry.line(), entry)).map(_ -> {
            Totals totals = new Totals(last.size());
            last.values().forEach(entry -> totals.add(entry.verdict(), entry.cause()));
            return totals;
        });
    }

    @Override
    public void close() {
        try {
            channel.force(true);
        } catch (IOException e) {
            // what was appended is there; only a loss of power right now could take it
        }
        try {
            channel.close();
        } catch (IOException e) {
            // nothing is left to write
        }
    }
}
