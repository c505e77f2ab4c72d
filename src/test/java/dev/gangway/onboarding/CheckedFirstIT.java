package dev.gangway.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.credentials.CredentialChoice;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.KeyRef;
import dev.gangway.device.ServerState;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.onboarding.Onboarding.Result;
import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.CertificateSpec.Purpose;
import dev.gangway.pki.Fingerprints;
import dev.gangway.pki.Identity;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.server.ProfileProvisioning;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is wrong with a certificate is seen before a server gets it: nothing is on the server afterwards. */
class CheckedFirstIT extends StationCase {
    private static final BouncyCastleMaker MAKER = new BouncyCastleMaker();

    private final Instant now = Instant.now();
    private final Identity root = root();
    private final Identity issuing = below(root, "CN=Plant Devices", Purpose.INTERMEDIATE, now.plusSeconds(86_400));

    @Test
    void theLeafIsPushedWhateverOrderTheFileHas() {
        Identity leaf = leaf("pump-1");
        List<X509Certificate> upsideDown = List.of(root.leaf(), issuing.leaf(), leaf.leaf());
        Result result = onboard("pump-1", "default", existing(chain(upsideDown, leaf)));
        assertThat(result.failure()).isEmpty();
        assertThat(stored("pump-1")).isEqualTo(Fingerprints.credentialsId(leaf.leaf()));
        assertThat(((Credential.X509Chain) result.device().orElseThrow().credential()).chain())
                .containsExactly(leaf.leaf(), issuing.leaf(), root.leaf());
    }

    @Test
    void anAuthorityIsNeverPushed() {
        assertRefused(
                onboard("pump-2", "default", existing(chain(List.of(issuing.leaf(), root.leaf()), issuing))),
                PkiCode.AUTHORITY_AS_LEAF.id(),
                "pump-2");
        Credential alone = new Credential.X509Leaf(root.leaf(), key(root));
        assertRefused(onboard("pump-2", "default", existing(alone)), PkiCode.AUTHORITY_AS_LEAF.id(), "pump-2");
    }

    @Test
    void aDeviceOfTheVaultIsCheckedAsWell() {
        Device wrong = new Device(
                UUID.randomUUID(),
                "pump-3",
                Optional.empty(),
                "default",
                "",
                new Credential.X509Leaf(issuing.leaf(), key(issuing)),
                ServerState.none(),
                now);
        workspace.devices().save(wrong);
        assertThat(workspace.deployer().push(wrong, station.entry(), never).failure())
                .map(Diagnosis::code)
                .hasValue(PkiCode.AUTHORITY_AS_LEAF.id());
        assertThat(remote("pump-3")).isFalse();
        assertThat(workspace.onboarding().unfinished()).isZero();
    }

    @Test
    void anotherKeyIsNoticedBeforeAnythingIsSent() {
        Credential mixed = new Credential.X509Leaf(leaf("pump-4").leaf(), key(leaf("pump-4")));
        assertRefused(onboard("pump-4", "default", existing(mixed)), PkiCode.KEY_MISMATCH.id(), "pump-4");
    }

    @Test
    void aBrokenChainIsNoticed() {
        Identity leaf = leaf("pump-5");
        Identity stranger = root();
        assertRefused(
                onboard("pump-5", "default", existing(chain(List.of(leaf.leaf(), stranger.leaf()), leaf))),
                PkiCode.CHAIN_BROKEN.id(),
                "pump-5");
    }

    @Test
    void anExpiredLeafIsNotPushedAndOneOfTomorrowNeither() {
        Identity old = below(issuing, "CN=pump-6", Purpose.DEVICE_CLIENT, now.minusSeconds(10));
        assertRefused(
                onboard("pump-6", "default", existing(new Credential.X509Leaf(old.leaf(), key(old)))),
                PkiCode.CERTIFICATE_EXPIRED.id(),
                "pump-6");
        assertRefused(
                onboard(
                        "pump-6",
                        "default",
                        new CredentialChoice.FirstContact(chain(List.of(old.leaf(), issuing.leaf()), old))),
                PkiCode.CERTIFICATE_EXPIRED.id(),
                "pump-6");
    }

    @Test
    void theNameThatTheServerWouldTakeIsNamedBefore() {
        profile("chain", true);
        assertRefused(firstContact("pump-7", "chain", "pump-8"), OnboardingCode.CHAIN_OTHER_NAME.id(), "pump-7");
        assertThat(remote("pump-8")).as("no other device was made in silence").isFalse();
        Identity other = leaf("pump-8");
        assertRefused(
                onboard("pump-7", "chain", existing(chain(List.of(other.leaf(), issuing.leaf()), other))),
                OnboardingCode.CHAIN_OTHER_NAME.id(),
                "pump-7");
    }

    @Test
    void aChainWithoutAnAnchorIsNamedBefore() {
        assertRefused(firstContact("pump-9", "chain", "pump-9"), OnboardingCode.CHAIN_NOT_ANCHORED.id(), "pump-9");
    }

    @Test
    void aProfileOfAnotherNameAndOneThatMakesNoDevicesAreNamedBefore() {
        profile("known", false);
        assertRefused(
                firstContact("pump-10", "known", "pump-10"), OnboardingCode.CHAIN_MAKES_NO_DEVICE.id(), "pump-10");
        profile("known", true);
        assertRefused(firstContact("pump-10", "other", "pump-10"), OnboardingCode.CHAIN_OTHER_PROFILE.id(), "pump-10");
        assertThat(firstContact("pump-10", "default", "pump-10").failure()).isEmpty();
    }

