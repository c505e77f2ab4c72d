package dev.gangway.line.batch.table;

import dev.gangway.diagnosis.Diagnosis;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Watches separated values pass by, and ends them where a line grows without bound or a quotation mark is never closed,
 * so that such a file needs no memory and its fault has a line and a column.
 */
final class CsvGuard extends FilterReader {
    /** Characters in a line. */
    static final int LONGEST_LINE = 1 << 20;

    private final String file;
    private final char separator;
    private State state = State.CELL_START;
    private long line;
    private long lineOfRecord;
    private long lineOfQuote;
    private int column = 1;
    private int length;
    private boolean carriageReturn;

    private enum State {
        CELL_START,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED
    }

    /** Over text that begins with this line. */
    CsvGuard(Reader text, String file, char separator, long firstLine) {
        super(text);
        this.file = file;
        this.separator = separator;
        line = firstLine;
        lineOfRecord = firstLine;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] into, int from, int count) throws IOException {
        int read = super.read(into, from, count);
        if (read < 0) {
            if (state == State.QUOTED) {
                throw quoteOpen();
            }
            return read;
        }
        for (int i = from; i < from + read; i++) {
            pass(into[i]);
        }
        return read;
    }

    private void pass(char next) throws TableFault {
        boolean lineEnds = next == '\r' || next == '\n' && !carriageReturn;
        carriageReturn = next == '\r';
        if (lineEnds) {
            line++;
        }
        if (++length > LONGEST_LINE) {
            throw state == State.QUOTED
                    ? quoteOpen()
                    : new TableFault(at(TableCode.LINE_TOO_LONG, lineOfRecord)
                            .with("limit", LONGEST_LINE)
                            .remedy("table.check-line-ends")
                            .build());
        }
        if (state == State.QUOTED) {
            state = next == '"' ? State.QUOTE_IN_QUOTED : State.QUOTED;
        } else if (next == '"' && state == State.QUOTE_IN_QUOTED) {
            state = State.QUOTED;
        } else if (next == '"' && state == State.CELL_START) {
            lineOfQuote = line;
            state = State.QUOTED;
        } else if (next == separator) {
            column++;
            state = State.CELL_START;
        } else if (next == '\r' || next == '\n') {
            column = 1;
            length = 0;
            lineOfRecord = line;
            state = State.CELL_START;
        } else if (state == State.QUOTE_IN_QUOTED) {
            throw new TableFault(at(TableCode.QUOTE_TRAILING, lineOfRecord)
                    .remedy("table.double-quote")
                    .build());
        } else {
            state = State.PLAIN;
        }
    }

    private TableFault quoteOpen() {
        return new TableFault(at(TableCode.QUOTE_OPEN, lineOfQuote)
                .remedy("table.close-quote")
                .build());
    }

    private Diagnosis.Builder at(TableCode code, long where) {
        return Diagnosis.of(code).with("file", file).with("line", where).with("column", column);
    }
}
