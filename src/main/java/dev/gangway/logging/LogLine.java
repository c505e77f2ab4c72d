package dev.gangway.logging;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** One line of the log: time (UTC), level, who, what. A library's exception follows as frames without its words. */
final class LogLine extends Formatter {
    private static final int FRAMES = 12;

    private final boolean wordsOfLibraries;

    /** With the words of libraries, or with their names alone: what they say may hold names of servers and devices. */
    LogLine(boolean wordsOfLibraries) {
        this.wordsOfLibraries = wordsOfLibraries;
    }

    @Override
    public String format(LogRecord entry) {
        boolean own = OperationLog.OWN.equals(entry.getLoggerName());
        StringBuilder line = new StringBuilder(120)
                .append(Instant.ofEpochMilli(entry.getMillis()).truncatedTo(ChronoUnit.MILLIS))
                .append(' ')
                .append(entry.getLevel().getName())
                .append(' ');
        if (!own) {
            line.append(entry.getLoggerName());
        }
        if (own || wordsOfLibraries) {
            line.append(own ? "" : ": ")
                    .append(LogRedaction.redact(own ? entry.getMessage() : oneLine(formatMessage(entry))));
        }
        line.append(System.lineSeparator());
        return entry.getThrown() == null
                ? line.toString()
                : line.append(trace(entry.getThrown())).toString();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    /** The kinds of an exception and of its causes, and where they come from, without what they say. */
    static String trace(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        Throwable each = thrown;
        for (int depth = 0; each != null && depth < 4; depth++) {
            text.append("    ")
                    .append(depth == 0 ? "" : "because of ")
                    .append(each.getClass().getName());
            text.append(System.lineSeparator());
            StackTraceElement[] frames = each.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                text.append("      at ").append(frames[i]).append(System.lineSeparator());
            }
            each = each.getCause();
        }
        return text.toString();
    }
}
