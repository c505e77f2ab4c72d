package dev.gangway.testing;

import dev.gangway.bench.export.ExportCode;
import dev.gangway.bench.export.Recording;
import dev.gangway.bench.export.RecordingFormat;
import dev.gangway.bench.export.RunExport;
import dev.gangway.bench.export.RunExport.Format;
import dev.gangway.bench.export.RunExport.Secrets;
import dev.gangway.bench.export.RunWords;
import dev.gangway.bench.model.Run;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.vault.Vault;
import dev.gangway.vault.files.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Tests in files for others: written for their owner alone, whole or not at all, and noted in the audit log. */
public final class RunFiles {
    private final Vault vault;

    /** Notes in the audit log of this vault what was written. */
    public RunFiles(Vault vault) {
        this.vault = vault;
    }

    /**
     * Writes a test, in place of a file that is there.
     *
     * @param subject what the audit log calls it: a device's id, or an endpoint
     * @param words for what people read in it
     */
    public Outcome<Path> write(Run run, String subject, Format format, Secrets secrets, RunWords words, Path file) {
        return write(subject, format, secrets, file, () -> write(run, format, secrets, words, file));
    }

    /** Writes a recording, in place of a file that is there; for formats {@linkplain Format#isOfRecording of them}. */
    public Outcome<Path> write(Recording recording, String subject, Format format, RunWords words, Path file) {
        Secrets secrets = recording.redacted() ? Secrets.REDACTED : Secrets.KEPT;
        return write(
                subject,
                format,
                secrets,
                file,
                () -> OwnerOnly.write(file, out -> RunExport.write(recording, format, words, out)));
    }

    /**
     * Writes a test without a word in any audit log: for the command line, which tests without a vault, too.
     *
     * @throws IOException where the file cannot be written
     */
    public static void write(Run run, Format format, Secrets secrets, RunWords words, Path file) throws IOException {
        OwnerOnly.write(file, out -> RunExport.write(run, format, secrets, words, out));
    }

    /** Reads a test that was exported as JSON. */
    public Outcome<Recording> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return RecordingFormat.parse(in.readNBytes(RecordingFormat.MAX_JSON))
                    .map(Outcome::ok)
                    .orElseGet(() -> problem(ExportCode.NOT_A_TEST, file)
                            .remedy("export.choose-json")
                            .failed());
        } catch (IOException refused) {
            return problem(ExportCode.NOT_READ, file)
                    .remedy("export.check-file")
                    .failed();
        }
    }

    /** What writes a file. */
    private interface Writing {
        void run() throws IOException;
    }

    private Outcome<Path> write(String subject, Format format, Secrets secrets, Path file, Writing writing) {
        try {
            writing.run();
        } catch (IOException refused) {
            return problem(ExportCode.NOT_WRITTEN, file)
                    .remedy("export.other-place")
                    .failed();
        }
        vault.audit()
                .append(
                        "run.exported",
                        subject,
                        Map.of(
                                "file",
                                String.valueOf(file.getFileName()),
                                "format",
                                format.extension(),
                                "secrets",
                                secrets == Secrets.KEPT ? "kept" : "taken out"));
        return Outcome.ok(file);
    }

    private static Diagnosis.Builder problem(ExportCode code, Path file) {
        return Diagnosis.of(code).with("file", file);
    }
}
