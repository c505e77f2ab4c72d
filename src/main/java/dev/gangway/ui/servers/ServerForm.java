package dev.gangway.ui.servers;

import static java.util.Objects.requireNonNull;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.secret.Secret;
import dev.gangway.server.HostInput;
import dev.gangway.server.ServerEntry;
import dev.gangway.server.ServerEntry.HostPort;
import dev.gangway.ui.text.Words;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is typed into the form of a server, and what is wrong with it. */
final class ServerForm {
    private static final int MQTT_PORT = 1883;
    private static final int MQTTS_PORT = 8883;

    /** The fields, in the order in which one meets them. */
    enum Field {
        NAME,
        URL,
        USER,
        PASSWORD,
        MQTT,
        MQTTS
    }

    private final Words words;
    private final UUID id;
    private final ServerEntry.Kind kind;
    private final Map<Field, StringProperty> texts = new EnumMap<>(Field.class);
    private final Map<Field, ReadOnlyStringWrapper> errors = new EnumMap<>(Field.class);
    private final ObservableList<Anchor> anchors = FXCollections.observableArrayList();

    /** For a new server, or for changing {@code old}. */
    ServerForm(Optional<ServerEntry> old, Words words) {
        this.words = words;
        id = old.map(ServerEntry::id).orElseGet(UUID::randomUUID);
        kind = old.map(ServerEntry::kind).orElse(ServerEntry.Kind.THINGSBOARD);
        for (Field field : Field.values()) {
            texts.put(field, new SimpleStringProperty(this, field.name(), ""));
            errors.put(field, new ReadOnlyStringWrapper(this, field.name(), ""));
            text(field).addListener((property, was, is) -> error(field, ""));
        }
        old.ifPresent(this::fill);
    }

    /** What is typed into a field. */
    StringProperty text(Field field) {
        return requireNonNull(texts.get(field));
    }

    /** What is wrong with a field, in words; empty where nothing is. */
    ReadOnlyStringProperty errorOf(Field field) {
        return requireNonNull(errors.get(field)).getReadOnlyProperty();
    }

    /** The authorities that the server's certificates may end at. */
    ObservableList<Anchor> anchors() {
        return anchors;
    }

    /** The server as it is typed; empty where something is wrong, which is then said at the fields. */
    Optional<ServerEntry> read() {
        Optional<URI> url = valid(Field.URL, HostInput.url(typed(Field.URL)));
        Optional<Optional<HostPort>> mqtt = listener(Field.MQTT, MQTT_PORT);
        Optional<Optional<HostPort>> mqtts = listener(Field.MQTTS, MQTTS_PORT);
        boolean complete = Stream.of(Field.NAME, Field.USER, Field.PASSWORD)
                .map(this::required)
                .reduce(true, Boolean::logicalAnd);
        if (!complete || url.isEmpty() || mqtt.isEmpty() || mqtts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ServerEntry(
                id,
                typed(Field.NAME),
                kind,
                url.get(),
                typed(Field.USER),
                Secret.of(text(Field.PASSWORD).get()),
                mqtt.get(),
                mqtts.get(),
                anchors.stream().map(Anchor::pem).toList()));
    }

    /** The first field with something wrong. */
    Optional<Field> firstWrong() {
        return Stream.of(Field.values())
                .filter(field -> !errorOf(field).get().isEmpty())
                .findFirst();
    }

    /** Where devices most likely connect, once the address is known and nothing was typed there yet. */
    void guessListeners() {
        HostInput.url(typed(Field.URL)).toOptional().map(URI::getHost).ifPresent(host -> {
            if (typed(Field.MQTT).isEmpty() && typed(Field.MQTTS).isEmpty()) {
                text(Field.MQTT).set(write(new HostPort(host, MQTT_PORT)));
                text(Field.MQTTS).set(write(new HostPort(host, MQTTS_PORT)));
            }
        });
    }

    private void fill(ServerEntry old) {
        text(Field.NAME).set(old.name());
        text(Field.URL).set(old.url().toString());
        text(Field.USER).set(old.user());
        text(Field.PASSWORD).set(old.password().reveal());
        text(Field.MQTT).set(old.mqtt().map(ServerForm::write).orElse(""));
        text(Field.MQTTS).set(old.mqtts().map(ServerForm::write).orElse(""));
        List<Anchor> readable = new ArrayList<>();
        old.trustAnchors().forEach(pem -> Anchor.read(pem).toOptional().ifPresent(readable::add));
        anchors.setAll(readable);
    }

    private Optional<Optional<HostPort>> listener(Field field, int defaultPort) {
        return typed(field).isEmpty()
                ? Optional.of(Optional.empty())
                : valid(field, HostInput.parse(typed(field), defaultPort)).map(Optional::of);
    }

    private boolean required(Field field) {
        boolean missing = typed(field).isEmpty();
        error(field, missing ? words.get("servers.form.missing") : "");
        return !missing;
    }

    private <T> Optional<T> valid(Field field, Outcome<T> outcome) {
        error(field, outcome.failure().map(this::say).orElse(""));
        return outcome.toOptional();
    }

    private String say(Diagnosis wrong) {
        return Stream.concat(
                        Stream.of(words.title(wrong)), wrong.remedies().stream().map(words::remedy))
                .collect(Collectors.joining(" "));
    }

    private String typed(Field field) {
        return text(field).get().strip();
    }

    private void error(Field field, String text) {
        requireNonNull(errors.get(field)).set(text);
    }

    private static String write(HostPort at) {
        return (at.host().contains(":") ? "[" + at.host() + "]" : at.host()) + ":" + at.port();
    }
}
