package dev.gangway.credentials;

import dev.gangway.background.Cancellation;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.NameExpression;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.pki.Fingerprints;
import dev.gangway.pki.Subjects;
import dev.gangway.server.ChainProfile;
import dev.gangway.server.ServerAdapter;
import dev.gangway.server.ServerEntry;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * Asks a server which device it will take a chain for, before the device connects. ThingsBoard takes the authority
 * nearest to the leaf that a profile names, and that profile's expression on the common name; where that yields another
 * name it makes another device without a word, and where it yields none it refuses without saying why.
 */
final class ChainGuard {
    private static final String USUAL_PROFILE = "default";

    private ChainGuard() {}

    /**
     * Whether the server will take this chain for this device.
     *
     * @param byItself whether the chain alone registers the device, so that a profile must know its authority
     */
    static Outcome<Outcome.Done> check(
            Device device, ServerEntry entry, ServerAdapter adapter, boolean byItself, Cancellation cancellation) {
        if (!(device.credential() instanceof Credential.X509Chain chain)) {
            return Outcome.done();
        }
        return adapter.chainProfiles(cancellation).then(profiles -> {
            Optional<ChainProfile> profile = anchor(chain.chain(), profiles);
            if (profile.isEmpty()) {
                return byItself ? notAnchored(device, entry, chain.chain(), profiles) : Outcome.done();
            }
            return named(device, entry, chain.chain().getFirst(), profile.get(), byItself)
                    .then(done -> byItself && !profile.get().createsDevices()
                            ? present(device, entry, adapter, profile.get(), cancellation)
                            : Outcome.done());
        });
    }

    /** The profile that decides: that of the authority nearest to the leaf, among those that are sent. */
    private static Optional<ChainProfile> anchor(List<X509Certificate> chain, List<ChainProfile> profiles) {
        return chain.stream()
                .map(Fingerprints::credentialsId)
                .flatMap(id -> profiles.stream()
                        .filter(profile -> profile.authorityId().equals(id)))
                .findFirst();
    }

    private static Outcome<Outcome.Done> notAnchored(
            Device device, ServerEntry entry, List<X509Certificate> chain, List<ChainProfile> profiles) {
        Diagnosis.Builder why = Diagnosis.of(OnboardingCode.CHAIN_NOT_ANCHORED)
                .with("name", device.name())
                .with("server", entry.name())
                .with("issuer", Subjects.text(chain.getLast().getIssuerX500Principal()))
                .fact(
                        "onboarding.chain-sent",
                        "chain",
                        String.join(" ← ", chain.stream().map(Subjects::text).toList()));
        why = profiles.isEmpty()
                ? why.fact("onboarding.no-chain-profiles")
                : why.fact(
                        "onboarding.chain-profiles",
                        "profiles",
                        String.join(
                                ", ", profiles.stream().map(ChainProfile::name).toList()));
        return why.remedy("onboarding.set-chain-profile", "profile", device.profile(), "server", entry.name())
                .remedy("onboarding.send-anchor")
                .failed();
    }

    private static Outcome<Outcome.Done> named(
            Device device, ServerEntry entry, X509Certificate leaf, ChainProfile profile, boolean byItself) {
        String commonName = Subjects.commonName(leaf).orElse("");
        Optional<String> taken = NameExpression.deviceName(profile.nameExpression(), commonName);
        if (taken.isEmpty()) {
            // One that is registered by its leaf signs in by that, whatever its name is.
            return byItself
                    ? about(OnboardingCode.CHAIN_NAME_REFUSED, device, entry, profile, commonName)
                            .remedy("onboarding.reissue-for-name")
                            .remedy("onboarding.change-expression", "profile", profile.name(), "server", entry.name())
                            .failed()
                    : Outcome.done();
        }
        if (!taken.get().equals(device.name())) {
            return about(OnboardingCode.CHAIN_OTHER_NAME, device, entry, profile, commonName)
                    .with("taken", taken.get())
                    .remedy("onboarding.use-name", "taken", taken.get())
                    .remedy("onboarding.reissue-for-name")
                    .failed();
        }
        boolean other = byItself
                && !device.profile().equals(USUAL_PROFILE)
                && !device.profile().isEmpty()
                && !device.profile().equals(profile.name());
        return other
                ? about(OnboardingCode.CHAIN_OTHER_PROFILE, device, entry, profile, commonName)
                        .with("wanted", device.profile())
                        .remedy("onboarding.use-profile", "profile", profile.name())
                        .failed()
                : Outcome.done();
    }

    private static Outcome<Outcome.Done> present(
            Device device, ServerEntry entry, ServerAdapter adapter, ChainProfile profile, Cancellation cancellation) {
        return adapter.find(device.name(), cancellation)
                .then(found -> found.isPresent()
                        ? Outcome.done()
                        : about(OnboardingCode.CHAIN_MAKES_NO_DEVICE, device, entry, profile, device.name())
                                .remedy("onboarding.register-first", "server", entry.name())
                                .failed());
    }

    private static Diagnosis.Builder about(
            OnboardingCode code, Device device, ServerEntry entry, ChainProfile profile, String commonName) {
        return Diagnosis.of(code)
                .with("name", device.name())
                .with("server", entry.name())
                .with("profile", profile.name())
                .with("commonName", commonName)
                .fact(
                        "onboarding.profile-expression",
                        "profile",
                        profile.name(),
                        "expression",
                        profile.nameExpression(),
                        "commonName",
                        commonName);
    }
}
