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

/** Writes the files of an export: all or none, never over an existing file, private keys for their owner alone. */
public final class ExportFolder {
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private ExportFolder() {}

    /** The paths written. */
    public static Outcome<List<Path>> write(Path folder, List<ExportFile> files) {
        List<Path> written = new ArrayList<>();
        Path current = folder;
        try {
            Files.createDirectories(folder);
            for (ExportFile file : files) {
                current = folder.resolve(file.name());
                write(current, file);
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
        }
    }

    private static void write(Path path, ExportFile file) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
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

    private static void takeBack(List<Path> written) {
        for (Path path : written) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException stays) {
                // It was ours and is complete; the diagnosis names the file that stopped us.
            }
        }
    }
}
