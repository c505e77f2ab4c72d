package dev.gangway.pki.importing;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Files out of folders and ZIP archives, with bounds: a small archive can unpack to anything. */
public final class Archives {
    private static final int MAX_FILES = 2_000;
    private static final int MAX_DEPTH = 6;

    private Archives() {}

    /** The files below a folder, or the one file. */
    public static Outcome<List<Source>> files(Path path) {
        if (!Files.isDirectory(path)) {
            return Source.file(path, Importer.MAX_BYTES).map(List::of);
        }
        List<Path> found;
        try (Stream<Path> walk = Files.walk(path, MAX_DEPTH, new FileVisitOption[0])) {
            found = walk.filter(Files::isRegularFile)
                    .sorted()
                    .limit(MAX_FILES + 1L)
                    .toList();
        } catch (IOException unreadable) {
            return Diagnosis.of(PkiCode.FILE_UNREADABLE)
                    .with("file", path)
                    .remedy("pki.check-rights")
                    .failed();
        }
        if (found.size() > MAX_FILES) {
            return tooMany(String.valueOf(path.getFileName()));
        }
        List<Source> sources = new ArrayList<>();
        for (Path file : found) {
            switch (Source.file(file, Importer.MAX_BYTES)) {
                case Outcome.Ok<Source>(Source source) -> sources.add(source);
                case Outcome.Failed<Source>(Diagnosis diagnosis) -> {
                    return Outcome.failed(diagnosis);
                }
            }
        }
        return Outcome.ok(sources);
    }

    /** Whether it is a ZIP archive. */
    public static boolean isZip(Source source) {
        byte[] bytes = source.bytes();
        return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
    }

    /** The files in a ZIP archive, named {@code archive.zip/entry}. Archives inside are left as they are. */
    public static Outcome<List<Source>> unzip(Source archive) {
        List<Source> sources = new ArrayList<>();
        int left = Importer.MAX_BYTES;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive.bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                byte[] bytes = zip.readNBytes(left + 1);
                left -= bytes.length;
                if (left < 0) {
                    return Source.tooLarge(archive.name(), Importer.MAX_BYTES);
                }
                if (sources.size() == MAX_FILES) {
                    return tooMany(archive.name());
                }
                sources.add(new Source(archive.name() + "/" + entry.getName(), bytes));
            }
        } catch (IOException | IllegalArgumentException damaged) {
            return Diagnosis.of(PkiCode.ARCHIVE_DAMAGED)
                    .with("file", archive.name())
                    .remedy("pki.copy-again")
                    .failed();
        }
        return Outcome.ok(sources);
    }

    private static Outcome<List<Source>> tooMany(String name) {
        return Diagnosis.of(PkiCode.TOO_MANY_FILES)
                .with("file", name)
                .with("limit", MAX_FILES)
                .remedy("pki.choose-fewer")
                .failed();
    }
}
