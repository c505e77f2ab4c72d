package dev.gangway.ui.kit;

import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.TlsDetail;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.mqtt.packet.Connect;
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
            case TlsDetail.ServerHello hello -> Stream.of(hello.version());
            case Connect connect -> Stream.of(connect.version());
            default -> Stream.empty();
        };
    }
}
