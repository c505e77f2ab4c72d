package dev.gangway.line.batch.table;

import dev.gangway.diagnosis.Diagnosis;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Unpacks a workbook once into nothing, counting, so that no part of it can grow beyond bounds where it matters. */
final class ZipBounds {
    private static final int MOST_PARTS = 10_000;
    /** Bytes; the table of strings is held in memory. */
    private static final long LARGEST_STRINGS = 128L << 20;

    private static final long LARGEST_PART = 2L << 30;
    /** From here on how much smaller the packed bytes are is looked at. */
    private static final long RATIO_FROM = 32L << 20;

    private static final long HIGHEST_RATIO = 150;

    private ZipBounds() {}

    /** Why this workbook is not opened; empty where it is fine. */
    static Optional<Diagnosis> check(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("xl/workbook.xml") == null) {
                return Optional.of(Diagnosis.of(TableCode.NOT_A_TABLE)
                        .with("file", Tables.name(file))
                        .remedy("table.save-as-xlsx")
                        .build());
            }
            if (zip.size() > MOST_PARTS) {
                return bomb(file, "parts");
            }
            byte[] buffer = new byte[1 << 16];
            for (Enumeration<? extends ZipEntry> each = zip.entries(); each.hasMoreElements(); ) {
                ZipEntry entry = each.nextElement();
                if (entry.isDirectory() || !entry.getName().endsWith(".xml")) {
                    continue;
                }
                long most = entry.getName().endsWith("sharedStrings.xml") ? LARGEST_STRINGS : LARGEST_PART;
                long packed = Math.max(1, entry.getCompressedSize());
                long size = 0;
                try (InputStream bytes = zip.getInputStream(entry)) {
                    for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                        size += read;
                        if (size > most || size > RATIO_FROM && size / packed > HIGHEST_RATIO) {
                            return bomb(file, entry.getName());
                        }
                    }
                }
            }
            return Optional.empty();
        } catch (NoSuchFileException e) {
            return Tables.unreadable(Tables.name(file)).failure();
        } catch (IOException e) {
            return Optional.of(Diagnosis.of(TableCode.WORKBOOK_DAMAGED)
                    .with("file", Tables.name(file))
                    .with("line", 1)
                    .remedy("table.save-as-xlsx")
                    .build());
        }
    }

    private static Optional<Diagnosis> bomb(Path file, String part) {
        return Optional.of(Diagnosis.of(TableCode.WORKBOOK_BOMB)
                .with("file", Tables.name(file))
                .with("part", part)
                .remedy("table.save-as-csv")
                .build());
    }
}
