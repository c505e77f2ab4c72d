package dev.gangway.line.batch;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.vault.files.WholeFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder into which lists are put, with {@code working}, {@code done} and {@code failed} in it. A list is taken by one
 * move, so that nobody takes it twice, under a name that neither of them has yet; what came of it is written down before
 * it is moved on, so that a crash leaves a list that is gone on with or one that is moved on, and none that begins anew.
 * One thread.
 */
final class WatchFolder implements AutoCloseable {
    private static final Set<String> TABLES = Set.of("csv", "tsv", "txt", "xlsx", "json", "jsonl", "ndjson");
    private static final String RESULTS = ".results.csv";
    private static final String SUMMARY = ".summary.json";
    private static final String END = ".end";

    private final Path folder;
    private final FileChannel lock;
    private final Duration settle;
    private final Map<Path, Look> looks = new HashMap<>();
    private final Set<Path> leftAlone = new HashSet<>();

    private WatchFolder(Path folder, FileChannel lock, Duration settle) {
        this.folder = folder;
        this.lock = lock;
        this.settle = settle;
    }

    private record Look(long size, FileTime changed, long sinceNanos) {}

    /**
     * Opens it for this process alone.
     *
     * @param settle how long a list has to stay as it is before it is taken to be whole
     */
    static Outcome<WatchFolder> open(Path folder, Duration settle) {
        if (!Files.isDirectory(folder)) {
            return Diagnosis.of(BatchCode.FOLDER_MISSING)
                    .with("folder", folder)
                    .remedy("batch.make-folder")
                    .failed();
        }
        try {
            for (String name : List.of("working", "done", "failed")) {
                Files.createDirectories(folder.resolve(name));
            }
            FileChannel channel = FileChannel.open(
                    folder.resolve("working").resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                FileLock held = channel.tryLock();
                if (held != null) {
                    return Outcome.ok(new WatchFolder(folder, channel, settle));
                }
            } catch (OverlappingFileLockException e) {
                // this very program has it
            }
            channel.close();
            return Diagnosis.of(BatchCode.RUNNING_ELSEWHERE)
                    .with("file", folder)
                    .remedy("batch.wait")
                    .failed();
        } catch (IOException e) {
            return unwritable(folder);
        }
    }

    /** A list that is being worked on. */
    record Taken(Path list) {
        Path results() {
            return list.resolveSibling(list.getFileName() + RESULTS);
        }

        private Path summary() {
            return list.resolveSibling(list.getFileName() + SUMMARY);
        }

        private Path end() {
            return list.resolveSibling(list.getFileName() + END);
        }
    }

    /** Lists that were taken before a crash and have no end yet; those that have one are moved on. */
    Outcome<List<Taken>> interrupted() {
        try (Stream<Path> all = Files.list(folder.resolve("working"))) {
            List<Path> files = all.sorted().toList();
            for (Path file : files) {
                if (file.toString().endsWith(END)) {
                    String name = file.getFileName().toString();
                    moveOn(new Taken(file.resolveSibling(name.substring(0, name.length() - END.length()))));
                }
            }
            return Outcome.ok(files.stream()
                    .filter(file -> isTable(file) && !isOurs(file) && Files.exists(file))
                    .map(Taken::new)
                    .toList());
        } catch (IOException e) {
            return unwritable(folder);
        }
    }

    /** The next list that is whole, taken; empty where none is. */
    Outcome<Optional<Taken>> next() {
        try {
            for (Path file : files()) {
                if (isTable(file) && isWhole(file)) {
                    Path target = folder.resolve("working").resolve(unused(file));
                    Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
                    looks.remove(file);
                    return Outcome.ok(Optional.of(new Taken(target)));
                }
            }
            return Outcome.ok(Optional.empty());
        } catch (IOException e) {
            return unwritable(folder);
        }
    }

    /** Whether lists are there that are not whole yet. */
    boolean hasMore() {
        try {
            return files().stream().anyMatch(WatchFolder::isTable);
        } catch (IOException e) {
            return false;
        }
    }

    /** Names of files that are no lists, each told once. */
    List<String> leftAlone() {
        List<String> told = new ArrayList<>();
        try {
            for (Path file : files()) {
                if (!isTable(file) && leftAlone.add(file)) {
                    told.add(file.getFileName().toString());
                }
            }
        } catch (IOException e) {
            return told; // the next look says that the folder cannot be read
        }
        return told;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !isPart(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    /** By the names that copying programs give to what they have not written to its end. */
    private static boolean isPart(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return small.startsWith(".")
                || small.startsWith("~")
                || small.endsWith("~")
                || Stream.of(".part", ".tmp", ".partial", ".filepart", ".crdownload")
                        .anyMatch(small::endsWith);
    }

    private static boolean isTable(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !isPart(name) && TABLES.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static boolean isOurs(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(RESULTS) || name.endsWith(SUMMARY);
    }

    private boolean isWhole(Path file) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Look before = looks.get(file);
        if (before != null && before.size() == now.size() && before.changed().equals(now.lastModifiedTime())) {
            return System.nanoTime() - before.sinceNanos() >= settle.toNanos();
        }
        looks.put(file, new Look(now.size(), now.lastModifiedTime(), System.nanoTime()));
        return settle.isZero() && now.size() > 0;
    }

    /** Its name, with a number where a list of that name was here before. */
    private String unused(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String candidate = name;
        for (int i = 2; isUsed(candidate); i++) {
            candidate = name.substring(0, dot) + "-" + i + name.substring(dot);
        }
        return candidate;
    }

    private boolean isUsed(String name) {
        return Stream.of("working", "done", "failed")
                .anyMatch(each -> Files.exists(folder.resolve(each).resolve(name)));
    }

    /**
     * Ends the work on a list: writes its summary down, and moves all of it on.
     *
     * @param good whether it goes to {@code done}
     * @return where the list is now
     */
    Outcome<Path> end(Taken taken, boolean good, String summary) {
        try {
            Files.writeString(taken.summary(), summary + "\n");
            WholeFile.replace(taken.end(), (good ? "done" : "failed").getBytes(StandardCharsets.US_ASCII));
            return Outcome.ok(moveOn(taken));
        } catch (IOException e) {
            return unwritable(folder);
        }
    }

    private Path moveOn(Taken taken) throws IOException {
        Path target = folder.resolve(Files.readString(taken.end()).strip().equals("done") ? "done" : "failed");
        for (Path file : List.of(taken.results(), taken.summary(), taken.list())) {
            if (Files.exists(file)) {
                Files.move(file, target.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        Files.deleteIfExists(BatchState.beside(taken.results()));
        Files.deleteIfExists(taken.end());
        return target.resolve(taken.list().getFileName());
    }

    static <T> Outcome<T> unwritable(Path folder) {
        return Diagnosis.of(BatchCode.FOLDER_UNWRITABLE)
                .with("folder", folder)
                .remedy("batch.free-disk")
                .failed();
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            // the lock ends with the process
        }
    }
}
