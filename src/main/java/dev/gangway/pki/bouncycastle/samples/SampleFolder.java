package dev.gangway.pki.bouncycastle.samples;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.bouncycastle.samples.SampleSet.Sample;
import dev.gangway.pki.export.ExportFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Writes the sample set into a folder, over an older one: all of it or nothing. */
public final class SampleFolder {
    private SampleFolder() {}

    /** The paths written, the README first. */
    public static Outcome<List<Path>> write(Path folder, Instant now) {
        List<Sample> samples = SampleSet.make(now);
        List<Path> drafts = new ArrayList<>();
        boolean existed = Files.exists(folder);
        try {
            Path staging = Files.createDirectories(folder.resolve("." + UUID.randomUUID() + ".part"));
            drafts.add(staging);
            drafts.add(staging.resolve("README.md"));
            Files.writeString(drafts.getLast(), readme(samples));
            for (Sample sample : samples) {
                for (ExportFile file : sample.files()) {
                    drafts.add(staging.resolve(file.name()));
                    write(drafts.getLast(), file);
                }
            }
            List<Path> written = new ArrayList<>();
            for (Path draft : drafts.subList(1, drafts.size())) {
                written.add(
                        Files.move(draft, folder.resolve(draft.getFileName()), StandardCopyOption.REPLACE_EXISTING));
            }
            Files.delete(staging);
            return Outcome.ok(List.copyOf(written));
        } catch (IOException | UncheckedIOException refused) {
            takeBack(drafts);
            if (!existed) {
                takeBack(List.of(folder));
            }
            return Diagnosis.of(PkiCode.EXPORT_REFUSED)
                    .with("file", folder)
                    .remedy("pki.check-folder")
                    .failed();
        }
    }

    private static void takeBack(List<Path> drafts) {
        for (Path draft : drafts.reversed()) {
            try {
                Files.deleteIfExists(draft);
            } catch (IOException stays) {
                return; // what could not be written is told; this comes of the same
            }
        }
    }

    private static Path write(Path path, ExportFile file) {
        return file.content().withBytes(bytes -> {
            try {
                return Files.write(path, bytes);
            } catch (IOException refused) {
                throw new UncheckedIOException(refused);
            }
        });
    }

    static String readme(List<Sample> samples) {
        StringBuilder text = new StringBuilder("""
            # Sample certificates

            Sound ones to start with, and one for every mistake that people make with certificates.
            Their private keys are public: nothing real may ever trust them.
            The passphrase of everything that is encrypted is `%s`.

            `gangway samples <folder>` makes them afresh.

            | files | what it is | what Gangway says |
            |---|---|---|
            """.formatted(SampleSet.PASSPHRASE));
        for (Sample sample : samples) {
            List<String> names =
                    sample.files().stream().map(file -> "`" + file.name() + "`").toList();
            text.append("| ").append(String.join(", ", names));
            text.append(" | ").append(sample.about());
            text.append(" | ")
                    .append(sample.said().map(said -> "`" + said + "`").orElse(""));
            text.append(" |\n");
        }
        return text.toString();
    }
}
