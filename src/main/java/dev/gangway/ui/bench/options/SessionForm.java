package dev.gangway.ui.bench.options;

import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.MqttOptions.Authentication;
import dev.gangway.bench.model.MqttOptions.Session;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.MqttOptions.Will;
import dev.gangway.bench.model.Plan;
import dev.gangway.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What CONNECT says beside the login: the session, the will, and enhanced authentication. */
final class SessionForm {
    private static final long LARGEST = 0xFFFF;
    private static final long NEVER = 0xFFFF_FFFFL;

    final boolean five;
    final StringProperty clientId;
    final Typed<Long> keepAlive;
    final BooleanProperty cleanStart;
    final Typed<Optional<Long>> expiry;
    final Typed<Optional<Long>> receiveMaximum;
    final Typed<List<Map.Entry<String, String>>> properties;
    final BooleanProperty withWill;
    final Typed<String> willTopic;
    final StringProperty willPayload;
    final ObjectProperty<Qos> willQos;
    final BooleanProperty willRetain;
    final StringProperty method;
    final StringProperty user;
    final StringProperty secret;

    /** Quality of service; the ordinal is its number. */
    enum Qos {
        AT_MOST_ONCE,
        AT_LEAST_ONCE,
        EXACTLY_ONCE
    }

    SessionForm(Plan plan) {
        MqttOptions mqtt = plan.mqtt();
        Session session = mqtt.session();
        five = mqtt.version() == Version.V5;
        clientId = new SimpleStringProperty(mqtt.clientId());
        keepAlive = new Typed<>(
                String.valueOf(session.keepAlive().toSeconds()),
                text -> OptionText.number(text, 0, LARGEST),
                "options.keep-alive.hint");
        cleanStart = new SimpleBooleanProperty(session.cleanStart());
        expiry = new Typed<>(
                session.expiry().map(each -> String.valueOf(each.toSeconds())).orElse(""),
                text -> OptionText.maybeNumber(text, 0, NEVER),
                "options.expiry.hint");
        receiveMaximum = new Typed<>(
                session.receiveMaximum().map(String::valueOf).orElse(""),
                text -> OptionText.maybeNumber(text, 1, LARGEST),
                "options.receive-maximum.hint");
        properties = new Typed<>(
                OptionText.text(session.userProperties()), OptionText::properties, "options.properties.hint");
        withWill = new SimpleBooleanProperty(mqtt.will().isPresent());
        willTopic = new Typed<>(mqtt.will().map(Will::topic).orElse(""), this::willTopic, "options.topic.hint");
        willPayload = new SimpleStringProperty(mqtt.will()
                .map(will -> new String(will.payload(), StandardCharsets.UTF_8))
                .orElse(""));
        willQos = new SimpleObjectProperty<>(
                Qos.values()[mqtt.will().map(Will::qos).orElse(1)]);
        willRetain = new SimpleBooleanProperty(mqtt.will().map(Will::retain).orElse(false));
        method = new SimpleStringProperty(
                mqtt.authentication().map(Authentication::method).orElse(""));
        user = new SimpleStringProperty(
                mqtt.authentication().map(Authentication::user).orElse(""));
        secret = new SimpleStringProperty(
                mqtt.authentication().map(each -> each.secret().reveal()).orElse(""));
    }

    List<Typed<?>> fields() {
        return List.of(keepAlive, expiry, receiveMaximum, properties, willTopic);
    }

    Plan applyTo(Plan plan) {
        Session session = new Session(
                Duration.ofSeconds(keepAlive.value().orElseThrow()),
                cleanStart.get(),
                expiry.value().orElseThrow().map(Duration::ofSeconds),
                receiveMaximum.value().orElseThrow().map(Math::toIntExact),
                properties.value().orElseThrow());
        return plan.withMqtt(plan.mqtt()
                .withClientId(clientId.get())
                .withSession(_ -> session)
                .withWill(will())
                .withAuthentication(authentication()));
    }

    private Optional<Will> will() {
        return withWill.get()
                ? Optional.of(new Will(
                        willTopic.value().orElseThrow(),
                        willPayload.get().getBytes(StandardCharsets.UTF_8),
                        willQos.get().ordinal(),
                        willRetain.get()))
                : Optional.empty();
    }

    private Optional<Authentication> authentication() {
        return five && !method.get().isBlank()
                ? Optional.of(new Authentication(method.get().strip(), user.get(), Secret.of(secret.get())))
                : Optional.empty();
    }

    private Optional<String> willTopic(String text) {
        return withWill.get() ? OptionText.topic(text) : Optional.of(text);
    }
}
