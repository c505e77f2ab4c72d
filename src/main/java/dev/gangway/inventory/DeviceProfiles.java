package dev.gangway.inventory;

import dev.gangway.background.Cancellation;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.Fingerprints;
import dev.gangway.secret.Secret;
import dev.gangway.server.ProfileProvisioning;
import dev.gangway.server.ServerAdapter;
import dev.gangway.server.ServerAdapter.Profile;
import dev.gangway.server.ServerEntry;
import dev.gangway.stored.StoredNames;
import dev.gangway.vault.Vault;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Sets device profiles up so that devices come on board by themselves. ThingsBoard saves settings that can never work
 * without complaint, so they are checked here first.
 */
public final class DeviceProfiles {
    private final Vault vault;
    private final Servers servers;

    /** Sets up those of the servers of this vault. */
    public DeviceProfiles(Vault vault, Servers servers) {
        this.vault = vault;
        this.servers = servers;
    }

    /** Makes or changes the profile of this name; everything else in an existing profile stays. */
    public Outcome<Profile> setUp(
            UUID server, String name, ProfileProvisioning provisioning, Cancellation cancellation) {
        Optional<Diagnosis> problem = DeviceNames.check(name).or(() -> check(provisioning));
        if (problem.isPresent()) {
            return Outcome.failed(problem.get());
        }
        return servers.known(server).then(servers::session).then(adapter -> {
            Optional<Diagnosis> taken = taken(server, name, provisioning, adapter, cancellation);
            if (taken.isPresent()) {
                return Outcome.failed(taken.get());
            }
            Outcome<Profile> set = adapter.setProfile(name, provisioning, cancellation);
            set.toOptional()
                    .ifPresent(profile -> vault.audit()
                            .append(
                                    "profile.set",
                                    server.toString(),
                                    Map.of(
                                            "profile",
                                            profile.name(),
                                            "provisioning",
                                            StoredNames.of(provisioning.getClass()))));
            return set;
        });
    }

    /** ThingsBoard would say no more than that some profile has it. */
    private Optional<Diagnosis> taken(
            UUID server,
            String name,
            ProfileProvisioning provisioning,
            ServerAdapter adapter,
            Cancellation cancellation) {
        if (!(provisioning instanceof ProfileProvisioning.CertificateChain chain)) {
            return Optional.empty();
        }
        String id = Fingerprints.credentialsId(chain.authority());
        return adapter.chainProfiles(cancellation).toOptional().stream()
                .flatMap(List::stream)
                .filter(profile ->
                        profile.authorityId().equals(id) && !profile.name().equals(name))
                .findFirst()
                .map(other -> {
                    String where = servers.get(server).map(ServerEntry::name).orElse("");
                    return Diagnosis.of(OnboardingCode.PROFILE_AUTHORITY_TAKEN)
                            .with("profile", other.name())
                            .with("server", where)
                            .remedy("onboarding.use-that-profile", "profile", other.name())
                            .remedy("onboarding.free-authority", "profile", other.name(), "server", where)
                            .build();
                });
    }

    /**
     * Moves a device into another profile on its server, and notes that with the device.
     *
     * @return the device as it is now in the vault
     */
    public Outcome<Device> move(Device device, String profile, Cancellation cancellation) {
        Optional<UUID> server = device.server().server();
        Optional<String> remote = device.server().remoteId();
        if (server.isEmpty() || remote.isEmpty()) {
            return Diagnosis.of(OnboardingCode.DEVICE_HAS_NO_SERVER)
                    .with("name", device.name())
                    .remedy("choose-server")
                    .failed();
        }
        return servers.known(server.get())
                .then(servers::session)
                .then(adapter -> adapter.moveToProfile(remote.get(), profile, cancellation))
                .map(moved -> {
                    Device there = device.inProfile(moved.name());
                    vault.atomically(() -> {
                        vault.repository(InventoryRecordTypes.DEVICE).put(there);
                        vault.audit().append("device.moved", device.id().toString(), Map.of("profile", moved.name()));
                    });
                    return there;
                });
    }

    /** What is wrong with settings, as one types them. */
    public static Optional<Diagnosis> check(ProfileProvisioning provisioning) {
        return switch (provisioning) {
            case ProfileProvisioning.Disabled disabled -> Optional.empty();
            case ProfileProvisioning.CertificateChain chain ->
                checkAuthority(chain.authority()).or(() -> checkExpression(chain.nameExpression()));
            case ProfileProvisioning.NewDevices(String key, Secret secret) -> checkKey(key, secret);
            case ProfileProvisioning.KnownDevices(String key, Secret secret) -> checkKey(key, secret);
        };
    }

    private static Optional<Diagnosis> checkAuthority(X509Certificate authority) {
        return authority.getBasicConstraints() < 0
                ? Optional.of(Diagnosis.of(OnboardingCode.PROFILE_AUTHORITY_IS_NONE)
                        .with("subject", authority.getSubjectX500Principal().getName())
                        .evidence(Evidence.inField("authority", "no-basic-constraints"))
                        .remedy("choose-intermediate")
                        .build())
                : Optional.empty();
    }

    private static Optional<Diagnosis> checkExpression(String expression) {
        try {
            return Pattern.compile(expression).matcher("").groupCount() > 0
                    ? Optional.empty()
                    : Optional.of(Diagnosis.of(OnboardingCode.PROFILE_EXPRESSION_WITHOUT_GROUP)
                            .with("expression", expression)
                            .evidence(Evidence.inField("nameExpression", "entered", "text", expression))
                            .remedy("add-group", "expression", "(" + expression + ")")
                            .build());
        } catch (PatternSyntaxException invalid) {
            return Optional.of(Diagnosis.of(OnboardingCode.PROFILE_EXPRESSION_INVALID)
                    .with("expression", expression)
                    .with("position", invalid.getIndex() + 1)
                    .evidence(Evidence.inField("nameExpression", "entered", "text", expression))
                    .remedy("fix-expression")
                    .build());
        }
    }

    private static Optional<Diagnosis> checkKey(String key, Secret secret) {
        return key.isBlank() || secret.length() == 0
                ? Optional.of(Diagnosis.of(OnboardingCode.PROFILE_KEY_EMPTY)
                        .evidence(Evidence.inField(key.isBlank() ? "key" : "secret", "field-empty"))
                        .remedy("generate-token")
                        .build())
                : Optional.empty();
    }
}
