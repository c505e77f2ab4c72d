package dev.gangway.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.diagnosis.Outcome;
import dev.gangway.faultlab.Forge;
import dev.gangway.pki.Identity;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Only an authority that is valid today issues, whatever else is below the trusted one. */
class IssuedCertificatesTest {
    private final Instant now = Instant.now();
    private final Identity root = Forge.authority("CN=Root").make();
    private final Identity inter = Forge.authority("CN=Inter").by(root).make();

    @Test
    void takesWhatAnAuthorityIssued() {
        Identity own = Forge.client("CN=pump").by(inter).make();
        assertThat(check(own, root, inter.leaf(), own.leaf()).orThrow()).containsExactly(own.leaf(), inter.leaf());
    }

    @Test
    void takesNothingThatADeviceSigned() {
        Identity device = Forge.client("CN=other").by(root).make();
        Identity own = Forge.client("CN=pump").by(device).make();
        refused(check(own, root, own.leaf(), device.leaf()), EnrolmentCode.UNSOUND_CHAIN);
    }

    @Test
    void takesNothingByAnExpiredCertificate() {
        Identity late = Forge.authority("CN=Late").by(root).expired().make();
        Identity own = Forge.client("CN=pump").by(late).make();
        refused(check(own, root, own.leaf(), late.leaf()), EnrolmentCode.UNSOUND_CHAIN);
        Identity lateDevice = Forge.client("CN=late").by(root).expired().make();
        Identity below = Forge.client("CN=pump").by(lateDevice).make();
        refused(check(below, root, below.leaf(), lateDevice.leaf()), EnrolmentCode.UNSOUND_CHAIN);
        Identity lateRoot = Forge.authority("CN=Late root").expired().make();
        Identity belowRoot = Forge.client("CN=pump").by(lateRoot).make();
        refused(check(belowRoot, lateRoot, belowRoot.leaf()), EnrolmentCode.UNSOUND_CHAIN);
        Identity expired = Forge.client("CN=pump").by(root).expired().make();
        refused(check(expired, root, expired.leaf()), EnrolmentCode.UNSOUND_CHAIN);
    }

    @Test
    void anotherAuthorityIsNamed() {
        Identity own =
                Forge.client("CN=pump").by(Forge.authority("CN=Other").make()).make();
        refused(check(own, root, own.leaf()), EnrolmentCode.OTHER_AUTHORITY);
    }

    @Test
    void anAuthorityWhoseClockIsAheadIssuesFromNowOn() {
        Identity soon = Forge.client("CN=pump")
                .by(root)
                .valid(now.plus(Duration.ofMinutes(2)), now.plus(Duration.ofDays(2)))
                .make();
        assertThat(check(soon, root, soon.leaf()).orThrow()).containsExactly(soon.leaf());
        Identity tomorrow = Forge.client("CN=pump").by(root).early().make();
        refused(check(tomorrow, root, tomorrow.leaf()), EnrolmentCode.UNSOUND_CHAIN);
    }

    private Outcome<List<X509Certificate>> check(Identity own, Identity trusted, X509Certificate... sent) {
        return IssuedCertificates.check(
                List.of(sent), own.leaf().getPublicKey(), List.of(trusted.leaf()), "ca.example", now);
    }

    private static void refused(Outcome<?> outcome, EnrolmentCode code) {
        assertThat(outcome.failure())
                .hasValueSatisfying(
                        why -> assertThat(why.code()).as(why.toString()).isEqualTo(code.id()));
    }
}
