package dev.gangway.ui.settings;

import dev.gangway.settings.Setting;
import dev.gangway.settings.Settings;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.Facts;
import dev.gangway.ui.kit.FittingScroll;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.Navigator;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.kit.Screen;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.Shortcut;
import dev.gangway.ui.text.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** Language, colours, text size, locking, and where things are stored. Every change holds at once. */
public final class SettingsScreen implements Screen {
    private static final List<Integer> TEXT_SIZES = List.of(75, 90, 100, 110, 125, 150, 175, 200);
    private static final List<Long> LOCK_MINUTES = List.of(1L, 2L, 5L, 10L, 15L, 30L, 60L, 240L);
    private static final List<Long> CLIPBOARD_SECONDS = List.of(5L, 10L, 20L, 30L, 60L, 120L);

    private final SettingsViewModel model;
    private final Words words;
    private final ScreenContext around;
    private final Parts parts;
    /** By the key of its name. */
    private final Map<String, Node> fields = new LinkedHashMap<>();

    private final ScrollPane root;
    private final ComboBox<Settings.Language> first;

    /**
     * What the screen shows and does beside settings.
     *
     * @param vaultFile where the vault is
     * @param operator in whose name things are done
     * @param version lines that say which program this is
     * @param support read when it is asked for
     * @param care for the open vault
     * @param clock for the name of a backup
     */
    public record Parts(
            Path vaultFile,
            String operator,
            List<String> version,
            SupportPanel.Contents support,
            VaultCare care,
            InstantSource clock) {}

    /** Makes the screen. */
    public SettingsScreen(SettingsViewModel model, ScreenContext around, Parts parts) {
        this.model = model;
        words = around.words();
        this.around = around;
        this.parts = parts;
        first = choice(
                Setting.LANGUAGE,
                List.of(Settings.Language.values()),
                Settings::language,
                Settings::withLanguage,
                language -> words.get("settings.language." + lower(language)));
        first.setId("settings-language");
        Label heading = new Label(title());
        heading.getStyleClass().add("screen-title");
        VBox screen = new VBox(heading, problem(), look(), safety(), vault(), bench(), help(), about());
        screen.getStyleClass().addAll("screen", "settings");
        root = new ScrollPane(screen);
        root.setFitToWidth(true);
        root.getStyleClass().add("screen-scroll");
    }

    @Override
    public String id() {
        return Navigator.SETTINGS;
    }

