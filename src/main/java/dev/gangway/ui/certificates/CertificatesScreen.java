package dev.gangway.ui.certificates;

import atlantafx.base.theme.Styles;
import dev.gangway.inventory.CertificateEntry.Holder;
import dev.gangway.pki.checks.CredentialCheck;
import dev.gangway.transfer.exporting.Exportable;
import dev.gangway.ui.certificates.CertificateRow.Kind;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Choices;
import dev.gangway.ui.kit.EmptyState;
import dev.gangway.ui.kit.Key;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.Navigator;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.kit.RenewQuestion;
import dev.gangway.ui.kit.Screen;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.Shortcut;
import dev.gangway.ui.kit.StyleSheets;
import dev.gangway.ui.kit.TimeToExpiry;
import dev.gangway.ui.kit.exporting.ExportDialog;
import dev.gangway.ui.kit.exporting.KeygenDialog;
import dev.gangway.ui.kit.job.JobPanel;
import dev.gangway.ui.text.Words;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** All certificates in the vault: when they end, what they say, and renewing them. */
public final class CertificatesScreen implements Screen {
    private final ScreenContext around;
    private final Words words;
    private final CertificatesViewModel model;
    private final CertificateTable table;
    private final CertificateDetails details;
    private final ExportDialog export;
    private final KeygenDialog keygen;
    private final Chip count = Chip.plain("");
    private final TextField filter = new TextField();
    private final StackPane root = new StackPane();
    private final Node full;
    private final Node empty;
    private Optional<String> wanted = Optional.empty();

    /** Makes the screen. */
    public CertificatesScreen(
            CertificateWork work, ScreenContext around, ExportDialog export, KeygenDialog keygen, InstantSource clock) {
        this.around = around;
        this.export = export;
        this.keygen = keygen;
        words = around.words();
        model = new CertificatesViewModel(work, around.background(), clock);
        table = new CertificateTable(model, words);
        details = new CertificateDetails(
                model, words, new CredentialCheck(clock.withZone(ZoneOffset.UTC)), around.clipboard());
        full = content();
        empty = emptyState();
        root.getStylesheets().add(StyleSheets.of(CertificatesScreen.class, "certificates.css"));
        model.shown().addListener((ListChangeListener<CertificateRow>) change -> refresh());
        model.loaded().addListener((property, was, is) -> refresh());
        table.getSelectionModel().selectedItemProperty().addListener((property, was, is) -> showDetails());
        refresh();
    }

    @Override
    public String id() {
        return Navigator.CERTIFICATES;
    }

