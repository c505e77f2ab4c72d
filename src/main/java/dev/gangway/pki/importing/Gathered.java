package dev.gangway.pki.importing;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The content of files and folders, read with bounds on their number and size.
 *
 * @param sources each with a name of its own: those of a folder are named from the folder on
 * @param problems what cannot be read
 * @param notices what is in a folder and too large to be a certificate
 */
public record Gathered(List<Source> sources, List<FileProblem> problems, List<Evidence> notices) {
    private static final int MAX_DEPTH = 6;

    public Gathered {
        sources = List.copyOf(sources);
        problems = List.copyOf(problems);
        notices = List.copyOf(notices);
    }

    /** Reads files, and folders with all that is below them; blocks for the disk. Links to folders are not followed. */
    public static Gathered of(List<Path> paths) {
        Run run = new Run();
        paths.forEach(run::add);
        return new Gathered(run.sources, run.problems, run.notices);
    }

    private static final class Run {
        private final List<Source> sources = new ArrayList<>();
        private final List<FileProblem> problems = new ArrayList<>();
        private final List<Evidence> notices = new ArrayList<>();
        private final Set<String> names = new HashSet<>();
        private long bytes;

        void add(Path path) {
            if (Files.isDirectory(path)) {
                folder(path);
            } else {
                file(path, name(path), false);
            }
        }

        private void folder(Path folder) {
            String name = name(folder);
            try (Stream<Path> walk = Files.walk(folder, MAX_DEPTH, new FileVisitOption[0])) {
                walk.filter(Files::isRegularFile)
                        .limit(Importer.MAX_FILES + 1L)
                        .sorted()
                        .forEach(file -> file(file, name + "/" + text(folder.relativize(file)), true));
            } catch (IOException | UncheckedIOException unreadable) {
                problems.add(new FileProblem(
                        name,
                        Diagnosis.of(PkiCode.FILE_UNREADABLE)
                                .with("file", folder)
                                .remedy("pki.check-rights")
                                .build()));
            }
        }

        private void file(Path file, String name, boolean amongOthers) {
            if (sources.size() == Importer.MAX_FILES || bytes > Importer.MAX_TOTAL_BYTES) {
                if (problems.stream().noneMatch(problem -> problem.diagnosis().is(PkiCode.TOO_MANY_FILES))) {
                    problems.add(new FileProblem(name, tooMany(name)));
                }
                return;
            }
            switch (Source.file(file, Importer.MAX_BYTES)) {
                case Outcome.Ok<Source>(Source source) -> {
                    bytes += source.bytes().length;
                    sources.add(new Source(name, source.bytes()));
                }
                case Outcome.Failed<Source>(Diagnosis why) -> {
                    if (amongOthers && why.is(PkiCode.FILE_TOO_LARGE)) {
                        notices.add(Evidence.inFile(name, 0, "pki.notice.too-large", "file", name));
                    } else {
                        problems.add(new FileProblem(name, why));
                    }
                }
            }
        }

        /** Its own name; with the folder around it where that name is taken. */
        private String name(Path path) {
            Path absolute = path.toAbsolutePath().normalize();
            String name = text(absolute);
            int from = absolute.getNameCount() - 1;
            while (from > 0 && !names.add(text(absolute.subpath(from, absolute.getNameCount())))) {
                from--;
            }
            return absolute.getNameCount() == 0 ? name : text(absolute.subpath(from, absolute.getNameCount()));
        }

        private static String text(Path path) {
            return path.toString().replace('\\', '/');
        }

        private static Diagnosis tooMany(String name) {
            return Diagnosis.of(PkiCode.TOO_MANY_FILES)
                    .with("file", name)
                    .with("limit", Importer.MAX_FILES)
                    .remedy("pki.choose-fewer")
                    .build();
        }
    }
}
