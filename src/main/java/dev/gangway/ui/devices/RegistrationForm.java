package dev.gangway.ui.devices;

import dev.gangway.device.Registration;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.SegmentedButton;
import dev.gangway.ui.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;

/**
 * What a server shall keep of one device or of several beside their credential: customer, gateway flag, attributes. A
 * field that is left alone changes nothing. For the UI thread alone.
 */
final class RegistrationForm extends VBox {
    private static final int LINES = 3;

    private final Words words;
    private final TextField customer = new TextField();
    private final Attributes server;
    private final Attributes shared;
    private List<Registration> before = List.of(Registration.NONE);
    private Gateway gateway = Gateway.NO;
    private Gateway gatewayBefore = Gateway.NO;

    /** Whether devices speak for others. */
    private enum Gateway {
        /** Some do, and some do not. */
        AS_EACH,
        NO,
        YES
    }

    RegistrationForm(Words words) {
        this.words = words;
        getStyleClass().add("form");
        customer.setId("registration-customer");
        server = new Attributes("registration.server", "registration-server");
        shared = new Attributes("registration.shared", "registration-shared");
        show(List.of(Registration.NONE));
    }

    /** Shows what these have, and forgets what was typed. */
    void show(List<Registration> these) {
        before = List.copyOf(these);
        fill(customer, common(each -> each.customer().orElse("")));
        server.show(Registration::server);
        shared.show(Registration::shared);
        gatewayBefore = common(Registration::gateway)
                .map(is -> is ? Gateway.YES : Gateway.NO)
                .orElse(Gateway.AS_EACH);
        gateway = gatewayBefore;
        getChildren()
                .setAll(
                        FormField.row(
                                new FormField(
                                        words.get("registration.customer"),
                                        customer,
                                        words.get("registration.customer.hint")),
                                new FormField(
                                        words.get("registration.gateway"),
                                        gatewayChoice(),
                                        words.get("registration.gateway.hint"))),
                        FormField.row(server.field, shared.field));
    }

    /** What was typed, as what it makes of what a device had; empty where a line is wrong, which then says so. */
    Optional<UnaryOperator<Registration>> read() {
        Optional<Map<String, String>> ofServer = server.read();
        Optional<Map<String, String>> ofDevice = shared.read();
        if (ofServer.isEmpty() || ofDevice.isEmpty()) {
            return Optional.empty();
        }
        String title = customer.getText().strip();
        boolean newTitle =
                !title.equals(common(each -> each.customer().orElse("")).orElse(""));
        Gateway speaks = gateway;
        return Optional.of(had -> new Registration(
                newTitle ? Optional.of(title).filter(text -> !text.isEmpty()) : had.customer(),
                speaks == Gateway.AS_EACH ? had.gateway() : speaks == Gateway.YES,
                shared.changed(had.shared(), ofDevice.get()),
                server.changed(had.server(), ofServer.get())));
    }

    private Node gatewayChoice() {
        List<Gateway> choices = new ArrayList<>(List.of(Gateway.NO, Gateway.YES));
        if (gatewayBefore == Gateway.AS_EACH) {
            choices.addFirst(Gateway.AS_EACH);
        }
        SegmentedButton<Gateway> button = new SegmentedButton<>(
                words.get("registration.gateway"),
                Gateway.class,
                choices,
                each -> words.get("registration.gateway." + each),
                each -> gateway = each);
        button.choose(gateway);
        return button;
    }

    private void fill(TextInputControl field, Optional<String> text) {
        field.setText(text.orElse(""));
        field.setPromptText(text.isEmpty() ? words.get("devices.edit.as-each") : "");
    }

    /** What all of them have. */
    private <T> Optional<T> common(Function<Registration, T> of) {
        Set<T> values = before.stream().map(of).collect(Collectors.toSet());
        return values.size() == 1 ? Optional.of(values.iterator().next()) : Optional.empty();
    }

    /** Attributes of one scope, one a line. */
    private final class Attributes {
        private final TextArea area = new TextArea();
        private final FormField field;
        private Optional<Map<String, String>> shown = Optional.empty();

        Attributes(String label, String id) {
            area.setId(id);
            area.setPrefRowCount(LINES);
            field = new FormField(words.get(label), area, words.get(label + ".hint"));
            area.textProperty().addListener((_, _, _) -> field.errorProperty().set(""));
        }

        void show(Function<Registration, Map<String, String>> of) {
            shown = common(of);
            fill(
                    area,
                    shown.map(pairs -> new TreeMap<>(pairs)
                            .entrySet().stream()
                                    .map(pair -> pair.getKey() + " = " + pair.getValue())
                                    .collect(Collectors.joining("\n"))));
            field.errorProperty().set("");
        }

        /** Where all had the same, what stands there now is what they have; else it is added to what each has. */
        Map<String, String> changed(Map<String, String> had, Map<String, String> typed) {
            if (shown.isPresent()) {
                return typed;
            }
            Map<String, String> both = new TreeMap<>(had);
            both.putAll(typed);
            return both;
        }

        Optional<Map<String, String>> read() {
            Map<String, String> pairs = new TreeMap<>();
            Set<String> seen = new HashSet<>();
            int number = 0;
            for (String line : area.getText().split("\n", -1)) {
                number++;
                int at = line.indexOf('=');
                String key = at < 0 ? "" : line.substring(0, at).strip();
                if (line.isBlank()) {
                    continue;
                }
                if (key.isEmpty() || !seen.add(key)) {
                    String why = key.isEmpty() ? "registration.line" : "registration.twice";
                    field.errorProperty()
                            .set(words.get(why, "line", words.formats().number(number), "key", key));
                    area.requestFocus();
                    return Optional.empty();
                }
                pairs.put(key, line.substring(at + 1).strip());
            }
            field.errorProperty().set("");
            return Optional.of(pairs);
        }
    }
}
