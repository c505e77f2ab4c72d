package dev.gangway.ui.help;

import atlantafx.base.theme.Styles;
import dev.gangway.ui.kit.Navigator;
import dev.gangway.ui.kit.Panel;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.text.Words;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** The way round in a minute: one screen after the other, with what it is for. It can be left at any point. */
public final class Tour {
    private static final List<String> STOPS = List.of(
            Navigator.DEVICES,
            Navigator.BENCH,
            Navigator.STATION,
            Navigator.CERTIFICATES,
            Navigator.SERVERS,
            Navigator.HELP);

    private final ScreenContext around;
    private final Words words;

    /** One through these screens. */
    public Tour(ScreenContext around) {
        this.around = around;
        words = around.words();
    }

    /** Begins it. */
    public void start() {
        show(0);
    }

    private void show(int stop) {
        String screen = STOPS.get(stop);
        around.navigator().open(screen);
        Label text = new Label(words.get("help.screen." + screen));
        text.setWrapText(true);
        text.setMinHeight(Label.USE_PREF_SIZE);
        boolean last = stop == STOPS.size() - 1;
        Button leave = new Button(words.get("tour.leave"));
        leave.setId("tour-leave");
        leave.setCancelButton(true);
        leave.setOnAction(event -> around.dialogs().close());
        leave.setVisible(!last);
        leave.setManaged(!last);
        Button next = new Button(words.get(last ? "tour.done" : "tour.next"));
        next.setId("tour-next");
        next.setDefaultButton(true);
        next.getStyleClass().add(Styles.ACCENT);
        next.setOnAction(event -> {
            around.dialogs().close();
            if (!last) {
                show(stop + 1);
            }
        });
        String title =
                words.get("tour.title", "screen", words.get(screen + ".title"), "n", stop + 1, "of", STOPS.size());
        around.dialogs().show(new Panel(title, text, leave, next));
    }
}
