package dev.gangway.ui.bench;

import atlantafx.base.theme.Styles;
import dev.gangway.bench.model.Endpoint.Transport;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.profile.DeviceProfile;
import dev.gangway.bench.profile.DeviceProfiles;
import dev.gangway.testing.TestChoices.Way;
import dev.gangway.ui.bench.history.HistoryViewModel;
import dev.gangway.ui.bench.history.HistoryViewModel.HistoryRow;
import dev.gangway.ui.kit.Facts;
import dev.gangway.ui.kit.Key;
import dev.gangway.ui.kit.SegmentedButton;
import dev.gangway.ui.kit.TestSubject;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What is tested, and how: the choices take effect with the next run. */
final class ConnectionPanel extends ScrollPane {
    private final Words words;
    private final BenchViewModel bench;
    private final HistoryViewModel history;
    private final Consumer<HistoryRow> openPass;
    private final Runnable onOptions;
    private final VBox content = new VBox();

    /**
     * Makes it.
     *
     * @param history of the device on the bench
     * @param openPass opens the last test that passed
     * @param onOptions shows all options
     */
    ConnectionPanel(
            Words words,
            BenchViewModel bench,
            HistoryViewModel history,
            Consumer<HistoryRow> openPass,
            Runnable onOptions) {
        this.words = words;
        this.bench = bench;
        this.history = history;
        this.openPass = openPass;
        this.onOptions = onOptions;
        history.lastPass().addListener(_ -> show());
        content.getStyleClass().add("card-body");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        getStyleClass().add("plain-scroll");
        bench.plan().addListener(_ -> show());
        bench.subject().addListener(_ -> show());
        bench.state().addListener(_ -> {
            content.setDisable(bench.isBusy());
            if (bench.state().get() instanceof BenchState.Blocked) {
                show(); // what was chosen does not hold
            }
        });
        show();
    }

    private void show() {
        content.getChildren().clear();
        if (bench.subject().get().isEmpty() || bench.plan().get().isEmpty()) {
            return;
        }
        TestSubject subject = bench.subject().get().get();
        Plan plan = bench.plan().get().get();
        SubjectFacts said = new SubjectFacts(words, plan);
        Facts facts = new Facts();
        said.addSubject(facts, subject);
        history.lastPass().get().ifPresent(pass -> facts.add(words.get("runs.last-pass"), lastPass(pass)));
        facts.addCode(
                words.get("bench.endpoint"),
                plan.endpoint().host() + ":" + plan.endpoint().port());
        Transport transport = plan.endpoint().transport();
        facts.add(words.get("bench.transport"), words.get("bench.transport." + transport));
        if (subject instanceof TestSubject.OfDevice) {
            facts.add(words.get("bench.way"), way(transport));
        }
        if (!transport.isDeviceApi()) {
            facts.add(words.get("bench.protocol"), protocol(plan));
        }
        if (transport.isSecure()) {
            if (!transport.isCoap() && !transport.isHttp()) {
                facts.add(words.get("bench.as"), device(plan));
            }
            if (!transport.isCoap()) {
                facts.add(words.get("bench.tls"), tls(plan));
            }
            if (!transport.isHttp()) {
                facts.add(words.get("bench.presentation"), presentation(plan));
            }
            said.addTrust(facts);
        }
        facts.add(words.get("bench.steps"), steps(plan));
        plan.proxy()
                .ifPresent(proxy -> facts.addCode(words.get("options.group.proxy"), proxy.host() + ":" + proxy.port()));
        content.getChildren().addAll(facts, options());
        if (subject instanceof TestSubject.OfDevice && bench.isChanged()) {
            content.getChildren().add(reset());
        }
    }

    private Hyperlink lastPass(HistoryRow pass) {
        Hyperlink link = new Hyperlink(words.formats().dateTime(pass.summary().at()));
        link.setId("last-pass");
        link.setDisable(!pass.isRecorded());
        link.setOnAction(_ -> openPass.accept(pass));
        return link;
    }

    private Button options() {
        Button options = new Button(Key.OPTIONS.on(words, words.get("options.open")));
        options.setId("all-options");
        options.getStyleClass().add(Styles.SMALL);
        options.setOnAction(_ -> onOptions.run());
        return options;
    }

    private Button reset() {
        Button reset = new Button(words.get("bench.reset"));
        reset.getStyleClass().addAll(Styles.SMALL);
        reset.setWrapText(true);
        reset.setOnAction(_ -> bench.reset());
        return reset;
    }

    /** MQTT, or ThingsBoard's device API; the server's entry says whether over TLS. */
    private SegmentedButton<Way> way(Transport transport) {
        SegmentedButton<Way> ways = new SegmentedButton<>(
                words.get("bench.way"),
                Way.class,
                List.of(Way.BEST, Way.HTTP, Way.COAP, Way.COAPS),
                way -> words.get("bench.way." + way),
                bench::choose);
        ways.choose(
                switch (transport) {
                    case HTTP, HTTPS -> Way.HTTP;
                    case COAP -> Way.COAP;
                    case COAPS -> Way.COAPS;
                    case TCP, TLS, WS, WSS -> Way.BEST;
                });
        return ways;
    }

