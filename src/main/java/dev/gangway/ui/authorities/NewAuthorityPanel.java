package dev.gangway.ui.authorities;

import dev.gangway.authorities.Authority;
import dev.gangway.authorities.AuthorityCreation.NewAuthority;
import dev.gangway.pki.AuthorityLimits;
import dev.gangway.pki.KeyType;
import dev.gangway.ui.authorities.AuthoritiesViewModel.AuthorityNode;
import dev.gangway.ui.kit.Choices;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.Panel;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.text.Words;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javax.naming.ldap.Rdn;

/** The form of a new authority: a root, or one below another. */
final class NewAuthorityPanel {
    private static final String ROOT_DAYS = "3650";
    private static final String BELOW_DAYS = "1825";

    private final AuthoritiesViewModel model;
    private final ScreenContext around;
    private final Words words;
    private final TextField name = Form.text("authority-name", "");
    private final TextField subject = Form.text("authority-subject", "");
    private final TextField days = Form.text("authority-days", ROOT_DAYS);
    private final TextField pathLength = Form.text("authority-path", "");
    private final TextField permitted = Form.text("authority-permitted", "");
    private final TextField excluded = Form.text("authority-excluded", "");
    private final ComboBox<KeyType> key;
    private final ComboBox<Optional<Authority>> below;
    private final ProblemBox problem;

    NewAuthorityPanel(AuthoritiesViewModel model, ScreenContext around) {
        this.model = model;
        this.around = around;
        words = around.words();
        key = Form.keyTypes(words, KeyType.EC_P256);
        problem = new ProblemBox(words);
        below = Choices.of(
                Stream.concat(
                                Stream.of(Optional.<Authority>empty()),
                                model.all().stream()
                                        .map(AuthorityNode::authority)
                                        .map(Optional::of))
                        .toList(),
                choice -> choice.map(Authority::name).orElse(words.get("authorities.new.root")));
        below.setId("authority-below");
        below.valueProperty().addListener((property, was, is) -> days.setText(is.isPresent() ? BELOW_DAYS : ROOT_DAYS));
        name.textProperty().addListener((property, was, is) -> follow(was, is));
    }

    /** Shows it; {@code above} is chosen as the one that vouches for it. */
    void open(Optional<Authority> above, Consumer<UUID> made) {
        below.setValue(above);
        VBox form = new VBox(
                FormField.row(
                        Form.field(words, "authorities.new.name", name),
                        Form.field(words, "authorities.new.below", below)),
                Form.field(words, "authorities.new.subject", subject),
                FormField.row(
                        Form.field(words, "authorities.new.key", key), Form.field(words, "authorities.new.days", days)),
                Form.field(words, "authorities.new.path", pathLength),
                FormField.row(
                        Form.field(words, "authorities.new.permitted", permitted),
                        Form.field(words, "authorities.new.excluded", excluded)),
                problem);
        form.getStyleClass().add("form");
        Button create = Form.action("authority-create", words.get("authorities.new.action"), () -> create(made));
        around.dialogs().show(new Panel(words.get("authorities.new"), form, Form.cancel(around), create).wide());
        name.requestFocus();
    }

    /** The subject follows the name until somebody writes another one. */
    private void follow(String was, String is) {
        if (subject.getText().isEmpty() || subject.getText().equals(written(was))) {
            subject.setText(is.isBlank() ? "" : written(is));
        }
    }

    private static String written(String name) {
        return "CN=" + Rdn.escapeValue(name.strip());
    }

    private void create(Consumer<UUID> made) {
        Optional<Optional<Duration>> life = Form.days(days.getText());
        Optional<Integer> path = Optional.of(pathLength.getText().strip())
                .filter(text -> text.matches("\\d{1,2}"))
                .map(Integer::valueOf);
        if (life.isEmpty() || (path.isEmpty() && !pathLength.getText().isBlank())) {
            around.toasts().show(dev.gangway.ui.kit.Level.BAD, words.get("authorities.new.number"));
            return;
        }
        AuthorityLimits limits =
                new AuthorityLimits(path, Form.list(permitted.getText()), Form.list(excluded.getText()));
        NewAuthority wanted = new NewAuthority(name.getText(), subject.getText(), key.getValue(), life.get(), limits);
        model.create(
                below.getValue().map(Authority::id),
                wanted,
                authority -> {
                    around.dialogs().close();
                    made.accept(authority.id());
                },
                why -> problem.show(Optional.of(why)));
    }
}
