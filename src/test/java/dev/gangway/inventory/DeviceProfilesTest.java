package dev.gangway.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.CertificateSpec.Purpose;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.secret.Secret;
import dev.gangway.server.ProfileProvisioning;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceProfilesTest {
    @Test
    void namesWhatTheServerWouldSaveAndNeverMatch() {
        X509Certificate authority = certificate(Purpose.ROOT);
        assertFailed(
                new ProfileProvisioning.CertificateChain(authority, "([", true),
                OnboardingCode.PROFILE_EXPRESSION_INVALID);
        assertFailed(
                new ProfileProvisioning.CertificateChain(authority, ".*", true),
                OnboardingCode.PROFILE_EXPRESSION_WITHOUT_GROUP);
        assertFailed(
                new ProfileProvisioning.CertificateChain(certificate(Purpose.DEVICE_CLIENT), "(.*)", true),
                OnboardingCode.PROFILE_AUTHORITY_IS_NONE);
        assertFailed(new ProfileProvisioning.NewDevices(" ", Secret.of("s")), OnboardingCode.PROFILE_KEY_EMPTY);
        assertFailed(new ProfileProvisioning.KnownDevices("k", Secret.of("")), OnboardingCode.PROFILE_KEY_EMPTY);
    }

    @Test
    void takesWhatCanWork() {
        assertThat(DeviceProfiles.check(
                        new ProfileProvisioning.CertificateChain(certificate(Purpose.INTERMEDIATE), "(.*)", true)))
                .isEmpty();
        assertThat(DeviceProfiles.check(new ProfileProvisioning.NewDevices("k", Secret.of("s"))))
                .isEmpty();
        assertThat(DeviceProfiles.check(new ProfileProvisioning.Disabled())).isEmpty();
    }

    private static void assertFailed(ProfileProvisioning provisioning, OnboardingCode code) {
        assertThat(DeviceProfiles.check(provisioning))
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo(code.id()));
    }

    private static X509Certificate certificate(Purpose purpose) {
        BouncyCastleMaker maker = new BouncyCastleMaker();
        Instant now = Instant.now();
        var spec = new CertificateSpec("CN=Plant 2", now, now.plusSeconds(60), purpose, List.of(), List.of());
        return maker.selfSigned(maker.newKey(KeyType.EC_P256), spec).orThrow();
    }
}
