package dev.gangway.ui.bench.logs;

import dev.gangway.bench.logs.DeviceLogs;
import dev.gangway.bench.logs.Sighting;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.LevelShape;
import dev.gangway.ui.text.Words;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;

/** The lines of a log: what is known is marked, with the meaning beneath it. */
final class LogLines extends ListView<LogRow> {
    LogLines(Words words, ObservableList<LogRow> rows) {
        super(rows);
        setId("log-lines");
        setAccessibleText(words.get("log.paste.lines"));
        getStyleClass().add("log-lines");
        setCellFactory(_ -> new Line(words));
    }

    private static final class Line extends ListCell<LogRow> {
        private static final double BESIDE = 40;

        private final Words words;
        private final Label text = new Label();
        private final Label meaning = new Label();
        private final VBox box = new VBox(text, meaning);

        Line(Words words) {
            this.words = words;
            text.getStyleClass().add("log-text");
            meaning.getStyleClass().add("log-meaning");
            text.setWrapText(true);
            meaning.setWrapText(true);
            Level.NEUTRAL.applyTo(meaning);
            setPrefWidth(0); // as wide as the list: long lines wrap
        }

        /** A cell is asked for its height without being told its width, so lines that wrap would be cut. */
        @Override
        protected double computePrefHeight(double width) {
            ListView<LogRow> list = getListView();
            return isEmpty() || list == null
                    ? super.computePrefHeight(width)
                    : snappedTopInset() + snappedBottomInset() + box.prefHeight(list.getWidth() - BESIDE);
        }

        @Override
        protected void updateItem(LogRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            text.setText(row.number() + "  " + row.text());
            row.known().ifPresentOrElse(this::explain, this::unknown);
            setAccessibleText(text.getText() + " " + meaning.getText());
            setGraphic(box);
        }

        private void explain(Sighting sighting) {
            Level level = level(sighting);
            meaning.setText(words.get("log.meaning." + sighting.meaning().id()) + " ("
                    + DeviceLogs.title(sighting.entry().stack()) + ")");
            meaning.setGraphic(new LevelShape(level));
            level.applyTo(meaning);
            show(true);
        }

        private void unknown() {
            meaning.setText("");
            show(false);
        }

        private void show(boolean known) {
            meaning.setVisible(known);
            meaning.setManaged(known);
            text.getStyleClass().remove("muted");
            if (!known) {
                text.getStyleClass().add("muted");
            }
        }

        private static Level level(Sighting sighting) {
            return switch (sighting.meaning().weight()) {
                case 0 -> Level.OK;
                case 1, 2 -> Level.WARNING;
                default -> Level.BAD;
            };
        }
    }
}
