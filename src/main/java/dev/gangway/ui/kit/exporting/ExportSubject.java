package dev.gangway.ui.kit.exporting;

import dev.gangway.diagnosis.Printable;
import dev.gangway.pki.Finding;
import dev.gangway.pki.export.ExportFormat;
import dev.gangway.transfer.exporting.Exportable;
import java.util.List;

/**
 * What one export is about: one thing, or several at once.
 *
 * @param name for people
 * @param fileName of what is made of it, without an ending
 * @param all that can be written of it; at least one
 */
record ExportSubject(String name, String fileName, List<Exportable> all) {
    static ExportSubject of(Exportable one) {
        return new ExportSubject(one.name(), Printable.fileName(one.name()), List.of(one));
    }

    boolean isSeveral() {
        return all.size() > 1;
    }

    /** Whether any private key can be written. */
    boolean hasKey() {
        return all.stream().anyMatch(Exportable::hasKey);
    }

    /** Whether any of it can be written in this form. */
    boolean fits(ExportFormat format) {
        return all.stream().anyMatch(each -> each.fits(format));
    }

    /** What to know before any of it is written in this form; each thing once. */
    List<Finding> notes(ExportFormat format) {
        return all.stream()
                .flatMap(each -> each.notes(format).stream())
                .distinct()
                .toList();
    }
}
