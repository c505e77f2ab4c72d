package dev.gangway.ui.kit.importing;

import dev.gangway.pki.Finding;
import dev.gangway.pki.importing.ImportItem;
import dev.gangway.pki.path.Issuance;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.text.Words;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** What a thing is like, in a few chips. */
final class States extends HBox {
    States(Words words, ImportRow row) {
        getStyleClass().add("states");
        ImportItem item = row.proposal().item();
        if (row.proposal().known().isPresent()) {
            getChildren().add(new Chip(Level.INFO, words.get("importing.known")));
        }
        if (item.chain().isEmpty()) {
            getChildren().add(new Chip(Level.WARNING, words.get("importing.key-only")));
        } else {
            boolean key = item.key().isPresent();
            getChildren()
                    .add(new Chip(
                            key ? Level.OK : Level.NEUTRAL,
                            words.get(key ? "importing.with-key" : "importing.without-key")));
            if (item.chain().size() > 1) {
                boolean complete = Issuance.isSelfSigned(item.chain().getLast());
                getChildren()
                        .add(new Chip(
                                complete ? Level.OK : Level.NEUTRAL,
                                words.get(
                                        complete ? "importing.complete" : "importing.chain",
                                        "count",
                                        item.chain().size())));
            }
        }
        long errors = item.findings().stream().filter(Finding::isError).count();
        long warnings = item.findings().size() - errors;
        if (errors > 0) {
            getChildren().add(new Chip(Level.BAD, words.count("importing.errors", errors)));
        }
        if (warnings > 0) {
            getChildren().add(new Chip(Level.WARNING, words.count("importing.warnings", warnings)));
        }
        row.problem().get().ifPresent(why -> {
            Chip refused = new Chip(Level.BAD, words.get("importing.refused"));
            refused.setTooltip(new Tooltip(words.title(why)));
            getChildren().add(refused);
        });
    }
}
