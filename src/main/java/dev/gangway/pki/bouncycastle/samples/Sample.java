package dev.gangway.pki.bouncycastle.samples;

import dev.gangway.pki.export.ExportFile;
import java.util.List;
import java.util.Optional;

/**
 * One case of the sample set.
 *
 * @param name what it is, as the first part of its file names
 * @param about one sentence for the README
 * @param said id of the diagnosis, or key of the note, that Gangway has for it; empty where nothing is wrong
 * @param files certificate, key, and so on
 */
public record Sample(String name, String about, Optional<String> said, List<ExportFile> files) {
    public Sample {
        files = List.copyOf(files);
    }
}