    @Override
    public String title() {
        return words.get("certificates.title");
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void shown() {
        model.load();
        table.requestFocus();
    }

    @Override
    public void select(String subject) {
        wanted = Optional.of(subject);
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(
                Shortcut.of(Key.RENEW, words.get("certificates.renew"), this::renewSelected),
                Shortcut.free(Key.RENEW_SOON, words.get("certificates.renew-soon"), this::renewSoon),
                Shortcut.of(Key.EXPORT, words.get("certificates.export"), this::exportSelected),
                Shortcut.named(words.get("keygen.heading"), true, keygen::open),
                Shortcut.free(Key.FIND, words.get("certificates.filter"), filter::requestFocus));
    }

    private Node content() {
        Label heading = new Label(title());
        heading.getStyleClass().add("screen-title");
        filter.setId("certificate-filter");
        filter.setPromptText(words.get("certificates.filter.prompt"));
        filter.setAccessibleText(words.get("certificates.filter"));
        filter.setPrefWidth(260);
        filter.textProperty().bindBidirectional(model.text());
        Button soon = new Button(Key.RENEW_SOON.on(words, words.get("certificates.renew-soon")));
        soon.setId("renew-soon");
        soon.getStyleClass().add(Styles.ACCENT);
        soon.setOnAction(event -> renewSoon());
        HBox bar = new HBox(heading, count, Card.spacer(), filter, kinds(), soon);
        bar.getStyleClass().add("screen-bar");
        Card chart = new Card(words.get("certificates.chart"), new ExpiryChart(model, words));
        VBox list = new VBox(table);
        list.getStyleClass().add("panel");
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox left = new VBox(chart, list);
        left.getStyleClass().add("certificates-left");
        VBox.setVgrow(list, Priority.ALWAYS);
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(0);
        HBox columns = new HBox(left, details);
        columns.getStyleClass().add("columns");
        VBox.setVgrow(columns, Priority.ALWAYS);
        VBox screen = new VBox(bar, ProblemBox.following(words, model.problem()), columns);
        screen.getStyleClass().add("screen");
        return screen;
    }

    private ComboBox<Optional<Kind>> kinds() {
        List<Optional<Kind>> all = Stream.concat(
                        Stream.of(Optional.<Kind>empty()),
                        Arrays.stream(Kind.values()).map(Optional::of))
                .toList();
        ComboBox<Optional<Kind>> box = Choices.of(
                all,
                kind -> kind.map(each -> words.get("certificates.kind." + each))
                        .orElseGet(() -> words.get("certificates.kind.all")));
        box.setAccessibleText(words.get("certificates.column.kind"));
        box.setId("certificate-kind");
        box.valueProperty().bindBidirectional(model.kind());
        return box;
    }

    private Node emptyState() {
        Button authority = new Button(words.get("certificates.empty.authority"));
        authority.setId("go-to-authorities");
        authority.getStyleClass().add(Styles.ACCENT);
        authority.setOnAction(event -> around.navigator().open(Navigator.AUTHORITIES));
        Button devices = new Button(words.get("certificates.empty.device"));
        devices.setOnAction(event -> around.navigator().open(Navigator.DEVICES));
        VBox screen = new VBox(new EmptyState(
                words.get("certificates.empty.title"), words.get("certificates.empty.text"), authority, devices));
        screen.getStyleClass().addAll("screen", "centered");
        return screen;
    }

    private void refresh() {
        boolean nothing = model.loaded().get() && model.all().isEmpty();
        root.getChildren().setAll(nothing ? empty : full);
        count.setText(words.formats().number(model.shown().size()));
        wanted.flatMap(id ->
                        model.all().stream().filter(row -> row.id().equals(id)).findFirst())
                .ifPresent(row -> {
                    wanted = Optional.empty();
                    table.getSelectionModel().clearSelection();
                    table.getSelectionModel().select(row);
                    table.scrollTo(row);
                });
        if (table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
        showDetails();
    }

    private Optional<CertificateRow> selected() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    private void showDetails() {
        List<Node> buttons = new ArrayList<>();
        if (selected().filter(row -> row.entry().isRenewable()).isPresent()) {
            Button renew = button("certificates.renew", Key.RENEW, this::renewSelected);
            renew.setId("renew");
            renew.getStyleClass().add(Styles.ACCENT);
            buttons.add(renew);
        }
        buttons.add(button("certificates.export", Key.EXPORT, this::exportSelected));
        buttons.add(open());
        details.show(selected(), buttons.toArray(Node[]::new));
    }

    private Button button(String name, Key key, Runnable action) {
        Button button = new Button(key.on(words, words.get(name) + "…"));
        button.setOnAction(event -> action.run());
        return button;
    }

    /** Goes to whoever holds it. */
    private Button open() {
        Button button = new Button(words.get("certificates.open"));
        boolean device = selected().filter(row -> row.kind() == Kind.DEVICE).isPresent();
        boolean authority =
                selected().filter(row -> row.kind() == Kind.AUTHORITY).isPresent();
        button.setVisible(device || authority);
        button.setManaged(device || authority);
        button.setOnAction(event -> selected()
                .ifPresent(
                        row -> around.navigator().open(device ? Navigator.DEVICES : Navigator.AUTHORITIES, row.id())));
        return button;
    }

    private void renewSelected() {
        List<CertificateRow> rows = table.getSelectionModel().getSelectedItems().stream()
                .filter(row -> row.entry().isRenewable())
                .toList();
        if (rows.isEmpty()) {
            around.toasts().show(Level.INFO, words.get("certificates.renew.none"));
        } else {
            renew(rows);
        }
    }

    private void renew(List<CertificateRow> rows) {
        new RenewQuestion(around)
                .ask(
                        rows.stream().map(CertificateRow::name).toList(),
                        key -> new JobPanel<>(
                                        around,
                                        model.renew(
                                                words.count("certificates.job.renew", rows.size()),
                                                rows,
                                                key,
                                                around.work()),
                                        CertificateRow::name)
                                .open());
    }

    private void renewSoon() {
        List<CertificateRow> rows = model.endingWithin(TimeToExpiry.SOON_DAYS);
        if (rows.isEmpty()) {
            around.toasts().show(Level.OK, words.get("certificates.renew-soon.none"));
        } else {
            renew(rows);
        }
    }

    private void exportSelected() {
        selected().map(row -> exportable(row)).ifPresent(export::open);
    }

    private static Exportable exportable(CertificateRow row) {
        return switch (row.entry().holder()) {
            case Holder.OfDevice(var device) -> Exportable.of(device).orElseThrow();
            case Holder.OfAuthority(var authority) -> Exportable.of(authority);
            case Holder.Standing(var unassigned) -> Exportable.of(unassigned);
            case Holder.HandedOut(var record) ->
                new Exportable(record.authority(), row.name(), row.entry().chain(), Optional.empty(), Optional.empty());
        };
    }
}
