package dev.gangway.transfer.exporting;

import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.export.ExportArchive;
import dev.gangway.pki.export.ExportFile;
import dev.gangway.pki.export.ExportFormat;
import dev.gangway.secret.Secret;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Several certificates and keys of the vault, each in a folder of its own: all below one folder, or in one ZIP archive,
 * under one passphrase. The folders bear the names of what they hold; no two are the same, whatever the file system makes
 * of capitals. Used by one thread at a time; blocks for the disk.
 */
public final class SeveralExports implements AutoCloseable {
    /** Longest name of a folder: what every file system takes, with room for the files in it. */
    private static final int LONGEST = 120;

    private static final String RESERVED_ON_WINDOWS = "(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?";

    private final Exports exports;
    private final Choice choice;
    private final Map<UUID, String> folders = new HashMap<>();
    private final Map<UUID, List<ExportFile>> gathered = new LinkedHashMap<>();
    private final Set<Exportable> unlogged = new HashSet<>();
    private boolean written;

    /**
     * What was asked for once, for all of them.
     *
     * @param passphrase for the formats that need one; wiped by {@link SeveralExports#close}
     * @param target a folder, which is made where it is missing, or the archive, which must not be there
     * @param archive whether it is an archive
     */
    public record Choice(ExportFormat format, Optional<Secret> passphrase, Path target, boolean archive) {}

    /** Of these; nothing is written yet. */
    SeveralExports(Exports exports, Choice choice, List<Exportable> all) {
        this.exports = exports;
        this.choice = choice;
        Set<String> taken = new HashSet<>();
        all.forEach(each -> folders.put(each.id(), unique(each.name(), taken)));
    }

    /** Where they go. */
    public Path target() {
        return choice.target();
    }

    /** Writes one of them into its folder, or gets it ready for the archive. Fails as {@link Exports#write}. */
    public Outcome<Outcome.Done> add(Exportable what) {
        if (!choice.archive()) {
            Path folder = choice.target().resolve(folders.get(what.id()));
            return exports.write(what, choice.format(), choice.passphrase(), folder)
                    .map(files -> Outcome.Done.DONE);
        }
        return exports.files(what, choice.format(), choice.passphrase()).map(files -> {
            gathered.put(what.id(), files);
            unlogged.add(what);
            return Outcome.Done.DONE;
        });
    }

    /**
     * Writes the archive with all that were got ready, in place of one that this wrote before; does nothing for a folder.
     * Nothing is written where nothing was got ready.
     */
    public Outcome<Outcome.Done> finish() {
        if (!choice.archive() || gathered.isEmpty()) {
            return Outcome.done();
        }
        Map<String, List<ExportFile>> entries = new LinkedHashMap<>();
        gathered.forEach((id, files) -> entries.put(folders.get(id), files));
        return ExportArchive.write(choice.target(), entries, written).map(done -> {
            written = true;
            exports.log(unlogged, choice.format(), List.of(choice.target()));
            unlogged.clear();
            return done;
        });
    }

    /** Adds its lower-case form to {@code taken}. */
    private static String unique(String name, Set<String> taken) {
        String safe = name.replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("^\\.+|\\.+$", "_");
        safe = safe.substring(0, Math.min(LONGEST, safe.length()));
        safe = safe.matches(RESERVED_ON_WINDOWS) || safe.isEmpty() ? "_" + safe : safe;
        String unique = safe;
        for (int number = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); number++) {
            unique = safe + "-" + number;
        }
        return unique;
    }

    /** Wipes the passphrase and what was got ready. */
    @Override
    public void close() {
        choice.passphrase().ifPresent(Secret::close);
        gathered.values().forEach(files -> files.forEach(file -> file.content().close()));
        gathered.clear();
    }
}
