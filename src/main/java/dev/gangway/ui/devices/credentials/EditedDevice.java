package dev.gangway.ui.devices.credentials;

import dev.gangway.server.ServerEntry;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The device whose credential is edited, as far as editors need it. For the UI thread alone. */
public final class EditedDevice {
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty profile = new SimpleStringProperty("");
    private final ObjectProperty<Optional<ServerEntry>> server = new SimpleObjectProperty<>(Optional.empty());

    /** Its name on the server; empty as long as none was entered. */
    public StringProperty name() {
        return name;
    }

    /** Name of its profile. */
    public StringProperty profile() {
        return profile;
    }

    /** Where it goes. */
    public ObjectProperty<Optional<ServerEntry>> server() {
        return server;
    }

    /** A text with the device's name in the place of {@code {name}}; dots as long as it has none. */
    String named(String pattern) {
        return pattern.replace("{name}", name.get().isEmpty() ? "…" : name.get());
    }
}
