package dev.gangway.credentials;

import dev.gangway.authorities.Authorities;
import dev.gangway.authorities.Authority;
import dev.gangway.background.Cancellation;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.DeviceProfiles;
import dev.gangway.inventory.Devices;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.inventory.Servers;
import dev.gangway.server.ChainProfile;
import dev.gangway.server.ProfileProvisioning;
import dev.gangway.server.ServerEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Renews authorities together with the profiles on servers that name them. A profile knows an authority by its
 * certificate: with the old one there, ThingsBoard refuses every leaf that comes with the new one.
 */
public final class AuthorityRenewals {
    private final Devices devices;
    private final Servers servers;
    private final DeviceProfiles profiles;
    private final Authorities authorities;

    /** Renews authorities of this vault, and their profiles on these servers. */
    public AuthorityRenewals(Devices devices, Servers servers, DeviceProfiles profiles, Authorities authorities) {
        this.devices = devices;
        this.servers = servers;
        this.profiles = profiles;
        this.authorities = authorities;
    }

    /** A profile on a server that names an authority. */
    public record Trusting(ServerEntry server, ChainProfile profile) {}

    /**
     * What hangs on an authority.
     *
     * @param devices of the vault whose chain it is part of, or whose certificate it issued
     * @param profiles that name its certificate, or an older one of the same name and key
     * @param unasked servers without such devices that could not be asked for their profiles
     */
    public record Dependents(List<Device> devices, List<Trusting> profiles, List<ServerEntry> unasked) {
        public Dependents {
            devices = List.copyOf(devices);
            profiles = List.copyOf(profiles);
            unasked = List.copyOf(unasked);
        }
    }

    /** What hangs on it; fails where a server with devices of it cannot be asked, because nobody can tell then. */
    public Outcome<Dependents> dependents(Authority authority, Cancellation cancellation) {
        List<Device> below =
                devices.all().stream().filter(each -> hangsOn(each, authority)).toList();
        List<Trusting> trusting = new ArrayList<>();
        List<ServerEntry> unasked = new ArrayList<>();
        for (ServerEntry entry : servers.all()) {
            if (!servers.kind(entry).registersDevices()) {
                continue;
            }
            switch (servers.session(entry).then(adapter -> adapter.chainProfiles(cancellation))) {
                case Outcome.Ok<List<ChainProfile>>(List<ChainProfile> known) ->
                    known.stream()
                            .filter(profile -> profile.trustsKeyOf(authority.certificate()))
                            .forEach(profile -> trusting.add(new Trusting(entry, profile)));
                case Outcome.Failed<List<ChainProfile>>(Diagnosis why) -> {
                    boolean needed = below.stream()
                            .anyMatch(each -> each.server().server().equals(Optional.of(entry.id())));
                    if (needed || cancellation.isCancelled()) {
                        return Outcome.failed(why);
                    }
                    unasked.add(entry);
                }
            }
        }
        return Outcome.ok(new Dependents(below, trusting, unasked));
    }

    /**
     * Issues its certificate again for the same key, and gives it to every profile that named the old one.
     *
     * @param validity as long as before where empty
     * @return the renewed authority; fails also where it was renewed and a profile could not be, and names that
     */
    public Outcome<Authority> renew(
            Authority authority, Optional<Duration> validity, Dependents dependents, Cancellation cancellation) {
        Outcome<Authority> renewed = validity.isPresent()
                ? authorities.founding().renew(authority.id(), validity)
                : authorities.founding().renew(authority.id());
        return renewed.then(now -> {
            for (Trusting each : dependents.profiles()) {
                ProfileProvisioning wanted = new ProfileProvisioning.CertificateChain(
                        now.certificate(),
                        each.profile().nameExpression(),
                        each.profile().createsDevices());
                Optional<Diagnosis> failed = profiles.setUp(
                                each.server().id(), each.profile().name(), wanted, cancellation)
                        .failure();
                if (failed.isPresent()) {
                    return behind(now, each, failed.get());
                }
            }
            return Outcome.ok(now);
        });
    }

    private static Outcome<Authority> behind(Authority now, Trusting each, Diagnosis why) {
        return Diagnosis.of(OnboardingCode.PROFILE_BEHIND)
                .with("authority", now.name())
                .with("profile", each.profile().name())
                .with("server", each.server().name())
                .fact("onboarding.because", "code", why.code())
                .remedy(
                        "onboarding.give-profile",
                        "profile",
                        each.profile().name(),
                        "server",
                        each.server().name(),
                        "authority",
                        now.name())
                .failed();
    }

    private boolean hangsOn(Device device, Authority authority) {
        return switch (device.credential()) {
            case Credential.X509Chain chain ->
                chain.chain().contains(authority.certificate())
                        || chain.chain().stream().anyMatch(authority::hasIssued);
            case Credential.X509Leaf leaf -> authority.hasIssued(leaf.certificate());
            default -> false;
        };
    }
}
