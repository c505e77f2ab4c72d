package dev.gangway.ui.certificates;

import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Em;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.NodeColumn;
import dev.gangway.ui.kit.TimeToExpiry;
import dev.gangway.ui.text.Words;
import java.util.Comparator;
import java.util.function.Function;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The certificates as a table; a click on a head sorts. */
final class CertificateTable extends TableView<CertificateRow> {
    private final CertificatesViewModel model;
    private final Words words;

    CertificateTable(CertificatesViewModel model, Words words) {
        this.model = model;
        this.words = words;
        setId("certificates");
        setAccessibleText(words.get("certificates.title"));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        Label none = new Label(words.get("certificates.none-found"));
        none.getStyleClass().add("muted");
        setPlaceholder(none);
        getColumns().add(column("name", 170, CertificateRow::name, row -> NodeColumn.name(row.name(), "strong")));
        getColumns().add(column("kind", 130, row -> kind(row), row -> NodeColumn.text(kind(row), "muted")));
        getColumns().add(column("issuer", 170, CertificateRow::issuer, row -> NodeColumn.name(row.issuer(), "muted")));
        getColumns().add(column("end", 130, CertificateRow::end, this::end));
        getColumns().add(column("server", 110, CertificateRow::server, row -> NodeColumn.name(row.server(), "muted")));
        SortedList<CertificateRow> sorted = new SortedList<>(model.shown());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        setTableMenuButtonVisible(true);
        Em.scale(this, getColumns().get(1), getColumns().get(2), getColumns().get(4));
    }

    private <S extends Comparable<? super S>> TableColumn<CertificateRow, CertificateRow> column(
            String key, double width, Function<CertificateRow, S> by, Function<CertificateRow, Node> show) {
        TableColumn<CertificateRow, CertificateRow> column =
                NodeColumn.of(words.get("certificates.column." + key), width, show);
        column.setSortable(true);
        column.setComparator(Comparator.comparing(by));
        return column;
    }

    private String kind(CertificateRow row) {
        return words.get("certificates.kind." + row.kind());
    }

    private Node end(CertificateRow row) {
        if (row.entry().isRevoked()) {
            return new Chip(Level.BAD, words.get("certificates.revoked"));
        }
        TimeToExpiry expiry = model.expiry(row);
        return new Chip(
                expiry.level(),
                expiry.isOver() ? expiry.brief(words) : words.formats().date(row.end()));
    }
}
