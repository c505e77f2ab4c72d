package dev.gangway.ui.authorities;

import dev.gangway.authorities.IssuedCertificate;
import dev.gangway.pki.Subjects;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Em;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.NodeColumn;
import dev.gangway.ui.kit.TimeToExpiry;
import dev.gangway.ui.text.Words;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** What an authority has issued, the newest first. */
final class IssuedTable extends TableView<IssuedCertificate> {
    private final Words words;
    private final InstantSource clock;

    IssuedTable(Words words, InstantSource clock) {
        this.words = words;
        this.clock = clock;
        setId("issued");
        setAccessibleText(words.get("authorities.issued"));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        Label none = new Label(words.get("authorities.issued.none"));
        none.getStyleClass().add("muted");
        setPlaceholder(none);
        getColumns()
                .add(column("subject", 210, issued -> NodeColumn.name(Subjects.text(issued.certificate()), "strong")));
        getColumns().add(column("template", 100, issued -> NodeColumn.text(template(issued), "muted")));
        getColumns().add(column("serial", 150, issued -> NodeColumn.name(issued.serial(), "code")));
        getColumns().add(column("until", 130, this::state));
        setTableMenuButtonVisible(true);
        Em.scale(this, getColumns().get(1));
    }

    void show(List<IssuedCertificate> issued) {
        getItems()
                .setAll(issued.stream()
                        .sorted(Comparator.comparing(IssuedCertificate::at).reversed())
                        .toList());
        getSelectionModel().selectFirst();
    }

    Optional<IssuedCertificate> selected() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem());
    }

    private String template(IssuedCertificate issued) {
        return issued.template().equals("INTERMEDIATE") ? words.get("certificates.kind.AUTHORITY") : issued.template();
    }

    private TableColumn<IssuedCertificate, IssuedCertificate> column(
            String key, double width, Function<IssuedCertificate, Node> show) {
        return NodeColumn.of(words.get("authorities.column." + key), width, show);
    }

    private Node state(IssuedCertificate issued) {
        if (issued.revocation().isPresent()) {
            return new Chip(Level.BAD, words.get("certificates.revoked"));
        }
        TimeToExpiry expiry = TimeToExpiry.of(issued.certificate().getNotAfter().toInstant(), clock.instant());
        return new Chip(
                expiry.level(),
                expiry.isOver() ? expiry.brief(words) : words.formats().date(expiry.end()));
    }
}
