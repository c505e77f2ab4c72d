package dev.gangway.ui.kit.exporting;

import dev.gangway.pki.export.ExportFormat;
import dev.gangway.transfer.exporting.FormatGroup;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;

/** The forms under what they are for. Those that need a key are not there where there is none. */
final class FormatList extends ListView<FormatList.Row> {
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

    /** A heading, or a form. */
    record Row(FormatGroup group, Optional<ExportFormat> format) {}

    FormatList(Words words, ExportSubject what, ObjectProperty<ExportFormat> chosen) {
        getStyleClass().add("export-formats");
        setAccessibleText(words.get("export.formats"));
        for (FormatGroup group : FormatGroup.values()) {
            List<ExportFormat> formats =
                    group.formats().stream().filter(what::fits).toList();
            if (!formats.isEmpty()) {
                getItems().add(new Row(group, Optional.empty()));
                formats.forEach(format -> getItems().add(new Row(group, Optional.of(format))));
            }
        }
        setCellFactory(_ -> new Cell(words));
        getItems().stream()
                .filter(row -> row.format().filter(chosen.get()::equals).isPresent())
                .findFirst()
                .ifPresent(row -> getSelectionModel().select(row));
        getSelectionModel().selectedIndexProperty().addListener((_, was, is) -> moved(was.intValue(), is.intValue()));
        getSelectionModel().selectedItemProperty().addListener((_, _, row) -> {
            if (row != null) {
                row.format().ifPresent(chosen::set);
            }
        });
    }

    /** The arrow keys pass over headings. */
    private void moved(int was, int is) {
        if (is < 0 || getItems().get(is).format().isPresent()) {
            return;
        }
        boolean up = is < was && is > 0;
        javafx.application.Platform.runLater(() -> getSelectionModel().select(up ? is - 1 : is + 1));
    }

    private static final class Cell extends ListCell<Row> {
        private final Words words;

        Cell(Words words) {
            this.words = words;
        }

        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            boolean heading = !empty && row.format().isEmpty();
            pseudoClassStateChanged(HEADING, heading);
            setDisable(heading);
            setText(
                    empty
                            ? ""
                            : row.format()
                                    .map(format -> words.get("export." + format))
                                    .orElseGet(() -> words.get("export.group." + row.group())));
        }
    }
}
