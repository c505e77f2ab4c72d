package dev.gangway.pki.importing;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Source;
import java.util.List;

/**
 * Reads whatever people have: PEM and DER in all their forms, PKCS#7, PKCS#12, JKS, JCEKS, BKS, UBER, BCFKS, OpenSSH
 * keys, JSON Web Keys, all of these in base64 or as constants inside other texts, and archives (ZIP, tar, gzip) of these,
 * recognised by content. Nothing is stored: the result is a preview. Safe for use by several threads; may take seconds
 * where keys are derived from passphrases.
 */
public interface Importer {
    /** Most that is read from one file, and from all entries of one archive together. */
    int MAX_BYTES = 16 << 20;

    /** Most that one import reads. */
    int MAX_TOTAL_BYTES = 64 << 20;

    /** Most files of one import, in folders and archives as well. */
    int MAX_FILES = 10_000;

    /**
     * What these files hold, each damaged or closed one as a problem of its own. A file that has nothing to do with
     * certificates is a problem where it is alone or named like one, and is noted and left out among others.
     */
    ImportPreview preview(List<Source> sources, Passphrases passphrases);

    /** The same, all or nothing: the first problem makes it fail, and so does a preview without items. */
    default Outcome<ImportPreview> read(List<Source> sources, Passphrases passphrases) {
        ImportPreview preview = preview(sources, passphrases);
        if (!preview.problems().isEmpty()) {
            return Outcome.failed(preview.problems().getFirst().diagnosis());
        }
        return preview.items().isEmpty() ? Outcome.failed(nothingFound()) : Outcome.ok(preview);
    }

    /** Neither certificate nor key in any of the files. */
    static Diagnosis nothingFound() {
        return Diagnosis.of(PkiCode.NOTHING_FOUND)
                .remedy("pki.choose-pem-or-der")
                .build();
    }
}