    @Test
    void aProfileThatHasTheAuthorityIsNamed() {
        profile("first", true);
        assertThat(workspace
                        .profiles()
                        .setUp(
                                station.serverId(),
                                "second",
                                new ProfileProvisioning.CertificateChain(issuing.leaf(), "(.*)", true),
                                never)
                        .failure())
                .hasValueSatisfying(why -> {
                    assertThat(why.code()).isEqualTo(OnboardingCode.PROFILE_AUTHORITY_TAKEN.id());
                    assertThat(why.args()).containsEntry("profile", "first");
                });
    }

    @Test
    void aFirstContactThatPassesInATestMarksTheDevice() {
        Identity leaf = leaf("pump-11");
        Device device = new Device(
                UUID.randomUUID(),
                "pump-11",
                Optional.empty(),
                "chain",
                "",
                chain(List.of(leaf.leaf(), issuing.leaf()), leaf),
                new ServerState(
                        Optional.of(station.serverId()),
                        Optional.empty(),
                        ServerState.Push.NOT_PUSHED,
                        Optional.empty()),
                now);
        workspace.devices().save(device);
        assertThat(workspace.tests().refusal(device, never)).isPresent();
        assertThat(workspace.devices().get(device.id()).orElseThrow().server().push())
                .isEqualTo(ServerState.Push.NOT_PUSHED);
        profile("chain", "(.*)\\.plant", true);
        assertThat(workspace.tests().refusal(device, never))
                .as("the profile is read, and its expression named")
                .map(Diagnosis::code)
                .hasValue(dev.gangway.bench.rules.DeviceCode.NAME_NOT_MATCHED.id());
        profile("chain", true);
        assertThat(workspace.tests().refusal(device, never)).isEmpty();
        Device after = workspace.devices().get(device.id()).orElseThrow();
        assertThat(after.server().push()).isEqualTo(ServerState.Push.PUSHED);
        assertThat(workspace.devices().removeEverywhere(after, never).failure()).isEmpty();
        assertThat(remote("pump-11")).isFalse();
    }

    private Result firstContact(String name, String profile, String commonName) {
        Identity leaf = leaf(commonName);
        return onboard(
                name, profile, new CredentialChoice.FirstContact(chain(List.of(leaf.leaf(), issuing.leaf()), leaf)));
    }

    private Result onboard(String name, String profile, CredentialChoice choice) {
        return workspace
                .onboarding()
                .onboard(
                        new OnboardingPlan(station.serverId(), profile, choice, OnboardingPlan.Test.CONNECT),
                        name,
                        "",
                        step -> {},
                        never);
    }

    private void assertRefused(Result result, String code, String name) {
        assertThat(result.failure()).map(Diagnosis::code).hasValue(code);
        assertThat(remote(name)).as("nothing was sent").isFalse();
        assertThat(workspace.devices().named(name)).as("nothing is left here").isEmpty();
        assertThat(workspace.onboarding().unfinished()).isZero();
    }

    private void profile(String name, boolean creates) {
        profile(name, "(.*)", creates);
    }

    private void profile(String name, String expression, boolean creates) {
        workspace
                .profiles()
                .setUp(
                        station.serverId(),
                        name,
                        new ProfileProvisioning.CertificateChain(issuing.leaf(), expression, creates),
                        never)
                .orThrow();
    }

    private boolean remote(String name) {
        return workspace
                .servers()
                .session(station.entry())
                .then(adapter -> adapter.find(name, never))
                .orThrow()
                .isPresent();
    }

    private String stored(String name) {
        var adapter = workspace.servers().session(station.entry()).orThrow();
        String id = adapter.find(name, never).orThrow().orElseThrow().id();
        return adapter.credential(id, never).orThrow().credentialsId().reveal();
    }

    private static CredentialChoice existing(Credential credential) {
        return new CredentialChoice.Existing(credential);
    }

    private static Credential.X509Chain chain(List<X509Certificate> chain, Identity whose) {
        return new Credential.X509Chain(chain, key(whose));
    }

    private static KeyRef key(Identity identity) {
        return new KeyRef.Stored(dev.gangway.pki.Keys.pkcs8(identity.key()));
    }

    private Identity leaf(String commonName) {
        return below(issuing, "CN=" + commonName, Purpose.DEVICE_CLIENT, now.plusSeconds(86_400));
    }

    private Identity root() {
        KeyPair keys = MAKER.newKey(KeyType.EC_P256);
        X509Certificate certificate = MAKER.selfSigned(
                        keys, spec("CN=Plant Root", Purpose.ROOT, now.plusSeconds(86_400)))
                .orThrow();
        return new Identity(List.of(certificate), keys.getPrivate());
    }

    private Identity below(Identity issuer, String subject, Purpose purpose, Instant until) {
        KeyPair keys = MAKER.newKey(KeyType.EC_P256);
        X509Certificate certificate = MAKER.issue(keys.getPublic(), spec(subject, purpose, until), issuer)
                .orThrow();
        return new Identity(List.of(certificate), keys.getPrivate());
    }

    private CertificateSpec spec(String subject, Purpose purpose, Instant until) {
        return new CertificateSpec(subject, now.minusSeconds(3600), until, purpose, List.of(), List.of());
    }
}
