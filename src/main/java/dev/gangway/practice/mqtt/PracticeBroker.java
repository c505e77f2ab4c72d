package dev.gangway.practice.mqtt;

import dev.gangway.practice.store.Store;
import dev.gangway.practice.token.TokenGate;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** What all MQTT connections share. Confined to the server's thread, but for the faults. */
public final class PracticeBroker {
    private static final Set<String> TRANSPORTS = Set.of("DEFAULT", "MQTT");

    private final Store store;
    private final ClientSessions sessions;
    private final TokenGate tokens;
    private final Scheduler scheduler;
    private final Supplier<MqttFaults> faults;

    /**
     * Creates one.
     *
     * @param tokens judges what no device's credential accounts for
     * @param faults asked again for every packet
     */
    public PracticeBroker(
            Store store, ClientSessions sessions, TokenGate tokens, Scheduler scheduler, Supplier<MqttFaults> faults) {
        this.store = store;
        this.sessions = sessions;
        this.tokens = tokens;
        this.scheduler = scheduler;
        this.faults = faults;
    }

    Store store() {
        return store;
    }

    MqttFaults faults() {
        return faults.get();
    }

    Scheduler scheduler() {
        return scheduler;
    }

    Judgement judge(ConnectFields fields) {
        Judgement judgement = Judgement.of(fields, store.signIn(), !faults().skipDateCheck());
        return switch (judgement) {
            case Judgement.Accepted(UUID device) -> takesMqtt(device) ? judgement : Judgement.SERVER_UNAVAILABLE;
            case Judgement.Refused refused
            when fields.chain().isEmpty() ->
                switch (tokens.judge(fields.clientId(), fields.userName(), fields.password())) {
                    case TokenGate.Verdict.Unknown() -> refused;
                    case TokenGate.Verdict.Unfit() -> Judgement.UNFIT_TOKEN;
                    case TokenGate.Verdict.Good(var expiry) -> new Judgement.Bearer(expiry);
                };
            default -> judgement;
        };
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

    /** Runs things later, on the server's thread. */
    public interface Scheduler {
        /**
         * Runs {@code action} after this much time, at least a millisecond.
         *
         * @return takes it back; does nothing once it ran
         */
        Runnable after(Duration delay, Runnable action);
    }
}
