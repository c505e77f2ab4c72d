package dev.gangway.practice.mqtt;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.practice.store.DeviceStore.DeviceEvents;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The live sessions: one a device, the newest. Confined to the server's thread. */
public final class ClientSessions implements DeviceEvents {
    /** Another connection took over (MQTT 5, 3.14.2.1). */
    private static final int TAKEN_OVER = 142;
    /** Administrative action: the credentials changed, or the device is gone. */
    private static final int ADMINISTRATIVE = 152;

    private final Map<UUID, DeviceSession> live = new HashMap<>();

    /** Makes this the device's session and ends the one it had. */
    void opened(UUID device, DeviceSession session) {
        DeviceSession previous = live.put(device, session);
        if (previous != null) {
            previous.end(TAKEN_OVER);
        }
    }

    /** Forgets a session that ended. */
    void closed(UUID device, DeviceSession session) {
        live.remove(device, session);
    }

    /** The device's session, where it is connected. */
    private Optional<DeviceSession> of(UUID device) {
        return Optional.ofNullable(live.get(device));
    }

    /**
     * Sends a remote call to a device.
     *
     * @param answer gets what the device answers, if it does
     * @return whether it is connected and listens
     */
    public boolean call(UUID device, ObjectNode call, Consumer<String> answer) {
        return of(device).filter(session -> session.call(call, answer)).isPresent();
    }

    @Override
    public void credentialsGone(UUID device) {
        DeviceSession session = live.remove(device);
        if (session != null) {
            session.end(ADMINISTRATIVE);
        }
    }

    @Override
    public void sharedAttributesChanged(UUID device, ObjectNode changes) {
        of(device).ifPresent(session -> session.sharedAttributes(changes));
    }
}
