package dev.gangway.ui.certificates;

import atlantafx.base.theme.Styles;
import dev.gangway.authorities.Successor.Key;
import dev.gangway.background.Cancellation;
import dev.gangway.credentials.Renewals.Renewed;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.Panel;
import dev.gangway.ui.kit.RunningWork;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.SegmentedButton;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks for which key certificates are renewed, and renews them as long work of the footer. */
final class RenewPanel {
    private static final int NAMES_SHOWN = 8;

    private final CertificatesViewModel model;
    private final ScreenContext around;
    private final Words words;
    private Key key = Key.SAME;

    RenewPanel(CertificatesViewModel model, ScreenContext around) {
        this.model = model;
        this.around = around;
        words = around.words();
    }

    void open(List<CertificateRow> rows) {
        SegmentedButton<Key> keys = new SegmentedButton<>(
                words.get("certificates.renew.key"),
                Key.class,
                List.of(Key.values()),
                each -> words.get("certificates.renew.key." + each),
                each -> key = each);
        keys.choose(key);
        Label which = new Label(names(rows));
        which.setWrapText(true);
        which.setMinHeight(Region.USE_PREF_SIZE);
        Label text = new Label(words.get("certificates.renew.text"));
        text.getStyleClass().add("muted");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        VBox form = new VBox(
                which,
                new FormField(words.get("certificates.renew.key"), keys, words.get("certificates.renew.key.hint")),
                text);
        form.getStyleClass().add("form");
        Button cancel = new Button(words.get("dialog.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> around.dialogs().close());
        Button renew = new Button(words.count("certificates.renew.action", rows.size()));
        renew.setId("renew-now");
        renew.setDefaultButton(true);
        renew.getStyleClass().add(Styles.ACCENT);
        renew.setOnAction(event -> {
            around.dialogs().close();
            start(rows);
        });
        around.dialogs().show(new Panel(words.get("certificates.renew"), form, cancel, renew));
    }

    private String names(List<CertificateRow> rows) {
        List<String> first =
                rows.stream().limit(NAMES_SHOWN).map(CertificateRow::name).toList();
        String more = rows.size() > NAMES_SHOWN
                ? " " + words.count("certificates.renew.more", rows.size() - (long) NAMES_SHOWN)
                : "";
        return String.join(", ", first) + more;
    }

    private void start(List<CertificateRow> rows) {
        Cancellation stop = new Cancellation();
        RunningWork.Item item = around.work().begin(words.get("certificates.renewing"), rows.size(), stop);
        AtomicLong done = new AtomicLong();
        model.renew(
                rows,
                key,
                stop,
                each -> item.progress(done.incrementAndGet()),
                tried -> {
                    item.end();
                    report(rows.size(), tried);
                },
                why -> {
                    item.end();
                    around.dialogs().tell(words.get("certificates.renew"), why);
                });
    }

    private void report(int wanted, List<Renewed> tried) {
        List<Renewed> failed =
                tried.stream().filter(each -> each.failure().isPresent()).toList();
        if (failed.isEmpty()) {
            boolean all = tried.size() == wanted;
            around.toasts().show(all ? Level.OK : Level.WARNING, words.count("certificates.renewed", tried.size()));
            return;
        }
        Renewed first = failed.getFirst();
        around.toasts()
                .show(
                        Level.BAD,
                        words.get(
                                "certificates.renew.failed",
                                "failed",
                                words.formats().number(failed.size()),
                                "all",
                                words.formats().number(tried.size()),
                                "name",
                                first.entry().name(),
                                "why",
                                first.failure().map(words::title).orElse("")));
    }
}