    private SegmentedButton<MqttOptions.Version> protocol(Plan plan) {
        SegmentedButton<MqttOptions.Version> versions = new SegmentedButton<>(
                words.get("bench.protocol"),
                MqttOptions.Version.class,
                List.of(MqttOptions.Version.V5, MqttOptions.Version.V3_1_1, MqttOptions.Version.V3_1),
                version -> words.get("bench.protocol." + version),
                version -> change(its -> its.withMqtt(its.mqtt().withVersion(version))));
        versions.choose(plan.mqtt().version());
        return versions;
    }

    /** Whose ClientHello is sent, and whose limits hold. */
    private ComboBox<Optional<DeviceProfile>> device(Plan plan) {
        ComboBox<Optional<DeviceProfile>> kinds = new ComboBox<>();
        kinds.setId("as-device");
        kinds.setAccessibleText(words.get("bench.as"));
        kinds.setMaxWidth(Double.MAX_VALUE);
        kinds.getItems().add(Optional.empty());
        DeviceProfiles.all().forEach(profile -> kinds.getItems().add(Optional.of(profile)));
        kinds.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Optional<DeviceProfile> kind) {
                return kind == null || kind.isEmpty()
                        ? words.get("bench.as.ordinary")
                        : kind.get().title();
            }

            @Override
            public Optional<DeviceProfile> fromString(String title) {
                return Optional.empty(); // nobody types here
            }
        });
        kinds.setValue(plan.tls().offer().as());
        kinds.setOnAction(
                _ -> change(its -> PlanChoices.as(its, bench.original().orElse(its), kinds.getValue())));
        plan.tls()
                .offer()
                .as()
                .ifPresent(kind -> kinds.setTooltip(
                        new Tooltip((kind.isDocumentedOnly() ? words.get("device.documented-only") + "\n" : "")
                                + String.join("\n", kind.sources()))));
        return kinds;
    }

    private HBox tls(Plan plan) {
        HBox box = new HBox();
        box.getStyleClass().add("segments");
        for (TlsOptions.Version version : List.of(TlsOptions.Version.TLS_1_3, TlsOptions.Version.TLS_1_2)) {
            ToggleButton button = new ToggleButton(words.get("bench.tls." + version));
            button.getStyleClass()
                    .addAll(Styles.SMALL, version == TlsOptions.Version.TLS_1_3 ? Styles.LEFT_PILL : Styles.RIGHT_PILL);
            button.setSelected(plan.tls().offer().versions().contains(version));
            button.setOnAction(_ -> {
                change(its -> PlanChoices.offering(its, version, button.isSelected()));
                bench.plan()
                        .get()
                        .ifPresent(now ->
                                button.setSelected(now.tls().offer().versions().contains(version)));
            });
            box.getChildren().add(button);
        }
        return box;
    }

    private SegmentedButton<TlsOptions.Presentation> presentation(Plan plan) {
        SegmentedButton<TlsOptions.Presentation> presentations = new SegmentedButton<>(
                words.get("bench.presentation"),
                TlsOptions.Presentation.class,
                List.of(TlsOptions.Presentation.values()),
                presentation -> words.get("bench.presentation." + presentation),
                presentation -> change(its -> its.withTls(its.tls().withPresentation(presentation))));
        presentations.choose(plan.tls().presentation());
        presentations.setDisable(plan.tls().identity().isEmpty());
        return presentations;
    }

    private VBox steps(Plan plan) {
        CheckBox connect = new CheckBox(words.get("bench.step.connect"));
        connect.setSelected(true);
        connect.setDisable(true);
        Plan original = bench.original().orElse(plan);
        CheckBox publish = new CheckBox(words.get("bench.step.publish"));
        publish.setSelected(plan.publication().isPresent());
        publish.setDisable(original.publication().isEmpty());
        publish.setOnAction(_ -> change(its -> PlanChoices.publishing(its, original, publish.isSelected())));
        CheckBox readBack = new CheckBox(words.get("bench.step.read-back"));
        readBack.setSelected(plan.readBack().isPresent());
        readBack.setDisable(original.readBack().isEmpty());
        readBack.setOnAction(_ -> change(its -> PlanChoices.readingBack(its, original, readBack.isSelected())));
        VBox steps = new VBox(connect, publish, readBack);
        List.of(connect, publish, readBack).forEach(step -> step.setWrapText(true));
        steps.getStyleClass().add("steps");
        return steps;
    }

    private void change(UnaryOperator<Plan> choice) {
        bench.change(choice);
    }
}
