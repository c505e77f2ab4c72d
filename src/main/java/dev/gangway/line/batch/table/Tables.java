package dev.gangway.line.batch.table;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Lists of units in files. Blocks for disk; needs little memory, however long a file is. Safe for several threads. */
public final class Tables {
    private static final String SEPARATOR_LINE = "sep=";
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

    private Tables() {}

    /**
     * Recognises how a file is written, by its content.
     *
     * @param sheet of a workbook; the first one that is not hidden where it is empty
     */
    public static Outcome<TableFormat> recognise(Path file, Optional<String> sheet) {
        return recognise(file, sheet, Optional.empty());
    }

    /**
     * The same.
     *
     * @param said encoding of a text file; recognised where it is empty
     */
    public static Outcome<TableFormat> recognise(Path file, Optional<String> sheet, Optional<Charset> said) {
        String name = name(file);
        try {
            byte[] start;
            try (InputStream bytes = Files.newInputStream(file)) {
                start = bytes.readNBytes(4);
            }
            if (start.length == 0) {
                return Diagnosis.of(TableCode.EMPTY)
                        .with("file", name)
                        .remedy("table.check-file")
                        .failed();
            }
            if (java.util.Arrays.equals(start, OLE2)) {
                return Diagnosis.of(TableCode.WORKBOOK_CLOSED)
                        .with("file", name)
                        .remedy("table.save-as-xlsx")
                        .failed();
            }
            if (isJson(name, start)) {
                return Outcome.ok(new TableFormat.Json());
            }
            return java.util.Arrays.equals(start, ZIP)
                    ? XlsxTable.recognise(file, sheet).map(found -> found)
                    : csv(file, said).map(found -> found);
        } catch (IOException e) {
            return unreadable(name);
        }
    }

    /** By name and beginning: a heading in a text file may begin with a bracket, too. */
    private static boolean isJson(String name, byte[] start) {
        String small = name.toLowerCase(Locale.ROOT);
        String first =
                new String(start, StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
        return Stream.of(".json", ".jsonl", ".ndjson").anyMatch(small::endsWith)
                && (first.isEmpty() || first.startsWith("[") || first.startsWith("{"));
    }

    private static Outcome<TableFormat.Csv> csv(Path file, Optional<Charset> chosen) throws IOException {
        Optional<Encodings.Found> recognised = Encodings.of(file);
        // a mark belongs to the encoding that it was recognised by
        Optional<Encodings.Found> encoding =
                chosen.isEmpty() || recognised.map(Encodings.Found::charset).equals(chosen)
                        ? recognised
                        : chosen.map(charset -> new Encodings.Found(charset, 0));
        if (encoding.isEmpty()) {
            return Diagnosis.of(TableCode.NOT_A_TABLE)
                    .with("file", name(file))
                    .remedy("table.save-as-utf8")
                    .failed();
        }
        Encodings.Found found = encoding.get();
        TableFormat.Csv comma = new TableFormat.Csv(found.charset(), found.mark(), ',', 0);
        Optional<Character> said = separatorLine(file, found);
        if (said.isPresent()) {
            return Outcome.ok(new TableFormat.Csv(found.charset(), found.mark(), said.get(), 1));
        }
        return Outcome.ok(new TableFormat.Csv(found.charset(), found.mark(), Separators.of(file, comma), 0));
    }

    /** Excel's first line {@code sep=;}. */
    private static Optional<Character> separatorLine(Path file, Encodings.Found encoding) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            bytes.skipNBytes(encoding.mark());
            char[] start = new char[SEPARATOR_LINE.length() + 2];
            int read = new BufferedReader(new InputStreamReader(bytes, encoding.charset())).read(start);
            boolean says = read == start.length
                    && new String(start).startsWith(SEPARATOR_LINE)
                    && (start[start.length - 1] == '\r' || start[start.length - 1] == '\n');
            return says ? Optional.of(start[SEPARATOR_LINE.length()]) : Optional.empty();
        }
    }

    /**
     * Reads a file line by line in the calling thread.
     *
     * @param lines takes each line; false ends the reading
     */
    public static Outcome<Outcome.Done> read(Path file, TableFormat format, Predicate<TableLine> lines) {
        return switch (format) {
            case TableFormat.Csv csv -> CsvTable.read(file, csv, lines);
            case TableFormat.Xlsx xlsx -> XlsxTable.read(file, xlsx, lines);
            case TableFormat.Json json -> JsonTable.read(file, lines);
        };
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    static <T> Outcome<T> unreadable(String name) {
        return Diagnosis.of(TableCode.FILE_UNREADABLE)
                .with("file", name)
                .with("line", 1)
                .remedy("table.check-file")
                .failed();
    }
}
