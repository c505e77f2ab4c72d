package dev.gangway.bench.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.event.TlsDetail.ChainFault;
import dev.gangway.bench.event.TlsDetail.ChainFault.Kind;
import dev.gangway.bench.model.Check.State;
import dev.gangway.bench.model.ServerSeen;
import dev.gangway.pki.Fingerprints;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server's certificate that is another one than at the last pass. */
class ServerChangeTest {
    private static final String ISSUER =
            Fixtures.SERVER.leaf().getIssuerX500Principal().getName();
    private static final String ANOTHER = "AA:BB";

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"SELF_SIGNED", "UNKNOWN_ROOT", "ISSUER_MISSING", "BAD_SIGNATURE", "SAME_NAME_OTHER_KEY"})
    void anotherAuthorityThatIsNotTrustedIsNamed(Kind kind) {
        Story story = refused(kind, seen(8883, ANOTHER, "CN=Old authority"));
        assertThat(story.code()).isEqualTo("tls.server-changed");
        assertThat(story.diagnosis().evidence())
                .extracting(evidence -> evidence.key())
                .contains("bench.server-seen-before");
        assertThat(story.checks(State.WARNING)).contains("server-changed");
    }

    @Test
    void anIntermediateThatWasForgottenAtARenewalIsThatAndNoChange() {
        assertThat(refused(Kind.ISSUER_MISSING, seen(8883, ANOTHER, ISSUER)).code())
                .isEqualTo("tls.server-intermediate-missing");
    }

    @Test
    void aFaultThatHasNothingToDoWithTheChangeKeepsItsName() {
        assertThat(refused(Kind.EXPIRED, seen(8883, ANOTHER, "CN=Old authority"))
                        .code())
                .isEqualTo("tls.server-expired");
    }

    @Test
    void theSameCertificateIsNoChange() {
        String same = Fingerprints.sha256(Fixtures.SERVER.leaf());
        assertThat(refused(Kind.UNKNOWN_ROOT, seen(8883, same, ISSUER)).code()).isEqualTo("tls.server-untrusted");
    }

    @Test
    void anotherPortIsAnotherServer() {
        assertThat(refused(Kind.UNKNOWN_ROOT, seen(8884, ANOTHER, "CN=Old authority"))
                        .code())
                .isEqualTo("tls.server-untrusted");
    }

    @Test
    void aRenewalByTheSameAuthorityIsNoAlarm() {
        Story story = passed(seen(8883, ANOTHER, ISSUER));
        assertThat(story.passes()).isTrue();
        assertThat(story.checks(State.OK)).contains("server-renewed");
        assertThat(story.checks(State.WARNING)).doesNotContain("server-changed");
    }

    @Test
    void anotherTrustedAuthorityIsWorthAWarning() {
        Story story = passed(seen(8883, ANOTHER, "CN=Old authority"));
        assertThat(story.passes()).isTrue();
        assertThat(story.checks(State.WARNING)).contains("server-changed");
    }

    @Test
    void whereNobodyVouchesForItEvenTheSameIssuerIsWorthAWarning() {
        Story story = Story.tls()
                .plan(plan ->
                        plan.withTls(plan.tls().trustingAnyone()).knowing(Optional.of(seen(8883, ANOTHER, ISSUER))));
        assertThat(pass(story).checks(State.WARNING)).contains("server-changed");
    }

    private static ServerSeen seen(int port, String sha256, String issuer) {
        return new ServerSeen("broker.example", port, Instant.EPOCH, sha256, issuer);
    }

    private static Story refused(Kind kind, ServerSeen before) {
        return knowing(before)
                .connected()
                .hello()
                .serverHello("TLS 1.3")
                .serverChain(Fixtures.SERVER.chain(), new ChainFault(kind, 0, "CN=broker.example,O=Plant", "CN=Issuer"))
                .alertOut(48, "unknown_ca");
    }

    private static Story passed(ServerSeen before) {
        return pass(knowing(before));
    }

    private static Story pass(Story story) {
        return story.connected()
                .hello()
                .serverHello("TLS 1.3")
                .serverChain(Fixtures.SERVER.chain())
                .complete()
                .connect()
                .connack(0)
                .goodbye();
    }

    private static Story knowing(ServerSeen before) {
        return Story.tls().plan(plan -> plan.knowing(Optional.of(before)));
    }
}
