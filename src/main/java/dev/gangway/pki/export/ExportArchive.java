package dev.gangway.pki.export;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.PkiCode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes exports into one ZIP archive, for its owner alone, which is complete before it gets its name. The entries are
 * not encrypted by the archive: what protects a private key is the form it is exported in.
 */
public final class ExportArchive {
    private ExportArchive() {}

    /**
     * Writes it; blocks for the disk.
     *
     * @param archive is never written over, unless {@code replace}
     * @param folders the files by the folder that they go into
     * @param replace whether one that is there is our own, to be written anew
     */
    public static Outcome<Outcome.Done> write(Path archive, Map<String, List<ExportFile>> folders, boolean replace) {
        Path target = archive.toAbsolutePath();
        Path draft = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Files.createDirectories(target.getParent());
            if (!replace && Files.exists(target)) {
                throw new FileAlreadyExistsException(target.toString());
            }
            fill(draft, folders);
            if (replace) {
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.move(draft, target);
            }
            return Outcome.done();
        } catch (FileAlreadyExistsException exists) {
            return Diagnosis.of(PkiCode.EXPORT_EXISTS)
                    .with("file", archive)
                    .remedy("pki.choose-other-folder")
                    .failed();
        } catch (IOException | UncheckedIOException refused) {
            return Diagnosis.of(PkiCode.EXPORT_REFUSED)
                    .with("file", archive)
                    .remedy("pki.check-folder")
                    .failed();
        } finally {
            ExportFolder.takeBack(List.of(draft));
        }
    }

    private static void fill(Path draft, Map<String, List<ExportFile>> folders) throws IOException {
        boolean posix = draft.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] rights = posix ? new FileAttribute<?>[] {ExportFolder.OWNER_ONLY} : new FileAttribute<?>[0];
        try (FileChannel channel = FileChannel.open(
                        draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), rights);
                OutputStream out = Channels.newOutputStream(channel);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, List<ExportFile>> folder : folders.entrySet()) {
                for (ExportFile file : folder.getValue()) {
                    zip.putNextEntry(new ZipEntry(folder.getKey() + "/" + file.name()));
                    file.content().withBytes(bytes -> copy(bytes, zip));
                    zip.closeEntry();
                }
            }
            zip.finish();
            channel.force(true);
        }
    }

    private static Outcome.Done copy(byte[] bytes, ZipOutputStream zip) {
        try {
            zip.write(bytes);
            return Outcome.Done.DONE;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
