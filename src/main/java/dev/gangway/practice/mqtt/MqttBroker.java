package dev.gangway.practice.mqtt;

import dev.gangway.practice.store.Store;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** What all MQTT connections share. Confined to the server's thread, but for the faults. */
public final class MqttBroker {
    private static final Set<String> TRANSPORTS = Set.of("DEFAULT", "MQTT");

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

    Judgement judge(MqttConnectMessage connect, List<X509Certificate> chain) {
        Judgement judgement = Judgement.of(connect, chain, store.signIn(), !faults().skipDateCheck());
        return judgement instanceof Judgement.Accepted(UUID device) && !takesMqtt(device)
                ? Judgement.SERVER_UNAVAILABLE
                : judgement;
    }

    private boolean takesMqtt(UUID device) {
        UUID profile = store.devices().get(device).profileId();
        return TRANSPORTS.contains(store.profiles().get(profile).transportType());
    }

    DeviceSession open(UUID device, MqttConnection connection) {
        DeviceSession session = new DeviceSession(device, connection, this, sessions);
        sessions.opened(device, session);
        store.telemetry().connected(device);
        return session;
    }
}