    @Override
    public String title() {
        return words.get("settings.title");
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void shown() {
        root.applyCss(); // before, the box is not in the scene yet
        first.requestFocus();
    }

    /** Each setting can be found by its name, and by what else people call it. */
    @Override
    public List<Shortcut> shortcuts() {
        return fields.entrySet().stream()
                .map(field -> Shortcut.named(words.get(field.getKey()), true, () -> goTo(field.getValue()))
                        .foundBy(words.get(field.getKey() + ".also")))
                .toList();
    }

    private void goTo(Node input) {
        input.requestFocus();
        Parent window = root.getScene().getRoot(); // the screen may have come into view just now, and has no size yet
        window.applyCss();
        window.layout();
        FittingScroll.reveal(root, input);
    }

    private FormField field(String key, Node input, String... hint) {
        String name = words.get(key);
        if (input.isDisabled()) {
            return new FormField(name, input, words.get("settings.fixed"));
        }
        fields.put(key, input);
        return hint.length == 0 ? new FormField(name, input) : new FormField(name, input, hint[0]);
    }

    private ProblemBox problem() {
        ProblemBox box = new ProblemBox(words);
        model.problemProperty().subscribe(box::show);
        return box;
    }

    private Card look() {
        ComboBox<Settings.Theme> theme = choice(
                Setting.THEME,
                List.of(Settings.Theme.values()),
                Settings::theme,
                Settings::withTheme,
                value -> words.get("settings.theme." + lower(value)));
        theme.setId("settings-theme");
        ComboBox<Integer> size = choice(
                Setting.TEXT_PERCENT,
                TEXT_SIZES,
                Settings::textPercent,
                Settings::withTextPercent,
                percent -> words.get("settings.text-size.percent", "n", percent));
        ComboBox<Settings.Motion> motion = choice(
                Setting.MOTION,
                List.of(Settings.Motion.values()),
                Settings::motion,
                Settings::withMotion,
                value -> words.get("settings.motion." + lower(value)));
        motion.setId("settings-motion");
        return card(
                "settings.look",
                field("settings.language", first),
                field("settings.theme", theme),
                field("settings.text-size", size),
                field("settings.motion", motion));
    }

    private Card safety() {
        List<Optional<Duration>> waits = Stream.concat(
                        LOCK_MINUTES.stream().map(minutes -> Optional.of(Duration.ofMinutes(minutes))),
                        Stream.of(Optional.<Duration>empty()))
                .toList();
        ComboBox<Optional<Duration>> lock = choice(
                Setting.AUTO_LOCK,
                waits,
                Settings::autoLock,
                Settings::withAutoLock,
                wait -> wait.map(time -> words.count("settings.auto-lock.minutes", time.toMinutes()))
                        .orElse(words.get("settings.auto-lock.never")));
        ComboBox<Duration> clipboard = choice(
                Setting.CLIPBOARD,
                CLIPBOARD_SECONDS.stream().map(Duration::ofSeconds).toList(),
                Settings::clipboardClear,
                Settings::withClipboardClear,
                time -> words.count("settings.clipboard.seconds", time.toSeconds()));
        return card(
                "settings.safety",
                field("settings.auto-lock", lock, words.get("settings.auto-lock.hint")),
                field("settings.clipboard", clipboard, words.get("settings.clipboard.hint")));
    }

    private Card bench() {
        ComboBox<Integer> most = choice(
                Setting.EXPERIMENTS,
                List.of(0, 1, 2, 3, 4, 6, 8, 10),
                settings -> settings.experiments().most(),
                (settings, count) ->
                        settings.withExperiments(settings.experiments().withMost(count)),
                count -> count == 0
                        ? words.get("settings.experiments.none")
                        : words.count("settings.experiments.most", count));
        most.setId("settings-experiments");
        ComboBox<Duration> within = choice(
                Setting.EXPERIMENT_SECONDS,
                Stream.of(5L, 10L, 15L, 30L, 60L, 120L).map(Duration::ofSeconds).toList(),
                settings -> settings.experiments().within(),
                (settings, time) ->
                        settings.withExperiments(settings.experiments().within(time)),
                time -> words.count("settings.experiments.seconds", time.toSeconds()));
        return card(
                "settings.bench",
                field("settings.experiments", most, words.get("settings.experiments.hint")),
                field("settings.experiments.within", within));
    }

    private Card help() {
        ComboBox<Settings.LogDetail> detail = choice(
                Setting.LOG_DETAIL,
                List.of(Settings.LogDetail.values()),
                Settings::logDetail,
                Settings::withLogDetail,
                value -> words.get("settings.log." + lower(value)));
        detail.setId("settings-log");
        Button pack = new Button(words.get("settings.support.open"));
        pack.setId("settings-support");
        pack.setOnAction(event -> new SupportPanel(parts.support(), around).open());
        return card(
                "settings.help",
                field("settings.log", detail, words.get("settings.log.hint")),
                field("settings.support", pack, words.get("settings.support.hint")));
    }

    private Card vault() {
        Button passphrase = new Button(words.get("settings.passphrase.open"));
        passphrase.setId("settings-passphrase");
        passphrase.setOnAction(event -> new PassphrasePanel(parts.care(), around).open());
        Button backup = new Button(words.get("settings.backup.open"));
        backup.setId("settings-backup");
        backup.setOnAction(event -> backup());
        return card(
                "settings.vault",
                field("settings.passphrase", passphrase, words.get("settings.passphrase.hint")),
                field("settings.backup", backup, words.get("settings.backup.hint")));
    }

    private void backup() {
        String vault = parts.vaultFile().getFileName().toString();
        int end = vault.lastIndexOf('.') < 1 ? vault.length() : vault.lastIndexOf('.');
        LocalDate today = LocalDate.ofInstant(parts.clock().instant(), ZoneId.systemDefault());
        around.dialogs()
                .saveFile(words.get("settings.backup"), vault.substring(0, end) + "-" + today + vault.substring(end))
                .ifPresent(file -> around.background()
                        .attempt(cancellation -> parts.care().backup(file))
                        .start(
                                done -> around.toasts()
                                        .show(Level.OK, words.get("settings.backup.written", "file", file)),
                                why -> around.dialogs().tell(words.get("settings.backup"), why)));
    }

    private Card about() {
        Facts facts = new Facts()
                .add(words.get("settings.version"), String.join("\n", parts.version()))
                .add(words.get("settings.operator"), parts.operator())
                .addCode(words.get("settings.vault-file"), parts.vaultFile().toString())
                .addCode(words.get("settings.settings-file"), model.path());
        model.forAll().ifPresent(file -> facts.addCode(words.get("settings.fixed-file"), file));
        return new Card(words.get("settings.about"), Card.padded(facts));
    }

    private Card card(String title, Node... fields) {
        VBox form = Card.padded(fields);
        form.getStyleClass().add("form");
        return new Card(words.get(title), form);
    }

    /** A box that shows what is set and sets what is chosen; a value from the file that is not listed is added. */
    private <T> ComboBox<T> choice(
            Setting setting,
            List<T> values,
            Function<Settings, T> get,
            BiFunction<Settings, T, Settings> with,
            Function<T, String> say) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(values);
        T now = get.apply(model.get());
        if (!values.contains(now)) {
            box.getItems().addFirst(now);
        }
        box.setConverter(new OneWay<>(say));
        box.setValue(now);
        box.setPrefWidth(320);
        box.setDisable(model.isFixed(setting));
        box.valueProperty()
                .addListener((property, was, value) -> model.change(settings -> with.apply(settings, value)));
        return box;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
