package dev.gangway.server.broker;

import dev.gangway.diagnosis.Outcome;
import dev.gangway.server.DeviceInterface;
import dev.gangway.server.ServerAdapter;
import dev.gangway.server.ServerEntry;
import dev.gangway.server.ServerKind;
import java.util.List;
import java.util.Optional;

/** A plain MQTT broker: it is told of its devices in its own ways, so nothing is registered from here. */
public final class MqttBroker implements ServerKind {
    private static final DeviceInterface DEVICES = new DeviceInterface(
            "broker",
            "devices/{name}/telemetry",
            false,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    @Override
    public ServerEntry.Kind id() {
        return ServerEntry.Kind.BROKER;
    }

    @Override
    public boolean registersDevices() {
        return false;
    }

    @Override
    public DeviceInterface devices() {
        return DEVICES;
    }

    @Override
    public Outcome<ServerAdapter> connect(ServerEntry entry) {
        throw new IllegalArgumentException("nothing to sign in to: " + entry.kind());
    }
}
