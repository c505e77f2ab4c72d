package dev.gangway.pki.importing;

import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.Source;
import java.util.List;

/**
 * Reads whatever people have: PEM and DER in all their forms, PKCS#7, PKCS#12, JKS, JCEKS, BCFKS, OpenSSH keys, and ZIP
 * archives of these, recognised by content. Nothing is stored: the result is a preview. Safe for use by several threads;
 * may take seconds where keys are derived from passphrases.
 */
public interface Importer {
    /** Most that is read from one file, and from all entries of one archive together. */
    int MAX_BYTES = 16 << 20;

    /**
     * What these files hold, all or nothing: the first file that is damaged or stays closed makes it fail. A file
     * that has nothing to do with certificates fails where it is alone, and is noted and left out among others.
     */
    Outcome<ImportPreview> read(List<Source> sources, Passphrases passphrases);
}
