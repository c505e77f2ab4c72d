package dev.gangway.practice.store;

import java.time.InstantSource;
import java.util.UUID;

/** Everything the practice server knows, in memory. Confined to the server's thread. */
public final class Store {
    private final UUID tenant = UUID.randomUUID();
    private final Profiles profiles;
    private final Credentials credentials;
    private final Telemetry telemetry;
    private final Customers customers;
    private final Devices devices;
    private final Provisioning provisioning;
    private final ChainProvisioning chainProvisioning;
    private final SignIn signIn;

    /** Creates an empty one with the default profile. */
    public Store(InstantSource clock) {
        profiles = new Profiles(clock);
        credentials = new Credentials(clock);
        telemetry = new Telemetry(clock);
        customers = new Customers(clock);
        devices = new Devices(profiles, credentials, telemetry, clock);
        provisioning = new Provisioning(profiles, devices, credentials, telemetry);
        chainProvisioning = new ChainProvisioning(profiles, devices, credentials);
        signIn = new SignIn(credentials, clock);
    }

    /** Id of the one tenant. */
    public UUID tenant() {
        return tenant;
    }

    /** The device profiles. */
    public Profiles profiles() {
        return profiles;
    }

    /** The devices. */
    public Devices devices() {
        return devices;
    }

    /** What devices sign in with. */
    public Credentials credentials() {
        return credentials;
    }

    /** Whom devices can be assigned to. */
    public Customers customers() {
        return customers;
    }

    /** What devices sent. */
    public Telemetry telemetry() {
        return telemetry;
    }

    /** Devices that ask for credentials. */
    public Provisioning provisioning() {
        return provisioning;
    }

    /** Devices that come with a certificate chain. */
    public ChainProvisioning chainProvisioning() {
        return chainProvisioning;
    }

    /** Who signs in with what. */
    public SignIn signIn() {
        return signIn;
    }
}
