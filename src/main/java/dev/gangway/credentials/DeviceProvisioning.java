package dev.gangway.credentials;

import dev.gangway.background.Cancellation;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.ServerState;
import dev.gangway.device.ServerState.Push;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.InventoryRecordTypes;
import dev.gangway.inventory.Servers;
import dev.gangway.server.ServerAdapter;
import dev.gangway.server.ServerAdapter.ProvisionRequest;
import dev.gangway.server.ServerAdapter.RemoteCredential;
import dev.gangway.server.ServerCode;
import dev.gangway.server.ServerEntry;
import dev.gangway.vault.Repository;
import dev.gangway.vault.Vault;
import java.util.Map;
import java.util.Optional;

/**
 * Fetches a device's credential with key and secret of its profile, as the device itself would. The server gives it out
 * once: that it was asked is on disk before it is asked, and where the answer was lost, the credential is read back with
 * our own sign-in.
 */
public final class DeviceProvisioning {
    private static final String TOKEN = "ACCESS_TOKEN";

    private final Vault vault;
    private final Servers servers;
    private final Repository<Device> devices;
    private final MqttProvisioning mqtt;

    /** Keeps what comes in this vault; asks over MQTT or over the server's own interface. */
    public DeviceProvisioning(Vault vault, Servers servers, MqttProvisioning mqtt) {
        this.vault = vault;
        this.servers = servers;
        this.mqtt = mqtt;
        devices = vault.repository(InventoryRecordTypes.DEVICE);
    }

    /** The device with the credential that the server gave it, stored. */
    Outcome<Device> provisioned(Device device, Credential.Provisioning key, ServerEntry server, ServerAdapter adapter) {
        boolean askedBefore = device.server().push() == Push.QUEUED;
        if (!askedBefore) {
            devices.put(device.withServer(asking(server)));
        }
        ProvisionRequest request = new ProvisionRequest(device.name(), key.key(), key.secret(), Optional.empty());
        // Not cut short by a cancel: an answer that nobody waits for is lost for ever.
        Cancellation toTheEnd = new Cancellation();
        Outcome<Credential> asked = key.overMqtt()
                ? mqtt.request(server, servers.kind(server).devices().provisioning(), request, toTheEnd)
                : adapter.provision(request, toTheEnd);
        Outcome<Credential> given = switch (asked) {
            case Outcome.Ok<Credential> ok -> ok;
            case Outcome.Failed<Credential>(Diagnosis why)
            when mayHaveWorked(why, askedBefore) -> readBack(device, adapter, why, toTheEnd);
            case Outcome.Failed<Credential> refused -> {
                devices.put(device);
                yield refused;
            }
        };
        return given.map(credential -> stored(device.withCredential(credential)));
    }

    /** A refusal may be due to our own earlier request, whose answer was lost. */
    private static boolean mayHaveWorked(Diagnosis why, boolean askedBefore) {
        return ServerCode.leavesDoubt(why) || (askedBefore && why.is(ServerCode.PROVISION_REFUSED));
    }

    private static Outcome<Credential> readBack(
            Device device, ServerAdapter adapter, Diagnosis why, Cancellation toTheEnd) {
        return adapter.find(device.name(), toTheEnd)
                .then(found -> found.isEmpty()
                        ? Outcome.failed(why)
                        : adapter.credential(found.get().id(), toTheEnd)
                                .then(stored -> token(stored).map(Outcome::ok).orElseGet(() -> Outcome.failed(why))));
    }

    private static Optional<Credential> token(RemoteCredential stored) {
        return stored.type().equals(TOKEN)
                ? Optional.of(new Credential.AccessToken(stored.credentialsId()))
                : Optional.empty();
    }

    private Device stored(Device device) {
        vault.atomically(() -> {
            devices.put(device);
            vault.audit().append("device.provisioned", device.id().toString(), Map.of("name", device.name()));
        });
        return device;
    }

    private static ServerState asking(ServerEntry server) {
        return new ServerState(Optional.of(server.id()), Optional.empty(), Push.QUEUED, Optional.empty());
    }
}
