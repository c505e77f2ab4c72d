package dev.gangway.ui.bench;

import atlantafx.base.theme.Styles;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.ui.kit.Facts;
import dev.gangway.ui.kit.Panel;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.text.Words;
import java.security.cert.X509Certificate;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Has a person decide before an authority is trusted, or a credential is sent somewhere new. */
final class QuestionPanel {
    private final ScreenContext around;
    private final BenchViewModel bench;

    private QuestionPanel(ScreenContext around, BenchViewModel bench) {
        this.around = around;
        this.bench = bench;
    }

    static void ask(ScreenContext around, Question question, BenchViewModel bench) {
        QuestionPanel panel = new QuestionPanel(around, bench);
        switch (question) {
            case Question.Trust(X509Certificate authority) ->
                panel.show("bench.trust", "trust-authority", authority(around.words(), authority));
            case Question.SendTo(Endpoint to) -> panel.show("bench.send-to", "send-credential", where(around, to));
            case Question.SendReadable(Endpoint to) ->
                panel.show("bench.send-readable", "send-credential", where(around, to));
        }
    }

    private void show(String key, String id, Facts facts) {
        Words words = around.words();
        Label text = new Label(words.get(key + ".question"));
        text.setWrapText(true);
        text.setMinHeight(Label.USE_PREF_SIZE);
        VBox content = new VBox(text, facts);
        content.getStyleClass().add("form");
        Button decline = new Button(words.get(key + ".decline"));
        decline.setCancelButton(true);
        decline.setOnAction(_ -> {
            around.dialogs().close();
            bench.remedies().decline();
        });
        Button confirm = new Button(words.get(key + ".confirm"));
        confirm.setId(id);
        confirm.getStyleClass().add(Styles.ACCENT);
        confirm.setOnAction(_ -> {
            around.dialogs().close();
            bench.remedies().confirm();
        });
        around.dialogs().show(new Panel(words.get(key + ".title"), content, decline, confirm).wide());
    }

    private static Facts authority(Words words, X509Certificate authority) {
        return new Facts()
                .add(
                        words.get("bench.trust.subject"),
                        authority.getSubjectX500Principal().getName())
                .add(
                        words.get("bench.trust.validity"),
                        words.formats().date(authority.getNotBefore().toInstant()) + " – "
                                + words.formats().date(authority.getNotAfter().toInstant()))
                .addCode(words.get("bench.trust.sha256"), inPairs(CertificateFixes.sha256(authority)));
    }

    private static Facts where(ScreenContext around, Endpoint to) {
        return new Facts().addCode(around.words().get("bench.send-to.server"), to.authority());
    }

    private static String inPairs(String hex) {
        return hex.toUpperCase(Locale.ROOT).replaceAll("(..)(?=.)", "$1:");
    }
}
