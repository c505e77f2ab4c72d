package dev.gangway.ui.authorities;

import atlantafx.base.theme.Styles;
import dev.gangway.authorities.Authorities;
import dev.gangway.authorities.Authority;
import dev.gangway.credentials.AuthorityRenewals;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.transfer.exporting.Exportable;
import dev.gangway.ui.authorities.AuthoritiesViewModel.AuthorityNode;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Dialogs;
import dev.gangway.ui.kit.EmptyState;
import dev.gangway.ui.kit.Key;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.Navigator;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.kit.Screen;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.Shortcut;
import dev.gangway.ui.kit.exporting.ExportDialog;
import dev.gangway.ui.text.Words;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The authorities in the vault: each below the one that vouches for it, what it has issued, and all it can do. */
public final class AuthoritiesScreen implements Screen {
    private final ScreenContext around;
    private final Words words;
    private final AuthoritiesViewModel model;
    private final IssueWork work;
    private final ExportDialog export;
    private final AuthorityTree tree;
    private final IssuedTable issued;
    private final AuthorityCard card;
    private final StackPane details = new StackPane();
    private final Card issuedCard;
    private final Button revoke = new Button();
    private final Chip count = Chip.plain("");
    private final StackPane root = new StackPane();
    private final Node full;
    private final Node empty;
    private Optional<UUID> wanted = Optional.empty();

    /** Makes the screen. */
    public AuthoritiesScreen(
            Authorities authorities,
            AuthorityRenewals renewals,
            IssueWork work,
            ScreenContext around,
            ExportDialog export,
            InstantSource clock) {
        this.around = around;
        this.work = work;
        this.export = export;
        words = around.words();
        model = new AuthoritiesViewModel(authorities, renewals, around.background());
        tree = new AuthorityTree(words, clock);
        issued = new IssuedTable(words, clock);
        card = new AuthorityCard(words, clock);
        issuedCard = new Card(words.get("authorities.issued"), issued, revoke);
        full = content();
        empty = emptyState();
        model.all().addListener((ListChangeListener<AuthorityNode>) change -> refresh());
        model.loaded().addListener((property, was, is) -> refresh());
        tree.getSelectionModel().selectedItemProperty().addListener((property, was, is) -> showSelected());
        issued.getSelectionModel().selectedItemProperty().addListener((property, was, is) -> showRevoke());
        refresh();
    }

    @Override
    public String id() {
        return Navigator.AUTHORITIES;
    }

