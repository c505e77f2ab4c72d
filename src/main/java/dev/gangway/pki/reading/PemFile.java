package dev.gangway.pki.reading;

import dev.gangway.diagnosis.Evidence;
import java.util.List;

/**
 * The PEM blocks of a file.
 *
 * @param blocks in the order of the file; none where it is not PEM
 * @param notices what was untidy around them
 */
public record PemFile(List<PemBlock> blocks, List<Evidence> notices) {
    public PemFile {
        blocks = List.copyOf(blocks);
        notices = List.copyOf(notices);
    }
}
