package dev.gangway.ui.devices;

import atlantafx.base.theme.Styles;
import dev.gangway.device.Device;
import dev.gangway.device.Registration;
import dev.gangway.device.ServerState;
import dev.gangway.server.ServerEntry;
import dev.gangway.ui.kit.Choices;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.Key;
import dev.gangway.ui.kit.Panel;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.text.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** Server, profile, label, and what the server keeps of one device or of several. A field that is left alone changes nothing. */
final class EditDevicesPanel {
    private final ScreenContext around;
    private final Words words;
    private final DevicesViewModel model;
    private final Consumer<List<Device>> push;

    /** {@code push} puts devices on their servers, in view. */
    EditDevicesPanel(ScreenContext around, DevicesViewModel model, Consumer<List<Device>> push) {
        this.around = around;
        this.words = around.words();
        this.model = model;
        this.push = push;
    }

    /** A choice of the server: to leave what each device has, or this one. */
    private record Choice(Optional<ServerEntry> server) {}

    void open(List<Device> devices) {
        Choice asIs = new Choice(Optional.empty());
        List<Choice> choices = Stream.concat(
                        Stream.of(asIs), around.server().all().stream().map(entry -> new Choice(Optional.of(entry))))
                .toList();
        ComboBox<Choice> server = Choices.of(
                choices, choice -> choice.server().map(ServerEntry::name).orElseGet(() -> asItIs(devices)));
        server.setId("edit-server");
        server.setValue(startingPoint(devices, choices, asIs));
        TextField profile = text("edit-profile", common(devices, Device::profile));
        TextField label = text("edit-label", common(devices, Device::label));
        RegistrationForm registration = new RegistrationForm(words);
        registration.show(devices.stream()
                .map(device -> device.registration().orElse(Registration.NONE))
                .toList());
        ProblemBox problem = new ProblemBox(words);
        VBox form = new VBox(
                FormField.row(
                        new FormField(words.get("devices.server"), server, words.get("devices.edit.server.hint")),
                        new FormField(
                                words.get("devices.column.PROFILE"), profile, words.get("devices.edit.profile.hint"))),
                new FormField(words.get("devices.label"), label, words.get("devices.edit.label.hint")),
                registration,
                problem);
        form.getStyleClass().add("form");
        Button cancel = new Button(words.get("dialog.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> around.dialogs().close());
        Optional<String> profileBefore = common(devices, Device::profile);
        Optional<String> labelBefore = common(devices, Device::label);
        Consumer<Runnable> change = then -> registration.read().ifPresent(registered -> {
            Optional<String> newProfile = changed(profile, profileBefore).filter(name -> !name.isEmpty());
            Optional<String> newLabel = changed(label, labelBefore);
            Optional<UUID> newServer = server.getValue().server().map(ServerEntry::id);
            model.change(
                    devices,
                    device -> changed(device, newServer, newProfile, newLabel, registered),
                    () -> {
                        around.dialogs().close();
                        then.run();
                    },
                    why -> problem.show(Optional.of(why)));
        });
        Button save = new Button(words.get("devices.edit.save"));
        save.setId("edit-save");
        save.setDefaultButton(true);
        save.getStyleClass().add(Styles.ACCENT);
        save.setOnAction(_ -> change.accept(() -> {}));
        Button both = new Button(Key.PUSH.on(words, words.get("devices.edit.save-push")));
        both.setId("edit-save-push");
        both.setOnAction(_ -> change.accept(() -> push.accept(devices)));
        String title = devices.size() == 1
                ? words.get("devices.edit.title", "name", devices.getFirst().name())
                : words.count("devices.edit.title", devices.size());
        Panel panel = new Panel(title, form, cancel, both, save).wide();
        panel.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (Key.PUSH.keys().match(event)) {
                both.fire();
                event.consume();
            }
        });
        around.dialogs().show(panel);
    }

    /** The server in the header is offered to devices that have none. */
    private Choice startingPoint(List<Device> devices, List<Choice> choices, Choice asIs) {
        boolean none =
                devices.stream().allMatch(device -> device.server().server().isEmpty());
        Optional<ServerEntry> current = around.server().selectedProperty().get();
        return none && current.isPresent()
                ? choices.stream()
                        .filter(choice -> choice.server().equals(current))
                        .findFirst()
                        .orElse(asIs)
                : asIs;
    }

    private String asItIs(List<Device> devices) {
        Set<Optional<UUID>> servers = new HashSet<>();
        devices.forEach(device -> servers.add(device.server().server()));
        if (servers.size() > 1) {
            return words.get("devices.edit.as-each");
        }
        return servers.iterator()
                .next()
                .flatMap(id -> around.server().all().stream()
                        .filter(entry -> entry.id().equals(id))
                        .findFirst())
                .map(ServerEntry::name)
                .orElseGet(() -> words.get("devices.edit.no-server"));
    }

    /** A device on another server is not on it yet, whatever it was on the one before. */
    private static Device changed(
            Device device,
            Optional<UUID> server,
            Optional<String> profile,
            Optional<String> label,
            UnaryOperator<Registration> registered) {
        boolean moves = server.isPresent() && !server.equals(device.server().server());
        ServerState state = moves
                ? new ServerState(server, Optional.empty(), ServerState.Push.NOT_PUSHED, Optional.empty())
                : device.server();
        Device changed = device.inProfile(profile.orElse(device.profile()))
                .labelled(label.orElse(device.label()))
                .withServer(state);
        Registration had = device.registration().orElse(Registration.NONE);
        Registration wanted = registered.apply(had);
        return wanted.equals(had) ? changed : changed.registeredAs(wanted);
    }

    private TextField text(String id, Optional<String> value) {
        TextField field = new TextField(value.orElse(""));
        field.setId(id);
        if (value.isEmpty()) {
            field.setPromptText(words.get("devices.edit.as-each"));
        }
        return field;
    }

    /** What all of them have. */
    private static Optional<String> common(List<Device> devices, Function<Device, String> of) {
        List<String> values = devices.stream().map(of).distinct().toList();
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    private static Optional<String> changed(TextField field, Optional<String> before) {
        String now = field.getText().strip();
        return now.equals(before.orElse("")) ? Optional.empty() : Optional.of(now);
    }
}
