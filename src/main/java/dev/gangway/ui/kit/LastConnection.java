package dev.gangway.ui.kit;

import dev.gangway.bench.Run;
import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.Event;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The protocols of the last test, for the footer. Used on the UI thread only. */
public final class LastConnection {
    private final ReadOnlyStringWrapper protocols = new ReadOnlyStringWrapper(this, "protocols", "");

    /** For example {@code TLS 1.3 · MQTT 5}; empty before the first test. */
    public ReadOnlyStringProperty protocolsProperty() {
        return protocols.getReadOnlyProperty();
    }

    /** A test has ended: what was spoken in it, as far as it came. */
    public void show(Run run) {
        protocols.set(run.events().stream()
                .map(Event::detail)
                .flatMap(LastConnection::protocol)
                .distinct()
                .collect(Collectors.joining(" · ")));
    }

    private static Stream<String> protocol(Detail detail) {
        return switch (detail) {
            case Detail.ServerHello hello -> Stream.of(hello.version());
            case Detail.Connect connect -> Stream.of(connect.version());
            default -> Stream.empty();
        };
    }
}
