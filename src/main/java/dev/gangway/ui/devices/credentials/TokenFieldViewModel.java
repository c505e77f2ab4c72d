package dev.gangway.ui.devices.credentials;

import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The field of CONNECT that a token goes into. */
final class TokenFieldViewModel {
    /** Which one. */
    enum Field {
        PASSWORD,
        USER_NAME
    }

    private final ObjectProperty<Field> field = new SimpleObjectProperty<>(Field.PASSWORD);
    private final StringProperty userName = new SimpleStringProperty("{name}");

    /** Which one. */
    ObjectProperty<Field> field() {
        return field;
    }

    /** The user name beside a token in the password; {@code {name}} stands for the device's name. */
    StringProperty userName() {
        return userName;
    }

    boolean inUserName() {
        return field.get() == Field.USER_NAME;
    }

    /** The user name that is sent beside the token, where one is. */
    Optional<String> userName(EditedDevice device) {
        return Optional.of(device.named(userName.get().strip())).filter(name -> !inUserName() && !name.isEmpty());
    }

    List<Observable> inputs() {
        return List.of(field, userName);
    }
}
