package dev.gangway.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.authorities.Authority;
import dev.gangway.authorities.AuthorityCreation.NewAuthority;
import dev.gangway.authorities.Successor.Key;
import dev.gangway.background.Cancellation;
import dev.gangway.credentials.CredentialChoice.NewIssued;
import dev.gangway.credentials.Renewals.Renewed;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.inventory.CertificateEntry;
import dev.gangway.inventory.CertificateEntry.Holder;
import dev.gangway.onboarding.Onboarding;
import dev.gangway.onboarding.OnboardingPlan;
import dev.gangway.onboarding.StationCase;
import dev.gangway.pki.AuthorityLimits;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.authority.Template;
import dev.gangway.server.ProfileProvisioning;
import dev.gangway.testing.TestChoices;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Certificates renewed for devices on a real server. */
class RenewalsIT extends StationCase {
    private static final Instant FAR = Instant.now().plus(Duration.ofDays(400));

    private Authority plant;

    @BeforeEach
    void anAuthority() {
        plant = workspace
                .authorities()
                .founding()
                .root(new NewAuthority(
                        "Plant 2",
                        "CN=Plant 2",
                        KeyType.EC_P256,
                        Optional.of(Duration.ofDays(3650)),
                        AuthorityLimits.NONE))
                .orThrow();
    }

    @Test
    void whatIsRenewedIsOnTheServerAndOnRecord() {
        Device before = onboard("pump-1", NewIssued.Way.LEAF, "default");
        List<Renewed> heard = new ArrayList<>();
        List<Renewed> tried = workspace.renewals().renewAll(devices(), Key.SAME, heard::add, never);
        assertThat(tried)
                .isEqualTo(heard)
                .singleElement()
                .satisfies(each -> assertThat(each.failure()).isEmpty());
        Device after = workspace.devices().get(before.id()).orElseThrow();
        Credential.X509Leaf old = (Credential.X509Leaf) before.credential();
        Credential.X509Leaf now = (Credential.X509Leaf) after.credential();
        assertThat(now.certificate()).isNotEqualTo(old.certificate());
        assertThat(now.key()).isEqualTo(old.key());
        assertThat(workspace.authorities().issued(now.certificate()))
                .hasValueSatisfying(record -> assertThat(record.device()).contains(before.id()));
        assertThat(passes(after)).isTrue();
        assertThat(passes(before)).as("the server knows the new one alone").isFalse();
    }

    @Test
    void aChainIsTakenOverByConnecting() {
        workspace
                .profiles()
                .setUp(
                        station.entry().id(),
                        "chain",
                        new ProfileProvisioning.CertificateChain(plant.certificate(), "(.*)", true),
                        never)
                .orThrow();
        Device before = onboard("pump-2", NewIssued.Way.FIRST_CONTACT, "chain");
        assertThat(workspace.renewals().renewAll(devices(), Key.NEW, each -> {}, never))
                .allSatisfy(each -> assertThat(each.failure()).isEmpty());
        assertThat(passes(workspace.devices().get(before.id()).orElseThrow())).isTrue();
    }

    @Test
    void aRenewedAuthorityIsRenewedInItsProfilesAndItsDevicesGoOn() {
        workspace
                .profiles()
                .setUp(
                        station.entry().id(),
                        "chain",
                        new ProfileProvisioning.CertificateChain(plant.certificate(), "(.*)", true),
                        never)
                .orThrow();
        Device before = onboard("pump-5", NewIssued.Way.FIRST_CONTACT, "chain");
        AuthorityRenewals renewals = workspace.authorityRenewals();
        AuthorityRenewals.Dependents hanging = renewals.dependents(plant, never).orThrow();
        assertThat(hanging.devices()).extracting(Device::name).containsExactly("pump-5");
        assertThat(hanging.profiles()).extracting(each -> each.profile().name()).containsExactly("chain");
        Authority now = renewals.renew(plant, Optional.empty(), hanging, never).orThrow();
        assertThat(now.certificate()).isNotEqualTo(plant.certificate());
        assertThat(workspace
                        .servers()
                        .session(station.entry())
                        .then(adapter -> adapter.chainProfiles(never))
                        .orThrow())
                .extracting(profile -> profile.authority().orElseThrow())
                .as("the profile names the new certificate")
                .containsExactly(now.certificate());
        assertThat(workspace.renewals().renewAll(devices(), Key.SAME, each -> {}, never))
                .allSatisfy(each -> assertThat(each.failure()).isEmpty());
        assertThat(passes(workspace.devices().get(before.id()).orElseThrow())).isTrue();
        plant = now;
        onboard("pump-6", NewIssued.Way.FIRST_CONTACT, "chain");
    }

    @Test
    void nothingIsCalledRenewedThatDoesNotConnect() {
        onboard("pump-7", NewIssued.Way.LEAF, "default");
        station.moveToCoapProfile("pump-7");
        assertThat(workspace.renewals().renewAll(devices(), Key.SAME, each -> {}, never))
                .singleElement()
                .satisfies(each -> assertThat(each.failure()).isPresent());
    }

    @Test
    void oneThatFailsDoesNotStopTheRestAndACancelDoes() {
        Authority other = workspace
                .authorities()
                .founding()
                .root(new NewAuthority("Other", "CN=Other", KeyType.EC_P256, Optional.empty(), AuthorityLimits.NONE))
                .orThrow();
        onboard("pump-3", NewIssued.Way.LEAF, "default");
        CertificateEntry first = devices().getFirst();
        CertificateEntry stranger = new CertificateEntry(
                new Holder.HandedOut(first.issued().orElseThrow()), first.chain(), Optional.empty(), Optional.empty());
        CertificateEntry authority = new CertificateEntry(
                new Holder.OfAuthority(other), other.chain(), Optional.of(other.key()), Optional.empty());
        List<CertificateEntry> all = List.of(stranger, first, authority);

        List<Renewed> tried = workspace.renewals().renewAll(all, Key.NEW, each -> {}, never);
        assertThat(tried).extracting(each -> each.failure().isPresent()).containsExactly(true, false, false);

        Cancellation stop = new Cancellation();
        assertThat(workspace.renewals().renewAll(all, Key.NEW, each -> stop.cancel(), stop))
                .hasSize(1);
    }

    private List<CertificateEntry> devices() {
        return workspace.inventory().expiringBefore(FAR).stream()
                .filter(entry -> entry.holder() instanceof Holder.OfDevice)
                .toList();
    }

    private Device onboard(String name, NewIssued.Way way, String profile) {
        NewIssued choice = new NewIssued(plant.id(), Template.DEVICE_CLIENT, way);
        Onboarding.Result result = workspace
                .onboarding()
                .onboard(
                        new OnboardingPlan(station.entry().id(), profile, choice, OnboardingPlan.Test.CONNECT),
                        name,
                        "",
                        step -> {},
                        never);
        assertThat(result.failure()).isEmpty();
        return result.device().orElseThrow();
    }

    private boolean passes(Device device) {
        var plan = workspace.tests().plan(device, TestChoices.standard()).orThrow();
        return workspace.tests().run(device, plan, event -> {}, never).passed();
    }
}
