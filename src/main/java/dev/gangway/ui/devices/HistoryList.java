package dev.gangway.ui.devices;

import dev.gangway.ui.kit.AuditWords;
import dev.gangway.ui.text.Words;
import dev.gangway.vault.AuditLog;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What was done with a device, newest first. */
final class HistoryList extends VBox {
    private static final int SHOWN = 30;

    HistoryList(Words words, DeviceWork.Details details) {
        getStyleClass().add("history");
        Label heading = new Label(words.get("devices.history"));
        heading.getStyleClass().add("fact-name");
        getChildren().add(heading);
        details.history().stream().limit(SHOWN).forEach(entry -> getChildren().add(row(words, entry)));
    }

    private static HBox row(Words words, AuditLog.Entry entry) {
        Label at = new Label(entry.isDamaged() ? "" : words.formats().dateTime(entry.at()));
        at.getStyleClass().add("muted");
        at.setMinWidth(USE_PREF_SIZE);
        Label what = new Label(sentence(words, entry));
        what.setWrapText(true);
        what.setMinHeight(USE_PREF_SIZE);
        HBox row = new HBox(at, what);
        row.getStyleClass().add("history-row");
        return row;
    }

    /** An entry in words; one of an unknown kind by its name. */
    static String sentence(Words words, AuditLog.Entry entry) {
        Map<String, String> details = entry.details();
        String key = "devices.did." + entry.action();
        if (entry.action().equals("device.tested")) {
            String verdict = details.getOrDefault("verdict", "");
            return switch (verdict) {
                case "pass" -> words.get(key + ".pass");
                case "cancelled" -> words.get(key + ".cancelled");
                default -> words.get(key + ".fail", "cause", cause(words, verdict));
            };
        }
        return words.has(key) ? words.get(key, details) : AuditWords.action(words, entry.action());
    }

    private static String cause(Words words, String code) {
        String key = "diagnosis." + code + ".title";
        // Titles with places need the facts of that run, which the log does not keep.
        return words.has(key) && !words.get(key).contains("{") ? words.get(key) : code;
    }
}
