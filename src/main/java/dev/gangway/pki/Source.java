package dev.gangway.pki;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * Bytes to be read as a certificate or a key, with the name that people know them by. May hold a private key, so it
 * prints as its name alone.
 *
 * @param name file name, or what stands for it, for example {@code pasted text}
 * @param bytes the content; the caller does not change it any more
 */
public record Source(String name, byte[] bytes) {
    /** More than any certificate, chain or key has; larger files are refused unread. */
    public static final int MAX_CREDENTIAL_BYTES = 1 << 20;

    private static final List<Path> OPENED =
            List.of(Path.of("/dev/fd"), Path.of("/proc/self/fd"), Path.of("/dev/stdin"));

    /** Text that was pasted or typed. */
    public static Source text(String name, String text) {
        return new Source(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A file of at most {@link #MAX_CREDENTIAL_BYTES}. Fails where it is missing, too large or cannot be read. */
    public static Outcome<Source> file(Path file) {
        return file(file, MAX_CREDENTIAL_BYTES);
    }

    /** A file of at most {@code limit} bytes. Fails where it is missing, too large or cannot be read. */
    public static Outcome<Source> file(Path file, int limit) {
        String name = String.valueOf(file.getFileName());
        if (isEndless(file)) {
            return Diagnosis.of(PkiCode.FILE_NOT_REGULAR)
                    .with("file", file)
                    .remedy("pki.choose-other-file")
                    .failed();
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(limit + 1);
            return bytes.length > limit ? tooLarge(name, limit) : Outcome.ok(new Source(name, bytes));
        } catch (NoSuchFileException missing) {
            return Diagnosis.of(PkiCode.FILE_MISSING)
                    .with("file", file)
                    .remedy("pki.check-path")
                    .failed();
        } catch (IOException unreadable) {
            return Diagnosis.of(PkiCode.FILE_UNREADABLE)
                    .with("file", file)
                    .remedy("pki.check-rights")
                    .failed();
        }
    }

    /** A pipe whose other end nobody may hold, or a device; but not what a shell has opened for {@code <(command)}. */
    private static boolean isEndless(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).isOther()
                    && OPENED.stream().noneMatch(file.toAbsolutePath()::startsWith);
        } catch (IOException missing) {
            return false;
        }
    }

    /** The failure for a file with more than {@code limit} bytes. */
    public static <T> Outcome<T> tooLarge(String name, int limit) {
        return Diagnosis.of(PkiCode.FILE_TOO_LARGE)
                .with("file", name)
                .with("limit", limit >> 20)
                .remedy("pki.choose-other-file")
                .failed();
    }

    @Override
    public String toString() {
        return name;
    }
}
