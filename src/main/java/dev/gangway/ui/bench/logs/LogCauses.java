package dev.gangway.ui.bench.logs;

import dev.gangway.bench.logs.Certainty;
import dev.gangway.bench.logs.Finding;
import dev.gangway.bench.logs.RankedCause;
import dev.gangway.bench.logs.Reading;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.text.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What went wrong by a log: layer, meaning, causes with how sure each is, what helps. */
final class LogCauses extends VBox {
    private static final int MOST_FINDINGS = 5;

    private final Words words;

    LogCauses(Words words) {
        this.words = words;
        setId("log-causes");
        getStyleClass().add("log-causes");
    }

    /** Shows this in place of what it shows now. */
    void show(Reading reading) {
        getChildren().clear();
        reading.notes().forEach(note -> getChildren().add(line("log.note." + note.id(), "muted")));
        reading.findings().stream().limit(MOST_FINDINGS).forEach(this::add);
        if (reading.unknownLines() > 0) {
            getChildren().add(plain(words.count("log.paste.unknown", reading.unknownLines()), "muted"));
        }
    }

    private void add(Finding finding) {
        VBox box = new VBox();
        box.getStyleClass().add("log-finding");
        box.getChildren()
                .add(plain(
                        words.get(
                                "log.paste.where",
                                "layer",
                                words.get("log.layer." + finding.layer().id()),
                                "line",
                                finding.sighting().line()),
                        "card-title"));
        box.getChildren().add(line("log.meaning." + finding.meaning().id(), "log-said"));
        finding.causes().forEach(ranked -> box.getChildren().add(cause(ranked)));
        for (Evidence seen : finding.evidence()) {
            box.getChildren().add(plain("· " + words.evidence(seen), "muted"));
        }
        List<String> remedies = finding.remedies();
        for (int i = 0; i < remedies.size(); i++) {
            box.getChildren().add(plain(i + 1 + ". " + words.get("remedy." + remedies.get(i)), "log-remedy"));
        }
        getChildren().add(box);
    }

    private Node cause(RankedCause ranked) {
        Chip chip = new Chip(
                level(ranked.certainty()),
                words.get("log.certainty." + ranked.certainty().id()));
        Label title = line("diagnosis." + ranked.cause().id() + ".title", "log-cause");
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox row = new HBox(chip, title);
        row.getStyleClass().add("check");
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    private Label line(String key, String style) {
        return plain(words.get(key), style);
    }

    private static Label plain(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private static Level level(Certainty certainty) {
        return switch (certainty) {
            case PROVEN -> Level.OK;
            case LIKELY -> Level.WARNING;
            case POSSIBLE -> Level.NEUTRAL;
        };
    }
}
