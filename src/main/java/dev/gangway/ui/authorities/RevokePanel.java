package dev.gangway.ui.authorities;

import atlantafx.base.theme.Styles;
import dev.gangway.authorities.Authority;
import dev.gangway.authorities.IssuedCertificate;
import dev.gangway.diagnosis.Printable;
import dev.gangway.pki.Subjects;
import dev.gangway.pki.authority.RevocationLists.Reason;
import dev.gangway.ui.kit.Choices;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.Panel;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.text.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks why a certificate is taken back, and how long servers may go by the next revocation list. */
final class RevokePanel {
    private static final String USUAL_DAYS = "7";

    private final AuthoritiesViewModel model;
    private final ScreenContext around;
    private final Words words;

    RevokePanel(AuthoritiesViewModel model, ScreenContext around) {
        this.model = model;
        this.around = around;
        words = around.words();
    }

    void revoke(IssuedCertificate issued, Runnable revoked) {
        ComboBox<Reason> reason =
                Choices.of(Arrays.asList(Reason.values()), each -> words.get("authorities.reason." + each));
        reason.setId("revoke-reason");
        reason.setValue(Reason.UNSPECIFIED);
        ProblemBox problem = new ProblemBox(words);
        Label what = new Label(Subjects.text(issued.certificate()) + "\n" + issued.serial());
        what.setWrapText(true);
        what.setMinHeight(Region.USE_PREF_SIZE);
        VBox form = new VBox(what, Form.field(words, "authorities.revoke.reason", reason), problem);
        form.getStyleClass().add("form");
        Button revoke = Form.action(
                "revoke-now",
                words.get("authorities.revoke.action"),
                () -> model.revoke(
                        issued,
                        reason.getValue(),
                        done -> {
                            around.dialogs().close();
                            around.toasts().show(Level.OK, words.get("authorities.revoked"));
                            revoked.run();
                        },
                        why -> problem.show(Optional.of(why))));
        revoke.getStyleClass().remove(Styles.ACCENT);
        revoke.getStyleClass().add(Styles.DANGER);
        around.dialogs().show(new Panel(words.get("authorities.revoke.title"), form, Form.cancel(around), revoke));
    }

    void list(Authority authority, Runnable made) {
        TextField days = Form.text("list-days", USUAL_DAYS);
        ProblemBox problem = new ProblemBox(words);
        VBox form = new VBox(Form.field(words, "authorities.list.days", days), problem);
        form.getStyleClass().add("form");
        Button make = Form.action("list-now", words.get("authorities.list.action"), () -> {
            Optional<Duration> validity = Form.days(days.getText()).flatMap(life -> life);
            if (validity.isEmpty()) {
                around.toasts().show(Level.BAD, words.get("authorities.new.number"));
                return;
            }
            String name = Printable.fileName(authority.name()) + ".crl.pem";
            around.dialogs()
                    .saveFile(words.get("authorities.list.action"), name)
                    .ifPresent(file -> model.list(
                            authority,
                            validity.get(),
                            file,
                            written -> written(written, made),
                            why -> problem.show(Optional.of(why))));
        });
        around.dialogs()
                .show(new Panel(
                        words.get("authorities.list.title", "name", authority.name()),
                        form,
                        Form.cancel(around),
                        make));
    }

    private void written(Path file, Runnable made) {
        around.dialogs().close();
        around.toasts().show(Level.OK, words.get("authorities.request.done", "file", String.valueOf(file)));
        made.run();
    }
}
