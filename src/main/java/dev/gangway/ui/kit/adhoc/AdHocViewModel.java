package dev.gangway.ui.kit.adhoc;

import dev.gangway.background.Background;
import dev.gangway.background.Newest;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Publication;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.CredentialReader;
import dev.gangway.pki.Identity;
import dev.gangway.pki.Source;
import dev.gangway.secret.Secret;
import dev.gangway.ui.kit.ImportViewModel;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A connection that belongs to no device, as people type it in. For the UI thread alone. */
public final class AdHocViewModel {
    private static final int HIGHEST_PORT = 65_535;

    private final CredentialReader reader;
    private final Background background;
    private final ImportViewModel identity;
    private final StringProperty host = new SimpleStringProperty("");
    private final StringProperty port = new SimpleStringProperty("8883");
    private final BooleanProperty tls = new SimpleBooleanProperty(true);
    private final StringProperty authority = new SimpleStringProperty("");
    private final StringProperty clientId = new SimpleStringProperty("");
    private final StringProperty user = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final StringProperty topic = new SimpleStringProperty("");
    private final Newest planning = new Newest();
    private final ReadOnlyObjectWrapper<Optional<Diagnosis>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** Creates an empty one. */
    public AdHocViewModel(CredentialReader reader, ImportViewModel identity, Background background) {
        this.reader = reader;
        this.identity = identity;
        this.background = background;
        tls.addListener((property, was, on) -> port.set(usualPort(on)));
    }

    /** Name or address; {@link #takeApart} makes a whole address as in {@code mqtts://host:8883} fill the other fields. */
    public StringProperty host() {
        return host;
    }

    /** Number of the port, as text. */
    public StringProperty port() {
        return port;
    }

    /** Whether TLS is spoken. */
    public BooleanProperty tls() {
        return tls;
    }

    /** PEM text of the authorities to trust; empty for those that Java ships. */
    public StringProperty authority() {
        return authority;
    }

    /** MQTT client id; empty has the server choose. */
    public StringProperty clientId() {
        return clientId;
    }

    /** MQTT user name; empty for none. */
    public StringProperty user() {
        return user;
    }

    /** MQTT password; empty for none. */
    public StringProperty password() {
        return password;
    }

    /** Topic to publish to; empty for none. */
    public StringProperty topic() {
        return topic;
    }

    /** Client certificate and key. */
    public ImportViewModel identity() {
        return identity;
    }

    /** What keeps the test from being made. */
    public ReadOnlyObjectProperty<Optional<Diagnosis>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Whether host and port are there. */
    public boolean isComplete() {
        return isWhole(host.get().strip())
                || !host.get().isBlank() && portNumber().isPresent();
    }

    /** Works out the plan; {@code ready} hears of it, {@link #problem} otherwise. */
    public void plan(Consumer<Plan> ready) {
        takeApart();
        if (!isComplete()) {
            return;
        }
        problem.set(identity.problem());
        if (problem.get().isEmpty()) {
            background
                    .attempt(_ -> authorities())
                    .in(planning)
                    .start(anchors -> ready.accept(plan(anchors)), why -> problem.set(Optional.of(why)));
        }
    }

    private Outcome<List<X509Certificate>> authorities() {
        return authority.get().isBlank() || !tls.get()
                ? Outcome.ok(List.of())
                : reader.readChain(Source.text("CA", authority.get()));
    }

    private Plan plan(List<X509Certificate> anchors) {
        TlsOptions trusting = TlsOptions.trusting(anchors);
        Optional<Identity> ours = tls.get() ? identity.result().get().identity() : Optional.empty();
        MqttOptions mqtt = MqttOptions.of(
                MqttOptions.Version.V5,
                clientId.get(),
                text(user),
                text(password).map(Secret::of));
        Plan plan = Plan.connect(
                Endpoint.of(host.get().strip(), portNumber().orElseThrow(), tls.get()),
                ours.map(trusting::withIdentity).orElse(trusting),
                mqtt);
        return text(topic)
                .map(to -> plan.publishing(new Publication(to, "{\"gangway\":1}".getBytes(StandardCharsets.UTF_8), 1)))
                .orElse(plan);
    }

    private Optional<Integer> portNumber() {
        return Optional.of(port.get().strip())
                .filter(digits -> digits.matches("\\d{1,5}"))
                .map(Integer::valueOf)
                .filter(number -> number >= 1 && number <= HIGHEST_PORT);
    }

    /** Has a whole address fill the fields that it names. Called when somebody has ended typing it, not before. */
    public void takeApart() {
        String typed = host.get().strip();
        if (isWhole(typed)) {
            boolean secure = typed.startsWith("mqtts://");
            String rest = typed.substring(typed.indexOf("//") + 2).replaceAll("/.*", "");
            int colon = rest.lastIndexOf(':');
            boolean hasPort =
                    colon > rest.lastIndexOf(']') && colon > 0; // the colons of an IPv6 address stand in brackets
            tls.set(secure);
            port.set(hasPort ? rest.substring(colon + 1) : usualPort(secure));
            host.set((hasPort ? rest.substring(0, colon) : rest).replaceAll("[\\[\\]]", ""));
        }
    }

    private static boolean isWhole(String typed) {
        return typed.matches("mqtts?://[^/]+.*");
    }

    private static String usualPort(boolean secure) {
        return secure ? "8883" : "1883";
    }

    private static Optional<String> text(StringProperty property) {
        return Optional.of(property.get()).filter(text -> !text.isEmpty());
    }
}
