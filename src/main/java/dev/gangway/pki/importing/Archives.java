package dev.gangway.pki.importing;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Files out of archives (ZIP, tar, gzip), with bounds on their number, their size, how much they were squeezed and how deep archives
 * lie in archives: a small one can unpack to anything. Nothing is written to the disk.
 */
public final class Archives {
    private static final int MAX_NESTING = 3;
    /** Certificates shrink to two thirds, the emptiest text to a hundredth. */
    private static final int MAX_RATIO = 200;

    private static final int HARMLESS_BYTES = 1 << 20;
    private static final int ENCRYPTED = 1;

    private Archives() {}

    /** Whether it is an archive, or a file compressed alone. */
    public static boolean isArchive(Source source) {
        return isZip(source.bytes()) || isGzip(source.bytes()) || Tar.isTar(source.bytes());
    }

    private static boolean isGzip(byte[] bytes) {
        return bytes.length > 18 && bytes[0] == 0x1F && (bytes[1] & 0xFF) == 0x8B && bytes[2] == 8;
    }

    private static boolean isZip(byte[] bytes) {
        return bytes.length > 6 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
    }

    /** The files in an archive and in the archives inside, named {@code archive.zip/entry}. */
    public static Outcome<List<Source>> unpack(Source archive) {
        Unpacking unpacking = new Unpacking(archive);
        return unpacking.add(archive, 1).map(done -> List.copyOf(unpacking.sources));
    }

    private static final class Unpacking {
        private final Source outermost;
        private final List<Source> sources = new ArrayList<>();
        private long unpacked;

        Unpacking(Source outermost) {
            this.outermost = outermost;
        }

        Outcome<Outcome.Done> add(Source archive, int depth) {
            if (depth > MAX_NESTING) {
                return failed(PkiCode.ARCHIVE_NESTED, archive, "limit", MAX_NESTING, "pki.unpack-first");
            }
            if (isGzip(archive.bytes())) {
                return gzip(archive, depth);
            }
            return isZip(archive.bytes()) ? zip(archive, depth) : tar(archive, depth);
        }

        private Outcome<Outcome.Done> gzip(Source archive, int depth) {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(archive.bytes()))) {
                Source inside = new Source(archive.name(), bytes(in));
                if (!Tar.isTar(inside.bytes())) {
                    return add(inside, archive, depth);
                }
                return unpackedTooFar(inside.bytes().length)
                        ? failed(PkiCode.ARCHIVE_BOMB, archive, "limit", MAX_RATIO, "pki.choose-other-file")
                        : tar(inside, depth);
            } catch (IOException damaged) {
                return failed(PkiCode.ARCHIVE_DAMAGED, archive, "limit", 0, "pki.copy-again");
            }
        }

        private boolean unpackedTooFar(long more) {
            return unpacked + more > Math.max(HARMLESS_BYTES, (long) MAX_RATIO * outermost.bytes().length)
                    || unpacked + more > Importer.MAX_BYTES;
        }

        private Outcome<Outcome.Done> tar(Source archive, int depth) {
            Tar tar = new Tar(archive.bytes());
            try {
                for (Tar.Entry entry = tar.next(); entry != null; entry = tar.next()) {
                    Outcome<Outcome.Done> added =
                            add(new Source(archive.name() + "/" + entry.name(), entry.content()), archive, depth);
                    if (!added.isOk()) {
                        return added;
                    }
                }
                return Outcome.done();
            } catch (IOException damaged) {
                return failed(PkiCode.ARCHIVE_DAMAGED, archive, "limit", 0, "pki.copy-again");
            }
        }

        private Outcome<Outcome.Done> zip(Source archive, int depth) {
            if ((archive.bytes()[6] & ENCRYPTED) != 0) {
                return failed(PkiCode.ARCHIVE_ENCRYPTED, archive, "limit", 0, "pki.unpack-first");
            }
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive.bytes()))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    Outcome<Outcome.Done> added = entry.isDirectory()
                            ? Outcome.done()
                            : add(new Source(archive.name() + "/" + entry.getName(), bytes(zip)), archive, depth);
                    if (!added.isOk()) {
                        return added;
                    }
                }
                return Outcome.done();
            } catch (IOException | IllegalArgumentException damaged) {
                return failed(PkiCode.ARCHIVE_DAMAGED, archive, "limit", 0, "pki.copy-again");
            }
        }

        private Outcome<Outcome.Done> add(Source entry, Source archive, int depth) {
            unpacked += entry.bytes().length;
            if (unpacked > Math.max(HARMLESS_BYTES, (long) MAX_RATIO * outermost.bytes().length)) {
                return failed(PkiCode.ARCHIVE_BOMB, archive, "limit", MAX_RATIO, "pki.choose-other-file");
            }
            if (unpacked > Importer.MAX_BYTES) {
                return Source.tooLarge(archive.name(), Importer.MAX_BYTES);
            }
            if (isArchive(entry)) {
                return add(entry, depth + 1);
            }
            if (sources.size() == Importer.MAX_FILES) {
                return failed(PkiCode.TOO_MANY_FILES, archive, "limit", Importer.MAX_FILES, "pki.choose-fewer");
            }
            sources.add(entry);
            return Outcome.done();
        }

        /** One byte more than allowed is enough to know. */
        private byte[] bytes(InputStream zip) throws IOException {
            return zip.readNBytes((int) (Importer.MAX_BYTES - unpacked + 1));
        }

        private static Outcome<Outcome.Done> failed(
                PkiCode code, Source archive, String name, int value, String remedy) {
            return Diagnosis.of(code)
                    .with("file", archive.name())
                    .with(name, value)
                    .remedy(remedy)
                    .failed();
        }
    }
}
