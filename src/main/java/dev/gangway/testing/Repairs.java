package dev.gangway.testing;

import dev.gangway.authorities.Successor;
import dev.gangway.background.Cancellation;
import dev.gangway.credentials.CredentialDeployer;
import dev.gangway.credentials.FreshTokens;
import dev.gangway.credentials.Renewals;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.diagnosis.Remedy;
import dev.gangway.inventory.DeviceProfiles;
import dev.gangway.inventory.OnboardingCode;
import java.util.UUID;

/** Carries out remedies that change a device and what its server stores of it. */
public final class Repairs {
    private static final String PROFILE = "profile";

    private final CredentialDeployer deployer;
    private final Renewals renewals;
    private final DeviceProfiles profiles;
    private final FreshTokens tokens;

    /** Mends by these. */
    public Repairs(CredentialDeployer deployer, Renewals renewals, DeviceProfiles profiles, FreshTokens tokens) {
        this.deployer = deployer;
        this.renewals = renewals;
        this.profiles = profiles;
        this.tokens = tokens;
    }

    /** Whether {@link #carryOut} can do this for the device. */
    public static boolean knows(Remedy remedy, Device device) {
        return switch (remedy.action()) {
            case PUSH_CREDENTIAL, REISSUE -> true;
            case SET_PROFILE -> remedy.args().containsKey(PROFILE);
            case REFRESH_TOKEN -> FreshTokens.canRenew(device);
            default -> false;
        };
    }

    /**
     * Carries a remedy out; the device changes in the vault only once the server has confirmed it.
     *
     * @return the device as it is then
     * @throws IllegalArgumentException for a remedy that it does not {@link #knows know}
     */
    public Outcome<Device> carryOut(Remedy remedy, Device device, Cancellation cancellation) {
        return switch (remedy.action()) {
            case PUSH_CREDENTIAL -> push(device, cancellation);
            case REISSUE ->
                onItsServer(device).then(server -> renewals.renewed(device, Successor.Key.NEW, cancellation));
            case SET_PROFILE -> profiles.move(device, remedy.args().getOrDefault(PROFILE, ""), cancellation);
            case REFRESH_TOKEN -> tokens.anew(device, cancellation);
            default -> throw new IllegalArgumentException(remedy.action().name());
        };
    }

    private Outcome<Device> push(Device device, Cancellation cancellation) {
        return onItsServer(device).then(server -> deployer.push(device, server, cancellation));
    }

    private static Outcome<UUID> onItsServer(Device device) {
        return device.server()
                .server()
                .map(Outcome::ok)
                .orElseGet(() -> Diagnosis.of(OnboardingCode.DEVICE_HAS_NO_SERVER)
                        .with("name", device.name())
                        .remedy("choose-server")
                        .failed());
    }
}