    @Override
    public String title() {
        return words.get("authorities.title");
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void shown() {
        model.load(tree::requestFocus);
    }

    @Override
    public void select(String subject) {
        wanted = Optional.of(UUID.fromString(subject));
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(
                Shortcut.free(Key.NEW, words.get("authorities.new"), () -> create(selected())),
                Shortcut.of(
                        Key.ISSUE,
                        words.get("authorities.issue"),
                        () -> selected().ifPresent(this::issue)),
                Shortcut.of(
                        Key.SIGN_REQUEST,
                        words.get("authorities.request"),
                        () -> selected().ifPresent(this::request)),
                Shortcut.free(Key.TEMPLATES, words.get("authorities.templates"), this::templates),
                Shortcut.of(
                        Key.RENEW,
                        words.get("certificates.renew"),
                        () -> selected().ifPresent(this::renew)),
                Shortcut.of(
                        Key.EXPORT,
                        words.get("authorities.export"),
                        () -> selected().ifPresent(this::export)),
                Shortcut.of(
                        Key.REMOVE,
                        words.get("authorities.remove"),
                        () -> selected().ifPresent(this::remove)),
                Shortcut.named(
                        words.get("authorities.list.new"),
                        false,
                        () -> selected().ifPresent(this::list)),
                Shortcut.named(words.get("authorities.revoke"), false, this::revoke));
    }

    private Node content() {
        Label heading = new Label(title());
        heading.getStyleClass().add("screen-title");
        Button templates = button("authorities.templates", Key.TEMPLATES, this::templates);
        Button add = button("authorities.new", Key.NEW, () -> create(selected()));
        add.setId("authority-new");
        add.getStyleClass().add(Styles.ACCENT);
        HBox bar = new HBox(heading, count, Card.spacer(), templates, add);
        bar.getStyleClass().add("screen-bar");
        revoke.setText(words.get("authorities.revoke") + "…");
        revoke.setId("revoke");
        revoke.getStyleClass().add(Styles.SMALL);
        revoke.setOnAction(event -> revoke());
        VBox list = new VBox(tree);
        list.getStyleClass().add("panel");
        VBox.setVgrow(tree, Priority.ALWAYS);
        list.setPrefHeight(300);
        VBox left = new VBox(list, issuedCard);
        left.getStyleClass().add("form");
        VBox.setVgrow(issuedCard, Priority.ALWAYS);
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(0);
        details.setMinWidth(400);
        details.setPrefWidth(400);
        details.setMaxWidth(400);
        HBox columns = new HBox(left, details);
        columns.getStyleClass().add("columns");
        VBox.setVgrow(columns, Priority.ALWAYS);
        VBox screen = new VBox(bar, ProblemBox.following(words, model.problem()), columns);
        screen.getStyleClass().add("screen");
        return screen;
    }

    private Node emptyState() {
        Button first = new Button(words.get("authorities.empty.action"));
        first.setId("authority-first");
        first.getStyleClass().add(Styles.ACCENT);
        first.setOnAction(event -> create(Optional.empty()));
        VBox screen = new VBox(
                new EmptyState(words.get("authorities.empty.title"), words.get("authorities.empty.text"), first));
        screen.getStyleClass().addAll("screen", "centered");
        return screen;
    }

    private Button button(String name, Key key, Runnable action) {
        Button button = new Button(key.on(words, words.get(name) + "…"));
        button.setOnAction(event -> action.run());
        return button;
    }

    private Button small(String id, String text, Consumer<Authority> action) {
        Button button = new Button(text);
        button.setId(id);
        button.setOnAction(event -> selected().ifPresent(action));
        return button;
    }

    private void refresh() {
        boolean nothing = model.loaded().get() && model.all().isEmpty();
        root.getChildren().setAll(nothing ? empty : full);
        count.setText(words.formats().number(model.all().size()));
        tree.show(model.all(), wanted.or(() -> selected().map(Authority::id)));
        wanted = Optional.empty();
        showSelected();
    }

    private Optional<Authority> selected() {
        return tree.selected().map(AuthorityNode::authority);
    }

    private void showSelected() {
        details.getChildren().clear();
        tree.selected().ifPresent(node -> {
            Button issue = button("authorities.issue", Key.ISSUE, () -> issue(node.authority()));
            issue.setId("authority-issue");
            issue.getStyleClass().add(Styles.ACCENT);
            Button request = button("authorities.request", Key.SIGN_REQUEST, () -> request(node.authority()));
            request.setId("authority-request");
            details.getChildren()
                    .setAll(card.of(
                            node.authority(),
                            issue,
                            request,
                            small("authority-list", words.get("authorities.list.new"), this::list),
                            small(
                                    "authority-below-this",
                                    words.get("authorities.below"),
                                    above -> create(Optional.of(above))),
                            small("authority-renew", Key.RENEW.on(words, words.get("certificates.renew")), this::renew),
                            small(
                                    "authority-export",
                                    Key.EXPORT.on(words, words.get("authorities.export")),
                                    this::export),
                            small(
                                    "authority-remove",
                                    Key.REMOVE.on(words, words.get("authorities.remove")),
                                    this::remove)));
        });
        issued.show(tree.selected().map(AuthorityNode::issued).orElse(List.of()));
        showRevoke();
    }

    private void showRevoke() {
        revoke.setDisable(
                issued.selected().filter(each -> each.revocation().isEmpty()).isEmpty());
    }

    private void create(Optional<Authority> above) {
        new NewAuthorityPanel(model, around).open(above, this::show);
    }

    private void show(UUID id) {
        tree.show(model.all(), Optional.of(id));
    }

    private void issue(Authority authority) {
        new IssuePanel(work, around).open(authority, () -> model.load(() -> {}));
    }

    private void request(Authority authority) {
        new RequestPanel(work, around).open(authority, () -> model.load(() -> {}));
    }

    private void templates() {
        new TemplatesPanel(work, around).open();
    }

    private void revoke() {
        issued.selected()
                .filter(each -> each.revocation().isEmpty())
                .ifPresent(each -> new RevokePanel(model, around).revoke(each, () -> {}));
    }

    private void list(Authority authority) {
        new RevokePanel(model, around).list(authority, () -> {});
    }

    private void renew(Authority authority) {
        around.dialogs()
                .ask(
                        new Dialogs.Question(
                                words.get("authorities.renew.title", "name", authority.name()),
                                words.get("authorities.renew.text"),
                                words.get("authorities.renew.action"),
                                false),
                        () -> model.renew(authority, done -> said("authorities.renewed", done), this::failed));
    }

    private void export(Authority authority) {
        export.open(Exportable.of(authority));
    }

    private void remove(Authority authority) {
        around.dialogs()
                .ask(
                        new Dialogs.Question(
                                words.get("authorities.remove.title", "name", authority.name()),
                                words.get("authorities.remove.text"),
                                words.get("authorities.remove.action", "name", authority.name()),
                                true),
                        () -> model.remove(authority, () -> said("authorities.removed", authority), this::failed));
    }

    private void said(String key, Authority authority) {
        around.toasts().show(Level.OK, words.get(key, "name", authority.name()));
    }

    private void failed(Diagnosis why) {
        around.dialogs().tell(title(), why);
    }
}
