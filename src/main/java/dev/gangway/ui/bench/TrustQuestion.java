package dev.gangway.ui.bench;

import atlantafx.base.theme.Styles;
import dev.gangway.ui.kit.Facts;
import dev.gangway.ui.kit.Panel;
import dev.gangway.ui.kit.Surroundings;
import dev.gangway.ui.text.Words;
import java.security.cert.X509Certificate;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Has a person compare the fingerprint of an authority before it is trusted. */
final class TrustQuestion {
    private TrustQuestion() {}

    static void ask(Surroundings around, X509Certificate authority, BenchViewModel bench) {
        Words words = around.words();
        Label text = new Label(words.get("bench.trust.question"));
        text.setWrapText(true);
        text.setMinHeight(Label.USE_PREF_SIZE);
        Facts facts = new Facts()
                .add(
                        words.get("bench.trust.subject"),
                        authority.getSubjectX500Principal().getName())
                .add(
                        words.get("bench.trust.validity"),
                        words.formats().date(authority.getNotBefore().toInstant()) + " – "
                                + words.formats().date(authority.getNotAfter().toInstant()))
                .addCode(words.get("bench.trust.sha256"), inPairs(Certificates.sha256(authority)));
        VBox content = new VBox(text, facts);
        content.getStyleClass().add("form");
        Button decline = new Button(words.get("bench.trust.decline"));
        decline.setCancelButton(true);
        decline.setOnAction(_ -> {
            around.dialogs().close();
            bench.decline();
        });
        Button confirm = new Button(words.get("bench.trust.confirm"));
        confirm.setId("trust-authority");
        confirm.getStyleClass().add(Styles.ACCENT);
        confirm.setOnAction(_ -> {
            around.dialogs().close();
            bench.confirm();
        });
        around.dialogs().show(new Panel(words.get("bench.trust.title"), content, decline, confirm).wide());
    }

    private static String inPairs(String hex) {
        return hex.toUpperCase(Locale.ROOT).replaceAll("(..)(?=.)", "$1:");
    }
}
