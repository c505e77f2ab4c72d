package dev.gangway.server;

import dev.gangway.background.Cancellation;
import dev.gangway.device.Credential;
import dev.gangway.device.Registration;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.secret.Secret;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A signed-in connection to one server. Signs in at the first call and again when the session ends. Every call blocks,
 * has a deadline of its own, and ends early when cancelled. Safe for use by several threads.
 */
public interface ServerAdapter extends AutoCloseable {
    /** Signs in, or proves that the session still holds; says who we are. */
    Outcome<SignedIn> signIn(Cancellation cancellation);

    /** All device profiles. */
    Outcome<List<Profile>> profiles(Cancellation cancellation);

    /** Those device profiles whose devices come on board by a certificate chain. */
    Outcome<List<ChainProfile>> chainProfiles(Cancellation cancellation);

    /** Makes a device profile with default transport, or finds the one of that name. */
    Outcome<Profile> ensureProfile(String name, Cancellation cancellation);

    /** Makes or changes the device profile of this name so that it has this strategy, read back and compared. */
    Outcome<Profile> setProfile(String name, ProfileProvisioning provisioning, Cancellation cancellation);

    /** Moves a device into the profile of this name, which is made where it is missing; read back and compared. */
    Outcome<Profile> moveToProfile(String deviceId, String profile, Cancellation cancellation);

    /** Asks for a credential as a device does, with key and secret of a profile; without our sign-in. */
    Outcome<Credential> provision(ProvisionRequest request, Cancellation cancellation);

    /** The device of exactly this name, where there is one. */
    Outcome<Optional<RemoteDevice>> find(String name, Cancellation cancellation);

    /**
     * The names of many devices at once.
     *
     * @param page from 0; each has 1,000 devices but the last, which has fewer
     */
    Outcome<NamePage> names(int page, Cancellation cancellation);

    /** Makes a device together with its credential; the server does both or neither. */
    Outcome<RemoteDevice> create(NewDevice device, Credential credential, Cancellation cancellation);

    /** What the server stores for this device. */
    Outcome<RemoteCredential> credential(String deviceId, Cancellation cancellation);

    /** Replaces what the server stores for this device; the server then ends its live session. */
    Outcome<RemoteCredential> replaceCredential(String deviceId, Credential credential, Cancellation cancellation);

    /** Whether what the server stores is this credential. */
    boolean isSame(RemoteCredential stored, Credential ours);

    /** Removes a device. */
    Outcome<Outcome.Done> delete(String deviceId, Cancellation cancellation);

    /** The latest values of these telemetry keys, of all without any; a key that was never sent is absent. */
    Outcome<Map<String, Sample>> latest(String deviceId, List<String> keys, Cancellation cancellation);

    /**
     * Puts attributes on a device, reads them back and compares; others that it has stay as they are. A text that is
     * {@code true}, {@code false} or a number that loses nothing by it becomes one, as in ThingsBoard's own import of
     * devices; anything else stays text.
     *
     * @param values by key; a key is 1 to 255 characters without comma
     */
    Outcome<Outcome.Done> setAttributes(
            String deviceId, AttributeScope scope, Map<String, String> values, Cancellation cancellation);

    /** The attributes of these keys as text; a key that the device has not is absent. */
    Outcome<Map<String, String>> attributes(
            String deviceId, AttributeScope scope, Collection<String> keys, Cancellation cancellation);

    /** All customers that devices can be assigned to. */
    Outcome<List<Customer>> customers(Cancellation cancellation);

    /** The customer of exactly this title; fails with {@link ServerCode#CUSTOMER_UNKNOWN} where there is none. */
    Outcome<Customer> customer(String title, Cancellation cancellation);

    /** Assigns a device to the customer of this title, whoever had it before. */
    Outcome<Outcome.Done> assign(String deviceId, String customer, Cancellation cancellation);

    /** Makes a device nobody's. */
    Outcome<Outcome.Done> withdraw(String deviceId, Cancellation cancellation);

    /** Says whether a device speaks for others behind it. */
    Outcome<Outcome.Done> setGateway(String deviceId, boolean gateway, Cancellation cancellation);

    /** Customer and gateway flag of a device as the server has them, without attributes. */
    Outcome<Registration> registration(String deviceId, Cancellation cancellation);

    /** What the server itself says of its device, for diagnosis. */
    Outcome<RemoteDetails> details(String deviceId, Cancellation cancellation);

    /** The authority of the server's MQTT listener, as PEM, where the server gives it out. */
    Outcome<Optional<String>> mqttAuthority(Cancellation cancellation);

    /** Signs out and frees connections. */
    @Override
    void close();

    /**
     * A part of all devices.
     *
     * @param pages how many parts there are now
     */
    record NamePage(List<String> names, int pages) {
        public NamePage {
            names = List.copyOf(names);
        }
    }

    /**
     * Who we are.
     *
     * @param user as the server names us
     * @param authority our role, for example {@code TENANT_ADMIN}
     */
    record SignedIn(String user, String authority) {}

    /** A device profile. */
    record Profile(String id, String name, String transport, boolean isDefault) {}

    /**
     * What a new device shall be.
     *
     * @param mark our id of it, kept by the server, by which we know it again after an answer was lost
     * @param gateway whether it speaks for others behind it
     */
    record NewDevice(String name, String label, String profileId, String mark, boolean gateway) {}

    /** Somebody whom devices are assigned to. */
    record Customer(String id, String title) {}

    /**
     * A device's request for a credential.
     *
     * @param key provision key of a profile
     * @param secret provision secret of that profile
     * @param wanted token, MQTT basic or certificate of the device's own; empty has the server make a token
     */
    record ProvisionRequest(String deviceName, String key, Secret secret, Optional<Credential> wanted) {}

    /**
     * A device on the server.
     *
     * @param mark of the {@link NewDevice} it was made from, where it was made by us
     */
    record RemoteDevice(String id, String name, String profileName, Instant createdAt, Optional<String> mark) {}

    /**
     * A credential as the server stores it.
     *
     * @param type the server's name for the type
     * @param credentialsId the server's look-up key; a secret for tokens
     */
    record RemoteCredential(String type, Secret credentialsId, Optional<Secret> value) {}

    /** A telemetry value and when it was taken. */
    record Sample(String value, Instant at) {}

    /** What matters for diagnosis. */
    record RemoteDetails(
            String profile,
            String transport,
            String provisioning,
            Optional<String> nameExpression,
            Optional<Boolean> active) {}
}
