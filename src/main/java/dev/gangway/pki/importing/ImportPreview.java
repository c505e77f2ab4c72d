package dev.gangway.pki.importing;

import dev.gangway.diagnosis.Evidence;
import java.util.List;

/**
 * What an import would store.
 *
 * @param items in the order in which they were found
 * @param notices what was left out or put right, with its place
 */
public record ImportPreview(List<ImportItem> items, List<Evidence> notices) {
    public ImportPreview {
        items = List.copyOf(items);
        notices = List.copyOf(notices);
    }
}
