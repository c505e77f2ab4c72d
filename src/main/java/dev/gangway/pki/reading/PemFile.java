package dev.gangway.pki.reading;

import dev.gangway.diagnosis.Evidence;
import java.util.List;

/**
 * The PEM blocks of a file.
 *
 * @param blocks in the order of the file; none where it is not PEM
 * @param embedded what the text around them holds in base64 or as numbers
 * @param notices what was untidy around them
 */
public record PemFile(List<PemBlock> blocks, List<Embedded> embedded, List<Evidence> notices) {
    public PemFile {
        blocks = List.copyOf(blocks);
        embedded = List.copyOf(embedded);
        notices = List.copyOf(notices);
    }
}
