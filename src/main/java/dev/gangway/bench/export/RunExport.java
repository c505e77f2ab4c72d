package dev.gangway.bench.export;

import dev.gangway.bench.model.Run;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes a run into a file for others. Redacted unless asked otherwise. Safe for use by several threads. */
public final class RunExport {
    private RunExport() {}

    /** What the file looks like. */
    public enum Format {
        /** One object with everything in it. */
        JSON,
        /** A page that needs no other file. */
        HTML,
        /** For Wireshark and tshark, with the TLS secrets inside. */
        PCAPNG,
        /** NSS key log, as browsers write it for SSLKEYLOGFILE. */
        KEY_LOG;

        /** How such files are usually called, for example {@code json}. */
        public String extension() {
            return this == KEY_LOG ? "keylog" : name().toLowerCase(Locale.ROOT);
        }

        /** Whether a recording is enough to write it; the others need the bytes on the wire. */
        public boolean isOfRecording() {
            return this == JSON || this == HTML;
        }
    }

    /** What goes in. */
    public enum Secrets {
        /**
         * User names, passwords, tokens and session tickets are overwritten. A pcapng of a session that carried a
         * password comes without the keys that would open it; a key log comes empty then.
         */
        REDACTED,
        /** Everything as it was sent. */
        KEPT
    }

    /**
     * Writes the run; closes nothing.
     *
     * @param words for what people read
     * @throws IOException from the stream
     */
    public static void write(Run run, Format format, Secrets secrets, RunWords words, OutputStream out)
            throws IOException {
        RunRedaction runRedaction = secrets == Secrets.KEPT ? RunRedaction.none() : RunRedaction.of(run.plan());
        switch (format) {
            case JSON, HTML -> write(Recording.of(run, secrets), format, words, out);
            case PCAPNG -> PcapngExport.write(run, runRedaction, out);
            case KEY_LOG -> out.write(KeyLines.of(run, runRedaction).getBytes(StandardCharsets.US_ASCII));
        }
    }

    /**
     * Writes a recording as it is; closes nothing.
     *
     * @param words for what people read
     * @throws IOException from the stream
     * @throws IllegalArgumentException for a format that is not {@linkplain Format#isOfRecording of recordings}
     */
    public static void write(Recording recording, Format format, RunWords words, OutputStream out) throws IOException {
        switch (format) {
            case JSON -> out.write(JsonExport.of(recording).getBytes(StandardCharsets.UTF_8));
            case HTML -> out.write(new HtmlExport(words).of(recording).getBytes(StandardCharsets.UTF_8));
            case PCAPNG, KEY_LOG -> throw new IllegalArgumentException(format.name());
        }
    }
}
