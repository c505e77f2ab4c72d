package dev.gangway.ui.kit.importing;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.pki.Finding;
import dev.gangway.pki.Subjects;
import dev.gangway.pki.importing.ImportItem;
import dev.gangway.pki.path.Issuance;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.text.Words;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of the tree.
 *
 * @param row the thing, on its own line; empty on the lines below it
 * @param text what the line says
 * @param level what it means, where it means something
 */
record ImportTreeLine(Optional<ImportRow> row, String text, Optional<Level> level) {
    static ImportTreeLine of(ImportRow row) {
        return new ImportTreeLine(Optional.of(row), row.proposal().item().name(), Optional.empty());
    }

    private static ImportTreeLine line(String text) {
        return new ImportTreeLine(Optional.empty(), text, Optional.empty());
    }

    private static ImportTreeLine line(Level level, String text) {
        return new ImportTreeLine(Optional.empty(), text, Optional.of(level));
    }

    /** What stands below a thing: what is wrong first, then its chain, then where it comes from. */
    static List<ImportTreeLine> below(ImportRow row, Words words) {
        ImportItem item = row.proposal().item();
        List<ImportTreeLine> lines = new ArrayList<>();
        row.proposal().known().map(words::title).ifPresent(known -> lines.add(line(Level.INFO, known)));
        for (Finding finding : item.findings()) {
            lines.add(line(finding.isError() ? Level.BAD : Level.WARNING, said(words, finding.diagnosis())));
        }
        for (int i = 1; i < item.chain().size(); i++) {
            X509Certificate issuer = item.chain().get(i);
            lines.add(line(words.get(
                    Issuance.isSelfSigned(issuer) ? "importing.root" : "importing.issuer",
                    "subject",
                    Subjects.text(issuer))));
        }
        if (!item.chain().isEmpty()) {
            lines.add(line(words.get(
                    "importing.valid",
                    "date",
                    words.formats().date(item.chain().getFirst().getNotAfter().toInstant()))));
        }
        lines.add(line(words.get("importing.files-of", "files", String.join(", ", item.files()))));
        return lines;
    }

    /** One line has no room for the whole diagnosis; title and remedy say most of it. */
    private static String said(Words words, Diagnosis why) {
        return why.remedies().stream()
                .findFirst()
                .map(remedy -> words.title(why) + " → " + words.remedy(remedy))
                .orElseGet(() -> words.title(why));
    }
}
