package dev.gangway.pki.export;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.PkiCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Writes the files of an export: all or none, never over an existing file, private keys for their owner alone. Each is
 * complete before it gets its name, so that nobody finds half a file under it.
 */
public final class ExportFolder {
    /** Rights of a file that holds a private key. */
    static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private ExportFolder() {}

    private record Staged(Path draft, Path target) {}

    /** The paths written; blocks for the disk. */
    public static Outcome<List<Path>> write(Path folder, List<ExportFile> files) {
        List<Staged> staged = new ArrayList<>();
        List<Path> written = new ArrayList<>();
        Path current = folder;
        try {
            Files.createDirectories(folder);
            for (ExportFile file : files) {
                current = folder.resolve(file.name());
                if (Files.exists(current)) {
                    throw new FileAlreadyExistsException(current.toString());
                }
                Path draft = folder.resolve("." + file.name() + "." + UUID.randomUUID() + ".part");
                staged.add(new Staged(draft, current));
                write(draft, file);
            }
            for (Staged each : staged) {
                current = each.target();
                Files.move(each.draft(), current);
                written.add(current);
            }
            return Outcome.ok(List.copyOf(written));
        } catch (FileAlreadyExistsException exists) {
            takeBack(written);
            return Diagnosis.of(PkiCode.EXPORT_EXISTS)
                    .with("file", current)
                    .remedy("pki.choose-other-folder")
                    .failed();
        } catch (IOException | UncheckedIOException refused) {
            takeBack(written);
            return Diagnosis.of(PkiCode.EXPORT_REFUSED)
                    .with("file", current)
                    .remedy("pki.check-folder")
                    .failed();
        } finally {
            takeBack(staged.stream().map(Staged::draft).toList());
        }
    }

    private static void write(Path path, ExportFile file) throws IOException {
        Set<StandardOpenOption> options =
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        // The rights are set as the file is made: later would be too late.
        FileAttribute<?>[] rights =
                file.isPrivate() && posix ? new FileAttribute<?>[] {OWNER_ONLY} : new FileAttribute<?>[0];
        try (SeekableByteChannel channel = Files.newByteChannel(path, options, rights)) {
            file.content().withBytes(bytes -> {
                try {
                    ByteBuffer left = ByteBuffer.wrap(bytes);
                    while (left.hasRemaining()) {
                        channel.write(left);
                    }
                    return left;
                } catch (IOException refused) {
                    throw new UncheckedIOException(refused);
                }
            });
        }
    }

    /** Takes files away again that were written, as far as they are there. */
    public static void takeBack(List<Path> written) {
        for (Path path : written) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException stays) {
                // It was ours and is complete; the diagnosis names the file that stopped us.
            }
        }
    }
}
