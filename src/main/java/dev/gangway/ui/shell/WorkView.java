package dev.gangway.ui.shell;

import atlantafx.base.theme.Styles;
import dev.gangway.ui.kit.RunningWork;
import dev.gangway.ui.text.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/** One piece of running work in the footer: what, how far, how fast, how long still, and a button to stop it. */
final class WorkView extends HBox {
    private final RunningWork.Item item;
    private final Words words;
    private final ProgressBar bar = new ProgressBar();
    private final Label numbers = new Label();

    /** {@code others} is how many more pieces are running. */
    WorkView(RunningWork.Item item, int others, Words words) {
        this.item = item;
        this.words = words;
        getStyleClass().add("work");
        setAlignment(Pos.CENTER_RIGHT);
        Label name = new Label(others == 0 ? item.label() : item.label() + " " + words.get("work.more", "n", others));
        Button cancel = new Button(words.get("dialog.cancel"));
        cancel.getStyleClass().addAll(Styles.SMALL, "footer-cancel");
        cancel.setAccessibleText(words.get("work.cancel", "name", item.label()));
        cancel.setOnAction(event -> {
            cancel.setDisable(true);
            item.cancel();
        });
        bar.setAccessibleText(item.label());
        item.doneProperty().subscribe(done -> show(done.longValue()));
        getChildren().addAll(name, bar, numbers, cancel);
    }

    private void show(long done) {
        if (item.total() <= 0) {
            bar.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
            numbers.setText("");
            return;
        }
        bar.setProgress((double) done / item.total());
        numbers.setText(item.numbers(words));
    }
}
