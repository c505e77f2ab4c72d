package dev.gangway.ui.tokens;

import dev.gangway.secret.Secret;
import dev.gangway.token.jwt.JwtKeys;
import dev.gangway.token.jwt.JwtKeys.SigningKey;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.Key;
import dev.gangway.ui.kit.Navigator;
import dev.gangway.ui.kit.Screen;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.Shortcut;
import dev.gangway.ui.kit.token.SigningViewModel;
import dev.gangway.ui.text.Words;
import dev.gangway.ui.tokens.CheckViewModel.Text;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Tokens: one that was pasted, taken apart and checked; beside it, a new one. */
public final class TokensScreen implements Screen {
    private static final double HALF = 500;

    private final Words words;
    private final CheckViewModel check;
    private final SigningViewModel signing;
    private final MakeForm make;
    private final VBox root = new VBox();

    /** Makes the screen. */
    public TokensScreen(ScreenContext around, CheckViewModel check, SigningViewModel signing) {
        this.words = around.words();
        this.check = check;
        this.signing = signing;
        make = new MakeForm(around, signing, this::check);
        Label heading = new Label(title());
        heading.getStyleClass().add("screen-title");
        HBox bar = new HBox(heading);
        bar.getStyleClass().add("screen-bar");
        HBox columns = new HBox(card("tokens.check", new CheckForm(around, check)), card("tokens.make", make));
        columns.getStyleClass().add("columns");
        VBox.setVgrow(columns, Priority.ALWAYS);
        root.getStyleClass().addAll("screen", "tokens");
        root.getChildren().addAll(bar, columns);
    }

    @Override
    public String id() {
        return Navigator.TOKENS;
    }

    @Override
    public String title() {
        return words.get("tokens.title");
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void shown() {
        check.check();
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(
                Shortcut.free(Key.PASTE_HERE, words.get("tokens.paste"), this::paste),
                Shortcut.of(Key.SEND, words.get("tokens.sign"), make::sign));
    }

    @Override
    public void close() {
        check.text(Text.TOKEN).set("");
        check.text(Text.SECRET).set("");
        check.text(Text.KEY).set("");
        signing.keyText().set("");
    }

    private void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text != null) {
            check.text(Text.TOKEN).set(text.strip());
        }
    }

    /** A token made here is checked with the half of the key that a broker has. */
    private void check(Secret token) {
        signing.key()
                .get()
                .ifPresent(key -> check.text(Text.KEY)
                        .set(
                                key instanceof SigningKey.Shared(Secret secret)
                                        ? secret.reveal()
                                        : JwtKeys.publicPem(key).orElse("")));
        check.text(Text.TOKEN).set(token.reveal());
    }

    private Card card(String title, Node content) {
        ScrollPane scroll = new ScrollPane(Card.padded(content));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        Card card = new Card(words.get(title), scroll);
        card.setPrefWidth(HALF);
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }
}
