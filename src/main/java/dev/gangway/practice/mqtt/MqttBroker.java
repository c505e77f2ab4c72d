package dev.gangway.practice.mqtt;

import dev.gangway.practice.store.Store;
import java.util.UUID;
import java.util.function.Supplier;

/** What all MQTT connections share. Confined to the server's thread, but for the faults. */
public final class MqttBroker {
    private final Store store;
    private final Sessions sessions;
    private final Supplier<MqttFaults> faults;

    /**
     * Creates one.
     *
     * @param faults asked again for every packet
     */
    public MqttBroker(Store store, Sessions sessions, Supplier<MqttFaults> faults) {
        this.store = store;
        this.sessions = sessions;
        this.faults = faults;
    }

    Store store() {
        return store;
    }

    MqttFaults faults() {
        return faults.get();
    }

    DeviceSession open(UUID device, MqttConnection connection) {
        DeviceSession session = new DeviceSession(device, connection, this, sessions);
        sessions.opened(device, session);
        store.telemetry().connected(device);
        return session;
    }
}
