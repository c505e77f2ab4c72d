package dev.gangway.practice.store;

import java.time.InstantSource;
import java.util.UUID;

/** Everything the practice server knows, in memory. Confined to the server's thread. */
public final class Store {
    private final UUID tenant = UUID.randomUUID();
    private final ProfileStore profiles;
    private final CredentialsStore credentials;
    private final Telemetry telemetry;
    private final Customers customers;
    private final DeviceStore devices;
    private final ProvisionRequests provisioning;
    private final ChainProvisioning chainProvisioning;
    private final SignIn signIn;

    /** Creates an empty one with the default profile. */
    public Store(InstantSource clock) {
        profiles = new ProfileStore(clock);
        credentials = new CredentialsStore(clock);
        telemetry = new Telemetry(clock);
        customers = new Customers(clock);
        devices = new DeviceStore(profiles, credentials, telemetry, clock);
        provisioning = new ProvisionRequests(profiles, devices, credentials, telemetry);
        chainProvisioning = new ChainProvisioning(profiles, devices, credentials);
        signIn = new SignIn(credentials, clock);
    }

    /** Id of the one tenant. */
    public UUID tenant() {
        return tenant;
    }

    /** The device profiles. */
    public ProfileStore profiles() {
        return profiles;
    }

    /** The devices. */
    public DeviceStore devices() {
        return devices;
    }

    /** What devices sign in with. */
    public CredentialsStore credentials() {
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
    public ProvisionRequests provisioning() {
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
